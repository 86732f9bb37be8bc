// Numbers while the hub is away, against a real hub: blocks in good time, and slips that come back once, twice, late, wrong or from a copy.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeaseBook, LeaseFace, SlipBody, SlipsReply } from '#contract/leases.ts'
import type { DeskView, TicketView } from '#contract/views.ts'
import { setLastNumber } from '#db/queries/leases.ts'
import { newId, newSecret } from '../ids.ts'
import { MONDAY_10, openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let clerk: string
const MINUTE = 60_000
const iso = (minutes: number) => new Date(MONDAY_10 + minutes * MINUTE).toISOString()

beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  clerk = await hall.clerk('w1')
}, 60_000)
afterEach(() => hall.stop())

type Held = { id: string; used: number }[]
const lease = async (held: Held = [], token = kiosk) =>
  (await hall.api<LeaseBook>('POST', '/api/leases', { token, body: { held } })).body
const today = ({ leases }: LeaseBook, lane = 'governance') =>
  leases.find((one) => one.lane === lane && one.serviceDate === '2026-11-23')!

let sequence = 0
function slip({ id, first }: LeaseFace, more: Partial<SlipBody> = {}): SlipBody {
  sequence += 1
  return {
    id: newId(Date.now()),
    code: newSecret(),
    lease: id,
    lane: 'governance',
    prefix: 'B',
    number: first,
    matter: 'roof-leak',
    class: 'normal',
    takenAt: iso(5),
    sure: true,
    sequence,
    asked: null,
    printed: 'printed',
    ...more,
  }
}
const hand = (slips: SlipBody[], { token = kiosk, key = true }: { token?: string; key?: string | boolean } = {}) =>
  hall.api<SlipsReply & { error?: { code: string } }>('POST', '/api/slips', { token, body: { slips }, key })
const outcomes = async (slips: SlipBody[], token = kiosk) =>
  (await hand(slips, { token })).body.slips.map(({ outcome, label }) => `${outcome} ${label}`)
const desk = async () => (await hall.api<DeskView>('GET', '/api/views/desk', { token: clerk })).body
const acts = async () => {
  const manager = await hall.clerk(null, 'manager')
  const { body } = await hall.api<{ acts: { act: string; about: string; detail: string }[] }>('GET', '/api/acts', {
    token: manager,
  })
  return body.acts
}

describe('blocks', () => {
  it('are given for every lane, today and tomorrow, to each kiosk its own, and again only where they run low', async () => {
    const first = await lease()
    expect(first.leases).toHaveLength(8)
    expect(first.paper).toBe('own')
    expect(new Set(first.leases.map(({ serviceDate }) => serviceDate))).toEqual(new Set(['2026-11-23', '2026-11-24']))
    const other = await lease([], await hall.pair('kiosk', 'second'))
    expect(today(other).first).toBe(today(first).last + 1)
    const same = await lease(first.leases.map(({ id }) => ({ id, used: 0 })))
    expect(same.leases.map(({ id }) => id).toSorted()).toEqual(first.leases.map(({ id }) => id).toSorted())
    const more = await lease(first.leases.map(({ id }) => ({ id, used: id === today(first).id ? 30 : 0 })))
    expect(more.leases).toHaveLength(9)
    expect(more.device).not.toBe(other.device)
  })

  it('are not given again to a kiosk that lost its storage: it may have used them', async () => {
    const first = await lease()
    expect(today(await lease()).first).toBeGreaterThan(today(first).last)
  })

  it('are for kiosks alone', async () => {
    expect((await hall.api('POST', '/api/leases', { token: clerk, body: { held: [] } })).status).toBe(401)
    expect((await hall.api('POST', '/api/slips', { token: clerk, body: { slips: [] } })).status).toBe(401)
  })

  it('never meet the hub’s own numbers, however busy the day', async () => {
    const day = { lane: 'governance', serviceDate: '2026-11-23' }
    await hall.store.write((trx) => setLastNumber(trx, hall.hall, { ...day, number: 599 }))
    const block = today(await lease())
    expect(block.first).toBe(601)
    expect([(await hall.take(kiosk)).label, (await hall.take(kiosk)).label]).toEqual(['B600', `B${block.last + 1}`])
    const next = today(await lease([], await hall.pair('kiosk', 'second')))
    expect(next.first).toBe(block.last + 2)
    expect((await hall.take(kiosk)).label).toBe(`B${next.last + 1}`)
  })
})

