// Several matters behind one number, what is missing, windows that pause, close and are laid out anew: through the real hub.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeskView, TicketView } from '#contract/views.ts'
import type { ChecklistSheet, WindowPlan } from '#contract/visits.ts'
import { nextView, openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
})
afterEach(() => hall.stop())

type Refused = { error?: { code: string; facts: Record<string, unknown> } }
interface Taken {
  id: string
  label: string
  code: string
  matter: string
  more?: string[]
}
const take = (body: object) => hall.api<{ ticket: Taken } & Refused>('POST', '/api/tickets', { token: kiosk, body })
const post = <T = Refused>(token: string, path: string, body: object = {}) =>
  hall.api<T & Refused>('POST', path, { token, body })
const desk = async (token: string) => (await hall.api<DeskView>('GET', '/api/views/desk', { token })).body
const phone = async (code: string) => (await hall.api<TicketView>('GET', `/api/views/ticket/${code}`)).body
const rowOf = (id: string) =>
  hall.store.db.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const undo = (token: string, window: string) => post(token, `/api/windows/${window}/undo`)

/** B: governance (w3, w1). C: services (w2, w1). */
const TWO = { matter: 'roof-leak', more: ['senior-card'] }

describe('several matters at the kiosk', () => {
  it('are one number, in the order that needs the fewest windows', async () => {
    await hall.clerk('w2', 'wang')
    await hall.clerk('w3', 'li')
    const both = await take({ matter: 'roof-leak', more: ['donate', 'senior-card'] })
    expect(both.status).toBe(201)
    const lanes = [both.body.ticket.matter, ...(both.body.ticket.more ?? [])].map((id) => laneOf(id))
    // Those of one window stand together.
    expect(lanes.join(' ')).toMatch(/governance( service| party)+$/)
    const { body } = await take({ matter: 'roof-leak' })
    expect('more' in body.ticket).toBe(false)
  })

  it('are refused where one is unknown, is named twice, or there are too many', async () => {
    const code = async (more: string[]) => (await take({ matter: 'roof-leak', more })).body.error?.code
    expect(await code(['nothing'])).toBe('matter_unknown')
    expect(await code(['roof-leak'])).toBe('matter_twice')
    expect(await code(['donate', 'senior-card', 'job', 'party-report'])).toBe('body_invalid')
    expect(await code([])).toBe('body_invalid')
  })
})

describe('several matters at the windows', () => {
  it('go on at a window that serves them, and each step can be undone', async () => {
    const clerk = await hall.clerk('w1')
    const { id, code } = (await take(TWO)).body.ticket
    await hall.next(clerk)
    await hall.step(clerk, id, { step: 'start', version: 2 })
    const onward = await hall.step(clerk, id, { step: 'onward', version: 3 })
    expect(onward.body.ticket.state).toBe('serving')
    expect((await desk(clerk)).windows[0]?.current?.matters?.map(({ id, stand }) => [id, stand])).toEqual([
      ['roof-leak', 'done'],
      ['senior-card', 'now'],
    ])
    expect((await phone(code)).visit?.map(({ stand }) => stand)).toEqual(['done', 'now'])
    expect((await hall.step(clerk, id, { step: 'onward', version: 4 })).body.error?.code).toBe('no_more_matters')
    await undo(clerk, 'w1')
    expect((await phone(code)).visit?.map(({ stand }) => stand)).toEqual(['now', 'next'])
    await hall.step(clerk, id, { step: 'onward', version: 5 })
    expect((await hall.step(clerk, id, { step: 'finish', version: 6 })).body.ticket.state).toBe('done')
    expect((await phone(code)).visit?.map(({ stand }) => stand)).toEqual(['done', 'done'])
  })

  it('wait in the lane of the next at their first place where the window does not serve it', async () => {
    const [one, two] = [await hall.clerk('w3', 'li'), await hall.clerk('w2', 'wang')]
    const { id, label } = (await take(TWO)).body.ticket
    const before = await rowOf(id)
    hall.clock.forward(5)
    await hall.take(kiosk, 'senior-card')
    await hall.next(one, 'w3')
    const onward = await hall.step(one, id, { step: 'onward', version: 2 })
    expect(onward.body.ticket.state).toBe('waiting')
    expect(await rowOf(id)).toMatchObject({ lane_id: 'service', rank_at: before.rank_at, window_id: null })
    // Before the one who came later for the same lane.
    expect((await hall.next(two, 'w2')).body.ticket.label).toBe(label)
    expect((await undo(one, 'w3')).body.error?.code).toBe('undo_overtaken')
  })

  it('are added and dropped at the window, undone like any step', async () => {
    const clerk = await hall.clerk('w1')
    const { id } = (await take({ matter: 'roof-leak' })).body.ticket
    await hall.next(clerk)
    const step = (step: 'add' | 'drop', matter: string, version: number) =>
      hall.step(clerk, id, { step, matter, version })
    expect((await step('add', 'roof-leak', 2)).body.error?.code).toBe('matter_twice')
    expect((await step('add', 'nothing', 2)).body.error?.code).toBe('matter_unknown')
    expect((await step('drop', 'job', 2)).body.error?.code).toBe('step_illegal')
    for (const [index, matter] of ['job', 'donate', 'senior-card'].entries())
      expect((await step('add', matter, 2 + index)).status).toBe(200)
    expect((await step('add', 'party-report', 5)).body.error?.code).toBe('matters_full')
    expect((await step('drop', 'donate', 5)).status).toBe(200)
    for (let index = 0; index < 4; index += 1) expect((await undo(clerk, 'w1')).status).toBe(200)
    expect((await rowOf(id)).matters).toBeNull()
  })
})

