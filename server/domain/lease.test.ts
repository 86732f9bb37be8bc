// Numbers while the hub is away, and its return: none doubled, none lost, places by the time; whatever clocks, kiosks and networks do.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BLOCK,
  grantLease,
  hubTime,
  isLeased,
  issueFromLease,
  LEASED_FROM,
  needsLease,
  nextOwnNumber,
  type Lease,
  type Slip,
} from './lease.ts'
import { returnSlips, type HubFacts, type Return } from './lease-return.ts'
import { rankOf } from './queue-order.ts'
import { iso, serviceDate } from './service-day.ts'

const ZONE = 'Asia/Shanghai'
const DATE = '2026-11-23'
const GRANTED = Date.parse('2026-11-23T00:30:00.000Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const grant = (device: string, granted: readonly Lease[] = [], lane = 'a') =>
  grantLease({ id: `${device}-${lane}-${granted.length}`, device, lane, serviceDate: DATE }, { granted, now: GRANTED })

function slip(number: number, of: Partial<Slip> = {}): Slip {
  const takenAt = iso(GRANTED + HOUR)
  const plain = { device: 'k1', lease: 'k1-a-0', lane: 'a', matter: 'm', class: 'normal', takenAt, sure: true }
  return { id: `s${number}`, ...plain, number, sequence: number, ...of }
}

/** A hub that knows these leases and has issued these numbers of lane a. */
function hub(
  leases: readonly Lease[],
  { issued = [], known = new Map() }: { issued?: number[]; known?: Map<string, number> } = {},
): HubFacts {
  let last = 0
  return {
    now: GRANTED + 3 * HOUR,
    zone: ZONE,
    leases,
    known,
    taken: (_, __, number) => issued.includes(number),
    fresh: () => (last = nextOwnNumber(last, leases)),
    headStarts: new Map([['senior', 15]]),
  }
}
const numberOf = (back: Return) => (back.outcome === 'refused' ? null : back.number)

describe('blocks', () => {
  it('never overlap within a lane and a day, and the hub’s own numbers jump over them', () => {
    const leases: Lease[] = []
    for (const device of ['k1', 'k2', 'k3', 'k1']) leases.push(grant(device, leases))
    const numbers = leases.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    expect(new Set(numbers).size).toBe(4 * BLOCK)
    expect(numbers.every(isLeased)).toBe(true)
    expect(nextOwnNumber(11, leases)).toBe(12)
    expect(nextOwnNumber(LEASED_FROM - 1, leases)).toBe(LEASED_FROM + 4 * BLOCK)
    expect(nextOwnNumber(LEASED_FROM - 1, leases.toReversed())).toBe(LEASED_FROM + 4 * BLOCK)
    expect(grant('k1', leases, 'b').first).toBe(LEASED_FROM)
  })

  it('are asked for in time: for today, and before one is used up', () => {
    const lease = grant('k1')
    expect(needsLease(null, { date: DATE, used: 0 })).toBe(true)
    expect(needsLease(lease, { date: DATE, used: BLOCK / 2 })).toBe(false)
    expect(needsLease(lease, { date: DATE, used: BLOCK / 2 + 1 })).toBe(true)
    expect(needsLease(lease, { date: '2026-11-24', used: 0 })).toBe(true)
  })

  it('give each number once, and nothing to another kiosk, on another day, or when they are empty', () => {
    const lease = grant('k1')
    const issue = (used: number, { device = 'k1', now = GRANTED } = {}) =>
      issueFromLease(lease, { device, used, date: serviceDate(now, ZONE) })
    expect(issue(0)).toEqual({ ok: true, number: lease.first })
    expect(issue(BLOCK - 1)).toEqual({ ok: true, number: lease.last })
    expect(issue(BLOCK)).toEqual({ ok: false, refusal: 'lease_empty' })
    expect(issue(0, { device: 'k2' })).toEqual({ ok: false, refusal: 'lease_foreign' })
    expect(issue(0, { now: Date.parse('2026-11-23T15:59:59.999Z') }).ok).toBe(true)
    expect(issue(0, { now: Date.parse('2026-11-23T16:00:00.000Z') })).toEqual({ ok: false, refusal: 'lease_over' })
    expect(issueFromLease(null, { device: 'k1', used: 0, date: DATE })).toEqual({
      ok: false,
      refusal: 'lease_none',
    })
  })
})

describe('the hub’s time at a kiosk', () => {
  const mark = { hubAt: GRANTED, monotonic: 5000, wall: GRANTED + 90_000, run: 'one' }

  it('does not care who sets the wall clock', () => {
    for (const jump of [-HOUR, 0, HOUR]) {
      const time = hubTime(mark, { monotonic: 5000 + MINUTE, wall: mark.wall + MINUTE + jump, run: 'one' })
      expect(time).toEqual({ at: GRANTED + MINUTE, sure: true })
    }
  })

  it('after a restart goes by the wall clock, is not sure, and never before the hub’s last word', () => {
    const after = (wall: number) => hubTime(mark, { monotonic: 10, wall, run: 'two' })
    expect(after(mark.wall + MINUTE)).toEqual({ at: GRANTED + MINUTE, sure: false })
    expect(after(mark.wall - HOUR)).toEqual({ at: GRANTED, sure: false })
  })
})

describe('the return', () => {
  const k1 = grant('k1')

  it('gives each slip its number and its place by the time at which it was taken', () => {
    const [back] = returnSlips([slip(601, { class: 'senior' })], hub([k1]))
    const joinedAt = iso(GRANTED + HOUR)
    expect(back).toMatchObject({
      outcome: 'kept',
      number: 601,
      serviceDate: DATE,
      joinedAt,
      rankAt: rankOf(GRANTED + HOUR, 15),
    })
  })

  it('gives the same answer again', () => {
    expect(returnSlips([slip(601), slip(601)], hub([k1])).map(({ outcome }) => outcome)).toEqual(['kept', 'known'])
    const known = new Map([['s601', 7]])
    expect(returnSlips([slip(601)], hub([k1], { known }))[0]).toMatchObject({ outcome: 'known', number: 7 })
  })

  it('gives a new number to the second of two kiosks with one block, and to a number of no block', () => {
    const twice = [slip(601), slip(601, { id: 'other' }), slip(999), slip(602, { lease: 'gone' })]
    const back = returnSlips(twice, hub([k1]))
    expect(back.map(({ outcome }) => outcome).toSorted()).toEqual(['kept', 'renumbered', 'renumbered', 'renumbered'])
    expect(new Set(back.map(numberOf)).size).toBe(4)
    expect(returnSlips([slip(601)], hub([k1], { issued: [601] }))[0]).toMatchObject({
      outcome: 'renumbered',
      number: 1,
    })
  })

  it('refuses a number that was taken on another day than its block’s, and takes one of yesterday that comes in today', () => {
    const old = { ...k1, serviceDate: '2026-11-22' }
    expect(returnSlips([slip(601)], hub([old]))[0]!.outcome).toBe('refused')
    const next = { ...hub([k1]), now: GRANTED + 24 * HOUR }
    expect(returnSlips([slip(601)], next)[0]).toMatchObject({ outcome: 'kept', serviceDate: DATE })
  })

  it('loses nobody, doubles nothing and keeps each kiosk’s order, whatever the clocks said', () => {
    const rows = fc.array(
      fc.record({
        device: fc.constantFrom('k1', 'k2'),
        clone: fc.boolean(),
        minute: fc.integer({ min: -120, max: 400 }),
        sure: fc.boolean(),
        lane: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 30 },
    )
    const leases = [k1, grant('k2', [k1]), grant('k1', [], 'b'), { ...grant('k2', [], 'b'), first: 641, last: 680 }]
    fc.assert(
      fc.property(rows, fc.array(fc.nat(29)), (rows, again) => {
        const facts = hub(leases)
        const issued = new Map<string, number>()
        const known = new Map<string, number>()
        const used = new Map<string, number>()
        const slips = rows.map(({ device, clone, minute, sure, lane }, sequence) => {
          const lease = leases.find((one) => one.device === device && one.lane === lane)!
          const key = `${device} ${lane} ${clone}`
          used.set(key, (used.get(key) ?? -1) + 1)
          const number = lease.first + used.get(key)!
          const takenAt = iso(GRANTED + minute * MINUTE)
          return slip(number, { id: `s${sequence}`, device, lease: lease.id, lane, takenAt, sure, sequence })
        })
        const taken = (lane: string, _: string, number: number) =>
          [...issued.values(), ...own].includes(code(lane, number))
        const own: number[] = []
        const code = (lane: string, number: number) => number * 2 + Number(lane === 'b')
        for (const batch of [slips.filter((_, at) => again.includes(at)), slips]) {
          const back = returnSlips(batch, { ...facts, known, taken })
          let before = ''
          for (const one of back) {
            if (one.outcome === 'refused' || one.outcome === 'known') continue
            expect(issued.has(one.slip.id)).toBe(false)
            issued.set(one.slip.id, code(one.slip.lane, one.number))
            known.set(one.slip.id, one.number)
            expect(one.joinedAt >= before).toBe(true)
            expect(one.joinedAt >= iso(GRANTED) && one.joinedAt <= iso(facts.now)).toBe(true)
            before = one.joinedAt
          }
        }
        expect(issued.size).toBe(slips.length)
        expect(new Set(issued.values()).size).toBe(slips.length)
      }),
      { numRuns: 200 },
    )
  })
})