describe('the return', () => {
  it('gives each slip its number, its code and its place by the time at which it was taken', async () => {
    const block = today(await lease())
    hall.clock.forward(3)
    await hall.take(kiosk)
    hall.clock.forward(27)
    await hall.take(kiosk)
    const early = slip(block, { takenAt: iso(2) })
    const between = slip(block, { number: block.first + 1, takenAt: iso(10), printed: 'failed' })
    expect(await outcomes([between, early])).toEqual([`kept B${block.first + 1}`, `kept B${block.first}`])
    clerk = await hall.clerk('w1')
    const view = await desk()
    expect(view.waiting.map(({ label }) => label)).toEqual(['B601', 'B001', 'B602', 'B002'])
    expect(view.slips).toEqual([])
    expect(view.unprinted.map(({ label }) => label)).toContain('B602')
    const followed = await hall.api<TicketView>('GET', `/api/views/ticket/${early.code}`, { key: false })
    expect(followed.body).toMatchObject({ label: 'B601', ahead: 0, joinedAt: iso(2) })
    expect((await hall.next(clerk)).body.ticket.label).toBe('B601')
    expect((await acts()).find(({ act }) => act === 'slips')?.detail).toBe('B602 B601')
  })

  it('makes one ticket of a slip that is handed in again, with the same key or another', async () => {
    const block = today(await lease())
    const one = slip(block)
    const [first, again] = [await hand([one], { key: 'the-same-key' }), await hand([one], { key: 'the-same-key' })]
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await outcomes([one, one])).toEqual(['kept B601'])
    expect((await desk()).waiting).toHaveLength(1)
  })

  it('keeps all the matters of a visit, but for what is not in the book any more', async () => {
    const block = today(await lease())
    expect(await outcomes([slip(block, { more: ['senior-card', 'gone'] })])).toEqual(['kept B601'])
    const manager = await hall.clerk(null, 'manager')
    const { body } = await hall.api<DeskView>('GET', '/api/views/desk', { token: manager })
    expect(JSON.stringify(body.waiting[0])).toContain('senior-card')
    expect(JSON.stringify(body.waiting[0])).not.toContain('gone')
  })

  it('gives another number to the second of two kiosks with one block, and tells every desk until it is put away', async () => {
    const block = today(await lease())
    const copy = await hall.pair('kiosk', 'copy')
    hall.clock.forward(10)
    expect(await outcomes([slip(block)])).toEqual(['kept B601'])
    const second = slip(block, { takenAt: iso(6) })
    expect(await outcomes([second], copy)).toEqual(['renumbered B001'])
    const [told] = (await desk()).slips
    expect(told).toMatchObject({ label: 'B601', now: 'B001' })
    expect((await acts()).map(({ act }) => act)).toContain('slip-renumbered')
    expect((await hall.api('POST', `/api/slips/${told!.id}/seen`, { token: clerk, body: {} })).status).toBe(200)
    expect((await hall.api('POST', `/api/slips/${told!.id}/seen`, { token: clerk, body: {} })).status).toBe(404)
    expect((await desk()).slips).toEqual([])
    expect((await hall.take(kiosk)).label).toBe('B002')
  })

  it('follows each of two slips with one code by a code of its own', async () => {
    const block = today(await lease())
    const one = slip(block)
    const twin = slip(block, { number: block.first + 1, code: one.code })
    expect(await outcomes([one, twin])).toEqual(['kept B601', 'kept B602'])
    const followed = await hall.api<TicketView>('GET', `/api/views/ticket/${one.code}`, { key: false })
    expect(followed.body.label).toBe('B601')
  })

  it('takes what yesterday left, as a number of yesterday, and refuses a number of another day than its block', async () => {
    const { leases } = await lease()
    const tomorrow = leases.find((one) => one.lane === 'governance' && one.serviceDate === '2026-11-24')!
    expect(await outcomes([slip(tomorrow, { takenAt: iso(1) })])).toEqual(['refused null'])
    expect((await desk()).slips).toMatchObject([{ label: 'B601', now: null }])
    expect((await acts()).map(({ act }) => act)).toContain('slip-refused')
    hall.clock.set(MONDAY_10 + 24 * 60 * MINUTE)
    clerk = await hall.clerk('w1')
    expect(await outcomes([slip(today({ leases } as LeaseBook))])).toEqual(['kept B601'])
    expect((await desk()).leftover.map(({ label, serviceDate }) => [label, serviceDate])).toEqual([
      ['B601', '2026-11-23'],
    ])
  })

  it.each([-60, 60])('keeps the order of a kiosk whose clock was set by %i minutes', async (set) => {
    const block = today(await lease())
    hall.clock.forward(30)
    const slips = [5, 10 + set, 15 + set].map((minute, at) =>
      slip(block, { number: block.first + at, takenAt: iso(minute), sure: at === 0 }),
    )
    await hand(slips)
    clerk = await hall.clerk('w1')
    const waiting = (await desk()).waiting
    expect(waiting.map(({ label }) => label)).toEqual(['B601', 'B602', 'B603'])
    for (const { joinedAt } of waiting) expect(joinedAt >= iso(0) && joinedAt <= iso(30)).toBe(true)
  })

  it('knows nothing of the block (a backup was put back), and loses nobody', async () => {
    const gone = { ...today(await lease()), id: 'gone' }
    hall.clock.forward(10)
    expect(await outcomes([slip(gone), slip(gone, { takenAt: '1970-01-01T00:00:00.000Z', sure: false })])).toHaveLength(
      2,
    )
    const view = await desk()
    expect(view.waiting.length + view.leftover.length).toBe(2)
  })

  it('finds a place for whoever came for a lane or a matter that is gone', async () => {
    const block = today(await lease())
    hall.clock.forward(10)
    const slips = [
      slip(block, { lane: 'gone', prefix: 'E' }),
      slip(block, { number: block.first + 1, matter: 'gone' }),
      slip(block, { lane: 'gone', prefix: 'E', matter: 'gone' }),
    ]
    expect(await outcomes(slips)).toEqual(['renumbered B601', 'kept B602', 'refused null'])
    expect((await desk()).slips.map(({ label, now }) => [label, now])).toEqual([
      ['E601', 'B601'],
      ['E601', null],
    ])
  })
})