describe('the one-time checklist', () => {
  it('is ticked at the window, seen on the phone, kept through undo, and printed as a sheet', async () => {
    const clerk = await hall.clerk('w1')
    const { id, code } = (await take({ matter: 'senior-card' })).body.ticket
    await hall.next(clerk)
    const bring = (await phone(code)).visit?.[0]?.bring ?? []
    expect(bring.length).toBeGreaterThan(0)
    const follower = hall.socket('phone', { code })
    const told = nextView(follower, 'ticket', ({ visit }) => (visit?.[0]?.missing.length ?? 0) > 0)
    const missing = [bring[0]?.zh ?? '']
    expect(
      (await post(clerk, `/api/tickets/${id}/checklist`, { matter: 'senior-card', missing, note: '复印两份' })).status,
    ).toBe(200)
    expect((await told).visit?.[0]).toMatchObject({ missing: [bring[0]], note: '复印两份' })
    await undo(clerk, 'w1')
    expect((await phone(code)).visit?.[0]?.note).toBe('复印两份')
    const { body } = await post<{ sheets: ChecklistSheet[] }>(clerk, `/api/tickets/${id}/checklist/sheets`)
    expect(body.sheets).toHaveLength(1)
    expect(body.sheets[0]).toMatchObject({ date: '2026-11-23', note: '复印两份', phone: '021-0000 0100' })
    expect(body.sheets[0]?.bring.map((one) => one.missing)).toEqual(bring.map((_, index) => index === 0))
    expect(body.sheets[0]?.hours.map(({ zh }) => zh).join(' ')).toContain('周一至周五 08:30–20:00')
    expect((await post(clerk, `/api/tickets/${id}/checklist/print`, { printer: null })).body.error?.code).toBe(
      'printer_none',
    )
    await post(clerk, `/api/tickets/${id}/checklist`, { matter: 'senior-card', missing: [], note: '' })
    expect((await rowOf(id)).checklist).toBeNull()
  })

  it('takes no numbers of people, no thing that is not on the list, and nothing of another window', async () => {
    const [one, two] = [await hall.clerk('w1'), await hall.clerk('w3', 'li')]
    const { id } = (await take({ matter: 'roof-leak' })).body.ticket
    await hall.next(one)
    const code = async (token: string, body: object) =>
      (await post(token, `/api/tickets/${id}/checklist`, { matter: 'roof-leak', missing: [], note: '', ...body })).body
        .error?.code
    expect(await code(one, { note: '身份证 31010119500101' })).toBe('body_invalid')
    expect(await code(one, { missing: ['金条'] })).toBe('checklist_stale')
    expect(await code(one, { matter: 'job' })).toBe('matter_unknown')
    expect(await code(two, { note: '照片' })).toBe('ticket_elsewhere')
    expect(await code(one, { note: '照片' })).toBeUndefined()
  })
})

