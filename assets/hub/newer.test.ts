import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshness, LATE_AFTER, LOST_AFTER } from './freshness.ts'
import { isNewer } from './newer.ts'

const stamp = fc.record({
  epoch: fc.constantFrom('first', 'second'),
  rev: fc.nat(9),
  at: fc.constant('2026-11-23T02:00:00.000Z'),
})

describe('which snapshot wins', () => {
  it('is the one with the greater revision of the same history, and never the same one again', () => {
    fc.assert(
      fc.property(stamp, stamp, (next, shown) => {
        if (next.epoch === shown.epoch) expect(isNewer(next, shown, false)).toBe(next.rev > shown.rev)
      }),
    )
  })

  it('is that of another history whatever its revision, and the first after a connection', () => {
    fc.assert(
      fc.property(stamp, stamp, (next, shown) => {
        if (next.epoch !== shown.epoch) expect(isNewer(next, shown, false)).toBe(true)
        expect(isNewer(next, shown, true)).toBe(true)
        expect(isNewer(next, undefined, false)).toBe(true)
      }),
    )
  })

  it('ends with the newest of one history, in whatever order and however often they arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), (revs) => {
        let shown: { epoch: string; rev: number; at: string } | undefined
        for (const rev of revs) {
          const next = { epoch: 'first', rev, at: '' }
          if (isNewer(next, shown, false)) shown = next
        }
        expect(shown?.rev).toBe(Math.max(...revs))
      }),
    )
  })
})

describe('how far a screen may trust itself', () => {
  it('is fresh for ten seconds, late for a minute, then lost', () => {
    const silences = [0, LATE_AFTER - 1, LATE_AFTER, LOST_AFTER - 1, LOST_AFTER, Number.POSITIVE_INFINITY]
    expect(silences.map(freshness)).toEqual(['fresh', 'fresh', 'late', 'late', 'lost', 'lost'])
    expect([LATE_AFTER, LOST_AFTER]).toEqual([10_000, 60_000])
  })
})