describe('a wish that reached the hub, though the kiosk never heard so', () => {
  const KEY = 'wish-0123456789abcdef'
  const wish = () =>
    hall.api<{ ticket: { label: string; id: string } }>('POST', '/api/tickets', {
      token: kiosk,
      key: KEY,
      body: { matter: 'roof-leak', class: 'normal' },
    })

  it('stays one ticket, under the number and the code that its holder has', async () => {
    const block = today(await lease())
    expect((await wish()).body.ticket.label).toBe('B001')
    const one = slip(block, { asked: KEY })
    expect(await outcomes([one])).toEqual(['kept B601'])
    expect((await desk()).waiting.map(({ label, joinedAt }) => [label, joinedAt])).toEqual([['B601', iso(0)]])
    const followed = await hall.api<TicketView>('GET', `/api/views/ticket/${one.code}`, { key: false })
    expect(followed.body.label).toBe('B601')
  })

  it('that arrives after its slip finds its answer, and makes no second one', async () => {
    const block = today(await lease())
    await hand([slip(block, { asked: KEY })])
    const late = await wish()
    expect([late.status, late.body.ticket.label]).toEqual([201, 'B601'])
    expect((await desk()).waiting).toHaveLength(1)
  })

  it('has missed nothing where it was called by a number that nobody saw, and stays served where it was served', async () => {
    const block = today(await lease())
    const { body } = await wish()
    await hall.next(clerk)
    await hall.step(clerk, body.ticket.id, { step: 'leave', version: 2 })
    expect(await outcomes([slip(block, { asked: KEY })])).toEqual(['kept B601'])
    expect((await desk()).waiting.map(({ label }) => label)).toEqual(['B601'])
    await hall.next(clerk)
    const { windows } = await desk()
    const now = windows.find(({ id }) => id === 'w1')!.current!
    await hall.step(clerk, now.id, { step: 'finish', version: now.version })
    expect(await outcomes([slip(block, { number: block.first + 1, asked: KEY })])).toEqual(['kept B602'])
    expect((await desk()).waiting).toEqual([])
  })
})
