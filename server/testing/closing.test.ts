// The end of a day against a real hub with a fixed clock: the forecast, decisions one by one, midnight with people waiting, the next day, and
// what the record says afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Closing, ClosingDecision, DecidedForYou, PanelView } from '#contract/closing.ts'
import type { DayReport } from '#contract/report.ts'
import type { BoardView, DeskView, LedgerView, TicketView } from '#contract/views.ts'
import { learn, servedIncrements } from '#domain/estimate-learn.ts'
import { newModel } from '#domain/estimate-model.ts'
import { keepMorning } from '#db/queries/estimates.ts'
import { nextView, openHall, usualBook, type TestHall } from './hall.ts'

/** Monday 23 November 2026; numbers are given until eight in the evening. */
const on = (time: string, day = '23') => Date.parse(`2026-11-${day}T${time}:00+08:00`)

let hall: TestHall
let kiosk: string
let clerk: string
beforeEach(async () => {
  hall = await openHall({ now: on('18:30') })
  kiosk = await hall.pair('kiosk')
  clerk = await hall.clerk('w1')
}, 60_000)
afterEach(() => hall.stop())

const get = async <T>(path: string, token = clerk) => (await hall.api<T>('GET', path, { token })).body
const closing = () => get<Closing>('/api/closing')
type Failed = { error?: { code: string; facts: Record<string, unknown> } }
const decide = (id: string, version: number, decision: ClosingDecision, token = clerk) =>
  hall.api<{ ticket: { state: string; version: number } } & Failed>('POST', `/api/tickets/${id}/closing`, {
    token,
    body: { version, decision },
  })
const takeBack = (id: string) => hall.api<Failed>('POST', `/api/tickets/${id}/closing/undo`, { token: clerk, body: {} })
/** Sessions end when nobody touched them for long. */
const move = async (now: number) => {
  hall.clock.set(now)
  await hall.app.schedule.look()
  clerk = await hall.clerk('w1')
}
const labels = (list: { label: string }[]) => list.map(({ label }) => label)

describe('the hour before closing', () => {
  it('says nothing earlier, then until when those who wait will be served, and what would help', async () => {
    for (let count = 0; count < 8; count += 1) await hall.take(kiosk, 'roof-leak')
    expect(await closing()).toMatchObject({
      phase: 'day',
      forecast: null,
      closesAt: new Date(on('20:00')).toISOString(),
    })
    await move(on('19:00'))
    const { phase, forecast } = await closing()
    expect(phase).toBe('hour')
    expect(forecast).toMatchObject({ waiting: 8, windows: 1, unserved: 0, why: null, standard: false })
    const [from, until] = [Date.parse(forecast?.ends?.from ?? ''), Date.parse(forecast?.ends?.until ?? '')]
    // Eight times about ten minutes: not before half an hour, not after three hours.
    expect(from).toBeGreaterThan(on('19:30'))
    expect(until).toBeGreaterThan(from)
    expect(until).toBeLessThan(on('22:00'))
    expect(Date.parse(forecast?.another?.until ?? '')).toBeLessThan(until)
  })

  it('rests on what the mornings learned, and says so while that is little', async () => {
    await hall.stop()
    const book = usualBook()
    hall = await openHall({ now: on('18:30'), book: { ...book, hall: { ...book.hall, demo: false } } })
    kiosk = await hall.pair('kiosk')
    clerk = await hall.clerk('w1')
    for (let count = 0; count < 4; count += 1) await hall.take(kiosk, 'roof-leak')
    await hall.app.waits.look()
    await move(on('19:00'))
    const published = (await closing()).forecast
    expect(published).toMatchObject({ waiting: 4, standard: true })

    // Sixty visits that took four times as long as was published.
    const minutes = 4 * (book.matters.find(({ id }) => id === 'roof-leak')?.minutes ?? 0)
    const learned = learn(
      new Map(),
      Array.from({ length: 60 }, () => servedIncrements('roof-leak', { minutes, standard: minutes / 4 })).flat(),
    )
    await hall.store.write((trx) => keepMorning(trx, hall.hall, '2026-11-24', { ...newModel, learned }))
    await move(on('18:59', '24'))
    for (let count = 0; count < 4; count += 1) await hall.take(kiosk, 'roof-leak')
    await move(on('19:00', '24'))
    const lived = (await closing()).forecast
    expect(lived).toMatchObject({ waiting: 4, standard: false })
    const after = (until: string | undefined, now: number) => Date.parse(until ?? '') - now
    expect(after(lived?.ends?.until, on('19:00', '24'))).toBeGreaterThan(2 * after(published?.ends?.until, on('19:00')))
  })

  it('is honest where nobody sits at a window', async () => {
    await hall.take(kiosk)
    await move(on('19:30'))
    await hall.api('POST', '/api/windows/w1/stand', { token: clerk, body: {} })
    const { forecast } = await closing()
    expect(forecast).toMatchObject({ waiting: 1, windows: 0, unserved: 1, ends: null, why: 'no_window' })
    expect(forecast?.another).not.toBeNull()
  })

  it('refuses a decision on a ticket of today before it', async () => {
    const { id } = await hall.take(kiosk)
    const refused = await decide(id, 1, 'next_day')
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'closing_not_yet'])
    expect(refused.body.error?.facts).toEqual({ from: new Date(on('19:00')).toISOString() })
  })
})