describe('a pause', () => {
  it('is on the wall with when it ends, calls nobody, and ends with the return or with the seat', async () => {
    const clerk = await hall.clerk('w2', 'wang')
    const display = hall.socket('display', { token: await hall.pair('display') })
    const board = (good: (away: boolean) => boolean) =>
      nextView(display, 'board', ({ windows }) => good(windows[1]?.away !== undefined))
    await hall.take(kiosk, 'senior-card')
    const paused = board((away) => away)
    expect((await post(clerk, '/api/windows/w2/pause', { reason: 'meal', minutes: 30 })).status).toBe(200)
    expect((await paused).windows[1]).toMatchObject({
      staffed: false,
      away: { reason: 'meal', until: '2026-11-23T02:30:00.000Z' },
    })
    expect((await hall.next(clerk, 'w2')).body.error?.code).toBe('window_paused')
    const back = board((away) => !away)
    await post(clerk, '/api/windows/w2/back')
    expect((await back).windows[1]?.staffed).toBe(true)
    await post(clerk, '/api/windows/w2/pause', { reason: 'rest', minutes: 5 })
    await post(clerk, '/api/windows/w2/stand')
    expect((await desk(clerk)).windows[1]).not.toHaveProperty('away')
  })

  it('does not begin while somebody is at the window, nor at another’s', async () => {
    const clerk = await hall.clerk('w1')
    await hall.take(kiosk)
    await hall.next(clerk)
    const pause = (window: string) => post(clerk, `/api/windows/${window}/pause`, { reason: 'rest', minutes: 10 })
    expect((await pause('w1')).body.error?.code).toBe('window_busy')
    expect((await pause('w2')).body.error?.code).toBe('window_not_chosen')
  })
})

describe('a lane that nobody serves', () => {
  it('is told to kiosks and desks with who is back first; a number can still be taken', async () => {
    const clerk = await hall.clerk('w3', 'li')
    const view = async () =>
      (
        await hall.api<{ unserved: { lane: string; waiting: number; back: { window: number; at: string } | null }[] }>(
          'GET',
          '/api/views/kiosk',
          { token: kiosk },
        )
      ).body.unserved
    expect((await view()).map(({ lane }) => lane).sort()).toEqual(['party', 'service'])
    expect((await take({ matter: 'senior-card' })).status).toBe(201)
    expect((await desk(clerk)).unserved.find(({ lane }) => lane === 'service')?.waiting).toBe(1)
    const other = await hall.clerk('w2', 'wang')
    expect(await view()).toEqual([])
    await post(other, '/api/windows/w2/pause', { reason: 'rest', minutes: 10 })
    expect((await view()).find(({ lane }) => lane === 'service')?.back).toMatchObject({
      window: 2,
      at: '2026-11-23T02:10:00.000Z',
    })
    // A closed hall is unserved on purpose.
    hall.clock.set(Date.parse('2026-11-23T12:00:00.000Z'))
    await hall.app.schedule.look()
    expect(await view()).toEqual([])
  })
})

describe('closing a window', () => {
  /** w3 with one called, one on hold, and one that was sent to it. */
  async function full() {
    const [one, two] = [await hall.clerk('w3', 'li'), await hall.clerk('w1')]
    const [held, sent, called] = [await hall.take(kiosk), await hall.take(kiosk), await hall.take(kiosk)]
    await hall.next(one, 'w3')
    await hall.step(one, held.id, { step: 'hold', version: 2 })
    await hall.step(two, sent.id, { step: 'transfer', version: 1, to: { window: 'w3' } })
    await hall.step(one, called.id, { step: 'call', version: 1, reason: 'quick' })
    return { one, two, ids: [held.id, sent.id, called.id] as const }
  }
  const standing = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(rowOf))).map(({ state, window_id }) => [state, window_id])

  it('in mid-call gives everything back to the lane at its place, and loses nothing', async () => {
    const { one, two, ids } = await full()
    const ranks = (await Promise.all(ids.map(rowOf))).map(({ rank_at }) => rank_at)
    const closed = await post<{ handed: { label: string; window: number | null }[] }>(one, '/api/windows/w3/close', {
      to: null,
    })
    expect(closed.body.handed.map(({ label }) => label).sort()).toEqual(['B001', 'B002', 'B003'])
    expect(await standing(ids)).toEqual([
      ['held', null],
      ['waiting', null],
      ['waiting', null],
    ])
    expect((await Promise.all(ids.map(rowOf))).map(({ rank_at }) => rank_at)).toEqual(ranks)
    expect((await desk(two)).windows[2]).toMatchObject({ staff: null, current: null })
    expect((await hall.next(two)).body.ticket.label).toBe('B002')
    expect((await hall.next(one, 'w3')).body.error?.code).toBe('window_not_chosen')
  })

  it('hands everything to another window, by a manager too, and can be undone there', async () => {
    const { two, ids } = await full()
    expect((await post(two, '/api/windows/w3/close', { to: 'w1' })).body.error?.code).toBe('role_required')
    const manager = await hall.clerk(null, 'manager')
    expect((await post(manager, '/api/windows/w3/close', { to: 'w3' })).body.error?.code).toBe('window_unknown')
    expect((await post(manager, '/api/windows/w3/close', { to: 'w1' })).status).toBe(200)
    expect(await standing(ids)).toEqual([
      ['held', 'w1'],
      ['waiting', 'w1'],
      ['waiting', 'w1'],
    ])
    const next = await hall.clerk('w3', 'wang')
    for (let step = 0; step < 3; step += 1) expect((await undo(next, 'w3')).status).toBe(200)
    expect(await standing(ids)).toEqual([
      ['held', 'w3'],
      ['waiting', 'w3'],
      ['called', 'w3'],
    ])
  })

  it('is not needed where only the clerk changes: the ticket stays', async () => {
    await hall.clerk('w1')
    const { id } = await hall.take(kiosk)
    const first = await hall.clerk('w1')
    await hall.next(first)
    const second = await hall.clerk(null, 'wang')
    expect((await post(second, '/api/windows/w1/sit', {})).body.error?.code).toBe('window_taken')
    expect((await post(second, '/api/windows/w1/sit', { takeOver: true })).status).toBe(200)
    expect((await hall.step(second, id, { step: 'start', version: 2 })).body.ticket.state).toBe('serving')
    expect((await hall.step(first, id, { step: 'finish', version: 3 })).body.error?.code).toBe('window_not_chosen')
  })
})

