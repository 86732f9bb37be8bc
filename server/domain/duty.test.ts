// Who is on duty: at each edge, in which order, and when that changes next.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextEdge, onDuty, type Shift } from './duty.ts'
import { iso } from './service-day.ts'

const START = Date.parse('2026-11-23T00:00:00.000Z')
const MINUTE = 60_000

const shift = fc
  .record({
    id: fc.uuid(),
    // Half hours, so that two shifts often end together.
    from: fc.nat(20).map((half) => half * 30),
    long: fc.integer({ min: 1, max: 8 }).map((half) => half * 30),
    window: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map(({ id, from, long, window }): Shift => ({
    id,
    person: 'chen',
    kind: 'window',
    window,
    startsAt: iso(START + from * MINUTE),
    endsAt: iso(START + (from + long) * MINUTE),
  }))
const roster = fc.uniqueArray(shift, { maxLength: 12, size: 'max', selector: ({ id }) => id })
const moment = fc.nat(840).map((minute) => START + minute * MINUTE)

describe('on duty', () => {
  it('from the first minute of a shift to the one before its last', () => {
    const one: Shift = {
      id: 's',
      person: 'chen',
      kind: 'evening',
      window: 1,
      startsAt: iso(START),
      endsAt: iso(START + 60 * MINUTE),
    }
    const at = (now: number) => onDuty([one], now).length
    expect([at(START - 1), at(START), at(START + 60 * MINUTE - 1), at(START + 60 * MINUTE)]).toEqual([0, 1, 1, 0])
  })

  it('is everybody whose shift is on, and nobody else', () => {
    fc.assert(
      fc.property(roster, moment, (shifts, now) => {
        const on = shifts.filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt))
        expect(new Set(onDuty(shifts, now))).toEqual(new Set(on))
      }),
    )
  })

  it('stands windows first, by number, and reads the same however the roster is stored', () => {
    fc.assert(
      fc.property(roster, moment, (shifts, now) => {
        const numbers = onDuty(shifts, now).map(({ window }) => window ?? 100)
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
        expect(onDuty([...shifts].reverse(), now)).toEqual(onDuty(shifts, now))
      }),
      { numRuns: 500 },
    )
  })

  it('does not change before the next edge', () => {
    fc.assert(
      fc.property(roster, moment, (shifts, now) => {
        const edge = nextEdge(shifts, now)
        expect(edge).toBeGreaterThan(now)
        const until = Math.min(edge, START + 840 * MINUTE)
        for (let at = now; at < until; at += 13 * MINUTE) expect(onDuty(shifts, at)).toEqual(onDuty(shifts, now))
        if (Number.isFinite(edge))
          expect(shifts.some(({ startsAt, endsAt }) => [startsAt, endsAt].includes(iso(edge)))).toBe(true)
      }),
    )
  })

  it('has no next edge when nothing follows', () => {
    expect(nextEdge([], START)).toBe(Number.POSITIVE_INFINITY)
  })
})
