// Slots lie within the hours, sell no more than their share, and go to those who booked first.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displaced, freeSlots, slotsOf } from './appointment-slots.ts'

const MINUTE = 60_000
const OPENS = Date.parse('2026-11-23T00:30:00.000Z')
const span = (from: number, to: number) => ({ from: OPENS + from * MINUTE, to: OPENS + to * MINUTE })
const rule = { every: 15, share: 0.5 }

describe('slots', () => {
  it('lie within the hours, and sell no more than the share of the windows’ time', () => {
    const arbitrary = fc.record({
      windows: fc.integer({ min: 0, max: 5 }),
      minutes: fc.integer({ min: 3, max: 40 }),
      every: fc.constantFrom(10, 15, 20, 30),
      share: fc.constantFrom(0, 0.25, 0.5, 1),
      length: fc.nat(240),
      pause: fc.nat(120),
    })
    fc.assert(
      fc.property(arbitrary, ({ length, pause, ...of }) => {
        const spans = [span(0, length), span(length + pause, 2 * length + pause)]
        const slots = slotsOf(spans, of)
        for (const { at, places } of slots) {
          expect(spans.some(({ from, to }) => from <= at && at + of.every * MINUTE <= to)).toBe(true)
          expect(places).toBeGreaterThan(0)
        }
        const sold = slots.reduce((sum, { places }) => sum + places, 0) * of.minutes
        expect(sold).toBeLessThanOrEqual(of.share * of.windows * 2 * length)
      }),
    )
  })

  it('of a slow lane come less often; a closed day has none', () => {
    expect(slotsOf([span(0, 60)], { ...rule, windows: 1, minutes: 15 }).map(({ at }) => at)).toEqual([
      OPENS + 15 * MINUTE,
      OPENS + 45 * MINUTE,
    ])
    expect(slotsOf([], { ...rule, windows: 2, minutes: 10 })).toEqual([])
    expect(slotsOf([span(0, 60)], { ...rule, windows: 0, minutes: 10 })).toEqual([])
  })

  it('are free until their places are booked, or their time has come', () => {
    const slots = slotsOf([span(0, 60)], { every: 15, share: 1, windows: 2, minutes: 15 })
    const free = freeSlots(slots, { booked: [slots[1]!.at, slots[2]!.at, slots[2]!.at], now: OPENS })
    expect(free).toEqual([
      { at: slots[1]!.at, places: 1 },
      { at: slots[3]!.at, places: 2 },
    ])
  })

  it('that are gone after a change of hours displace the last who booked', () => {
    const appointment = (id: string, slot: number, bookedAt: number) => ({ id, slot, bookedAt })
    const slots = [{ at: 10, places: 1 }]
    const all = [appointment('second', 10, 2), appointment('first', 10, 1), appointment('closed', 20, 0)]
    expect(displaced(all, slots).map(({ id }) => id)).toEqual(['second', 'closed'])
    expect(displaced(all, [])).toHaveLength(3)
  })
})