describe('windows and lanes as the manager lays them out', () => {
  const edit = { number: 2, name: { zh: '民生窗口', en: 'Services' }, allRound: false, lanes: ['service'] }
  const plan = async (token: string) => (await hall.api<WindowPlan>('GET', '/api/windows', { token })).body

  it('keep the order of lanes, refuse a number twice, and are a manager’s', async () => {
    const [manager, clerk] = [await hall.clerk(null, 'manager'), await hall.clerk('w2', 'wang')]
    expect((await post(clerk, '/api/windows', { id: 'w2', ...edit })).status).toBe(403)
    expect((await plan(manager)).windows[1]?.lanes).toEqual(['service', 'party'])
    const code = async (body: object) =>
      (await post(manager, '/api/windows', { id: 'w2', ...edit, ...body })).body.error?.code
    expect(await code({ number: 1 })).toBe('window_number_taken')
    expect(await code({ lanes: ['nothing'] })).toBe('lane_unknown')
    expect(await code({ lanes: [] })).toBe('body_invalid')
    expect(await code({ lanes: ['party', 'safety', 'service'] })).toBeUndefined()
    expect((await plan(manager)).windows[1]?.lanes).toEqual(['party', 'safety', 'service'])
    const made = await post<{ window: { id: string } }>(manager, '/api/windows', { id: null, ...edit, number: 9 })
    expect(made.status).toBe(201)
    expect((await plan(manager)).windows.map(({ number }) => number)).toEqual([1, 2, 3, 9])
    expect((await post(manager, `/api/windows/${made.body.window.id}/remove`)).status).toBe(200)
    expect((await post(manager, '/api/windows/w2/remove')).body.error).toMatchObject({ code: 'window_in_use' })
  })

  it('give up a lane only with somebody who takes over; nobody who waits loses their place', async () => {
    const manager = await hall.clerk(null, 'manager')
    const clerk = await hall.clerk('w2', 'wang')
    const { id, label } = await hall.take(kiosk)
    const before = await rowOf(id)
    const remove = (to: string | null) => post(manager, '/api/lanes/governance/remove', { to })
    expect((await remove(null)).body.error).toMatchObject({ code: 'lane_in_use', facts: { open: 1, booked: 0 } })
    expect((await remove('governance')).body.error?.code).toBe('lane_unknown')
    expect((await remove('service')).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ lane_id: 'service', rank_at: before.rank_at, state: 'waiting' })
    expect((await desk(clerk)).lanes.map(({ id }) => id)).toEqual(['party', 'service', 'safety'])
    expect((await plan(manager)).windows[2]?.lanes).toEqual(['service', 'safety'])
    expect((await hall.next(clerk, 'w2')).body.ticket.label).toBe(label)
    expect((await hall.take(kiosk)).label).toMatch(/^C/)
  })
})

const LANES: Record<string, string> = { 'roof-leak': 'governance', donate: 'party', 'senior-card': 'service' }
const laneOf = (matter: string) => LANES[matter] ?? matter