describe('decisions', () => {
  it('are taken one by one, are seen on the phone and in the log, and can be taken back', async () => {
    const taken = []
    for (let count = 0; count < 5; count += 1) taken.push(await hall.take(kiosk))
    const [one, two, three, four, five] = taken
    if (!one || !two || !three || !four || !five) throw new Error('five')
    await move(on('20:00'))
    const before = await closing()
    expect(before).toMatchObject({ phase: 'closed', today: 5, earlier: 0, decided: [] })
    expect(before.tickets.map(({ label, outOfRank }) => [label, outOfRank])).toEqual(
      taken.map(({ label }, at) => [label, at > 0]),
    )
    expect((await decide(one.id, 1, 'next_day')).body.ticket).toMatchObject({ state: 'held', version: 2 })
    expect((await decide(two.id, 1, 'handed_over')).body.ticket.state).toBe('left')
    expect((await decide(three.id, 1, 'phone_call')).body.ticket.state).toBe('left')
    expect((await decide(four.id, 1, 'left')).body.ticket.state).toBe('left')
    const after = await closing()
    expect(labels(after.tickets)).toEqual([five.label])
    expect(after.decided.map(({ label, decision, by }) => [label, decision, by])).toEqual([
      [four.label, 'left', '示例·陈晓兰'],
      [three.label, 'phone_call', '示例·陈晓兰'],
      [two.label, 'handed_over', '示例·陈晓兰'],
      [one.label, 'next_day', '示例·陈晓兰'],
    ])
    expect(labels(after.promised)).toEqual([one.label])
    const seen = await get<DecidedForYou>(`/api/views/ticket/${one.code}/closing`)
    const morning = new Date(on('08:30', '24')).toISOString()
    expect(seen).toEqual({ decision: 'next_day', today: false, opens: morning })
    // Nobody is called by mistake whom somebody promised tomorrow.
    expect(labels((await get<BoardView>('/api/views/board')).next)).toEqual([five.label])

    expect((await takeBack(two.id)).status).toBe(200)
    expect(labels((await closing()).tickets)).toEqual([two.label, five.label])
    expect(await get<DecidedForYou>(`/api/views/ticket/${two.code}/closing`)).toMatchObject({ decision: null })
    expect((await takeBack(two.id)).body.error?.code).toBe('nothing_to_undo')
    const manager = await hall.clerk(null, 'manager')
    const { acts } = await get<{ acts: { act: string; about: string; detail: string }[] }>('/api/acts', manager)
    expect(
      acts.filter(({ act }) => act.startsWith('closing')).map(({ act, about, detail }) => [act, about, detail]),
    ).toEqual([
      ['closing-undo', two.label, 'handed_over'],
      ['closing', four.label, 'left'],
      ['closing', three.label, 'phone_call'],
      ['closing', two.label, 'handed_over'],
      ['closing', one.label, 'next_day'],
    ])
  })

  it('of two clerks at once one counts, and a stale or impossible one is refused', async () => {
    const one = await hall.take(kiosk)
    await move(on('20:00'))
    const other = await hall.clerk('w2', 'wang')
    const both = await Promise.all([decide(one.id, 1, 'left'), decide(one.id, 1, 'next_day', other)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.error?.code).toBe('ticket_changed')
    expect((await decide('none', 1, 'left')).body.error?.code).toBe('ticket_unknown')
    expect((await decide(one.id, 2, 'nonsense' as ClosingDecision)).body.error?.code).toBe('body_invalid')
    const version = (await get<Closing>('/api/closing')).decided.length === 1 ? 2 : 0
    expect((await decide(one.id, version, 'left')).body.error?.code ?? '').not.toBe('internal')
  })

  it('do not touch whoever is at a window: they are served', async () => {
    const one = await hall.take(kiosk)
    await move(on('20:01'))
    const { ticket } = (await hall.next(clerk)).body
    expect(ticket.id).toBe(one.id)
    expect((await decide(one.id, ticket.version, 'left')).body.error?.code).toBe('step_illegal')
    expect((await closing()).today).toBe(0)
  })
})

describe('midnight with people waiting', () => {
  it('decides nothing: they stay open, the desk is told, and each is still to be decided on', async () => {
    const [one, two, three] = [await hall.take(kiosk), await hall.take(kiosk), await hall.take(kiosk)]
    await move(on('20:00'))
    await decide(one.id, 1, 'next_day')
    await move(on('00:00', '24'))
    const after = await closing()
    expect(after).toMatchObject({ phase: 'day', today: 0, earlier: 2 })
    expect(labels(after.tickets)).toEqual([two.label, three.label])
    expect(after.tickets.every(({ outOfRank }) => !outOfRank)).toBe(true)
    expect(labels(after.promised)).toEqual([one.label])
    expect(labels((await get<DeskView>('/api/views/desk')).leftover)).toEqual(labels([one, two, three]))
    expect((await get<TicketView>(`/api/views/ticket/${two.code}`)).state).toBe('waiting')
    // In the morning, before anything opens.
    expect((await decide(two.id, 1, 'phone_call')).status).toBe(200)
    expect(await closing()).toMatchObject({ earlier: 1 })
  })

  it('first place: who was promised it is called before all on the next day, without a reason', async () => {
    const one = await hall.take(kiosk)
    await move(on('20:00'))
    await decide(one.id, 1, 'next_day')
    await move(on('08:30', '24'))
    await hall.take(kiosk)
    const called = await hall.step(clerk, one.id, { step: 'call', version: 2 })
    expect([called.status, called.body.ticket.state]).toEqual([200, 'called'])
    expect(await closing()).toMatchObject({ promised: [], earlier: 0 })
  })

  it('first place is said to be of the next day while the hall is still open, and to be now on that day', async () => {
    const [one, two] = [await hall.take(kiosk), await hall.take(kiosk)]
    const seen = async () => get<DecidedForYou>(`/api/views/ticket/${one.code}/closing`)
    await move(on('19:30'))
    await decide(one.id, 1, 'next_day')
    const morning = new Date(on('08:30', '24')).toISOString()
    expect(await seen()).toEqual({ decision: 'next_day', today: false, opens: morning })
    await move(on('08:29', '24'))
    expect(await seen()).toEqual({ decision: 'next_day', today: false, opens: morning })
    await move(on('08:30', '24'))
    expect(await seen()).toEqual({ decision: 'next_day', today: true, opens: null })
    // Whoever nobody decided on keeps the number as well, and is called without a reason.
    expect((await get<TicketView>(`/api/views/ticket/${two.code}`)).state).toBe('waiting')
    expect((await hall.step(clerk, two.id, { step: 'call', version: 1 })).status).toBe(200)
  })

  it('a promise that was kept is in the record of the day on which it was given', async () => {
    const taken = [await hall.take(kiosk), await hall.take(kiosk)]
    await move(on('20:00'))
    for (const { id } of taken) await decide(id, 1, 'next_day')
    const promises = async () => {
      const { closing } = await get<DayReport>('/api/report?from=2026-11-23&to=2026-11-23')
      return closing[0]?.decisions
    }
    expect(await promises()).toEqual([{ decision: 'next_day', times: 2, kept: 0 }])
    await move(on('09:00', '24'))
    await hall.step(clerk, taken[0]!.id, { step: 'call', version: 2 })
    expect(await promises()).toEqual([{ decision: 'next_day', times: 2, kept: 1 }])
    await hall.api('POST', '/api/windows/w1/undo', { token: clerk, body: {} })
    expect(await promises()).toEqual([{ decision: 'next_day', times: 2, kept: 0 }])
  })

  it('a promise that was not kept is to be decided on again when that day closes', async () => {
    const one = await hall.take(kiosk)
    await move(on('20:00'))
    await decide(one.id, 1, 'next_day')
    await move(on('19:59', '24'))
    expect(await closing()).toMatchObject({ earlier: 0 })
    await move(on('20:00', '24'))
    const { tickets, earlier } = await closing()
    expect([earlier, labels(tickets)]).toEqual([1, [one.label]])
    expect((await decide(one.id, 2, 'next_day')).status).toBe(200)
    expect(await closing()).toMatchObject({ earlier: 0 })
  })
})

describe('the record', () => {
  it('has the closing instant, who waited then, when the last was done, and what was decided', async () => {
    const [one, two] = [await hall.take(kiosk), await hall.take(kiosk)]
    await move(on('20:00'))
    const called = await hall.next(clerk)
    expect(called.body.ticket.id).toBe(one.id)
    await decide(two.id, 1, 'handed_over')
    hall.clock.set(on('20:17'))
    clerk = await hall.clerk('w1')
    await hall.step(clerk, one.id, { step: 'finish', version: called.body.ticket.version })
    const report = await get<DayReport>('/api/report')
    expect(report.overtime).toMatchObject({ minutes: 17, served: 1 })
    expect(report.closing).toEqual([
      {
        date: '2026-11-23',
        closesAt: new Date(on('20:00')).toISOString(),
        waiting: 2,
        lastEnd: new Date(on('20:17')).toISOString(),
        minutes: 17,
        decisions: [{ decision: 'handed_over', times: 1 }],
      },
    ])
  })
})

describe('the panel and the targets', () => {
  it('count who waits beyond the target of their lane, whatever the length of the lane', async () => {
    for (let count = 0; count < 3; count += 1) await hall.take(kiosk, 'roof-leak')
    await move(on('18:50'))
    const manager = await hall.clerk(null, 'manager')
    await hall.take(kiosk, 'roof-leak')
    const panel = async () => get<PanelView>('/api/panel')
    const lane = async () => (await panel()).lanes.find(({ id }) => id === 'governance')
    expect(await lane()).toMatchObject({ waiting: 4, target: 30, over: 0 })
    const set = (body: unknown, token = manager) => hall.api<Failed>('POST', '/api/targets', { token, body })
    expect((await set({ wait: 30, lanes: { governance: 15 } }, clerk)).body.error?.code).toBe('role_required')
    expect((await set({ wait: 30, lanes: { nowhere: 15 } })).body.error?.code).toBe('lane_unknown')
    expect((await set({ wait: 0, lanes: {} })).body.error?.code).toBe('body_invalid')
    expect((await set({ wait: 25, lanes: { governance: 15 } })).status).toBe(200)
    expect(await lane()).toMatchObject({ waiting: 4, target: 15, over: 3 })
    expect(labels((await panel()).over)).toEqual(['B001', 'B002', 'B003'])
    const report = await get<DayReport>('/api/report')
    expect(report.targets[0]).toMatchObject({ name: 'wait', most: 25 })
    expect(report.lanes.map(({ id, target }) => [id, target])).toContainEqual(['governance', 15])
  })
})

describe('the line of fairness on the wall', () => {
  it('comes with the wall and after it: served, why somebody was called early, who was overtaken, the longest wait', async () => {
    const display = hall.socket('display', { token: await hall.pair('display') })
    expect(await nextView(display, 'ledger')).toMatchObject({ served: 0, reasons: [], longest: null, overtaken: 0 })
    const [one] = [await hall.take(kiosk)]
    hall.clock.forward(7)
    const later = await hall.take(kiosk)
    hall.clock.forward(2)
    await hall.step(clerk, later.id, { step: 'call', version: 1, reason: 'urgent' })
    await hall.step(clerk, later.id, { step: 'finish', version: 2 })
    const told = await get<LedgerView>('/api/views/ledger')
    expect(told).toMatchObject({ served: 1, reasons: [{ reason: 'urgent', times: 1 }], longest: 9, overtaken: 0 })
    hall.clock.forward(3)
    const { ticket } = (await hall.next(clerk)).body
    expect(ticket.id).toBe(one?.id)
    expect(await get<LedgerView>('/api/views/ledger')).toMatchObject({ longest: 12, overtaken: 7 })
    expect((await get<DayReport>('/api/report')).fairness.overtaken?.minutes).toBe(7)
  })

  it('comes to the walls that were there, also where another wall was told first', { timeout: 20_000 }, async () => {
    const display = hall.socket('display', { token: await hall.pair('display') })
    await nextView(display, 'ledger')
    await hall.take(kiosk)
    const { id } = (await hall.next(clerk)).body.ticket
    await hall.step(clerk, id, { step: 'finish', version: 2 })
    const heard = nextView(display, 'ledger', ({ served }) => served === 1)
    const other = hall.socket('display', { token: await hall.pair('display') })
    expect(await nextView(other, 'ledger')).toMatchObject({ served: 1 })
    await hall.app.broadcast.ledger.look()
    expect(await heard).toMatchObject({ served: 1 })
  })
})
