// Appointments by the rule that places everybody: kept, late, early or absent, and no walk-in starves because of them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalOf, rankOfAppointment, type AppointmentRule } from './appointment.ts'
import { nextFor, rankOf, type Ranked } from './queue-order.ts'
import { iso } from './service-day.ts'

const SLOT = Date.parse('2026-11-23T02:00:00.000Z')
const MINUTE = 60_000
const rule: AppointmentRule = { headStart: 15, grace: 10, early: 30 }
/** Minutes from the slot. */
const at = (minutes: number) => SLOT + minutes * MINUTE
const rank = (arrived: number, classHeadStart = 0) =>
  rankOfAppointment({ slot: SLOT, arrived: at(arrived), classHeadStart }, rule)
const headStart = fc.constantFrom(0, 10, 15, 25)

describe('an appointment', () => {
  it('is still to come, absent, early, on time or late', () => {
    const of = (arrived: number | null, now: number) =>
      arrivalOf({ slot: SLOT, arrived: arrived === null ? null : at(arrived), now: at(now) }, rule)
    expect(of(null, 10)).toBeNull()
    expect(of(null, 11)).toBe('absent')
    expect(of(-31, 0)).toBe('early')
    expect(of(-30, 0)).toBe('on_time')
    expect(of(10, 10)).toBe('on_time')
    expect(of(11, 11)).toBe('late')
  })

  it('on time ranks its head start before the slot, a little late before the arrival, too late like a walk-in', () => {
    expect(rank(-5)).toBe(rankOf(SLOT, 15))
    expect(rank(0)).toBe(rankOf(SLOT, 15))
    expect(rank(10)).toBe(rankOf(at(10), 15))
    expect(rank(11)).toBe(rankOf(at(11), 0))
    expect(rank(11, 25)).toBe(rankOf(at(11), 25))
  })

  it('much too early waits for the slot’s place, unless a walk-in’s is better', () => {
    expect(rank(-40)).toBe(rankOf(at(-40), 0))
    expect(rank(-10)).toBe(rankOf(at(0), 15))
  })

  it('is never worse than a walk-in, never ahead by more than the larger head start, and coming earlier never costs the place', () => {
    const arrived = fc.integer({ min: -120, max: 60 })
    fc.assert(
      fc.property(arrived, arrived, headStart, (one, other, classHeadStart) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        const place = rank(early, classHeadStart)
        expect(place <= rankOf(at(early), classHeadStart)).toBe(true)
        expect(place >= rankOf(at(early), Math.max(classHeadStart, rule.headStart))).toBe(true)
        expect(place <= rank(late, classHeadStart)).toBe(true)
      }),
    )
  })
})

describe('a walk-in', () => {
  it('is called before whoever arrives later than the largest head start, however many slots are sold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ slot: fc.nat(120), off: fc.integer({ min: -60, max: 30 }), headStart })),
        (booked) => {
          const walkIn: Ranked = {
            id: 'walk-in',
            lane: 'a',
            window: null,
            joinedAt: iso(SLOT),
            rankAt: rankOf(SLOT, 0),
          }
          const kept = booked.map(({ slot, off, headStart }, index) => {
            const arrived = at(slot + off)
            return {
              id: `b${index}`,
              lane: 'a',
              window: null,
              joinedAt: iso(arrived),
              rankAt: rankOfAppointment({ slot: at(slot), arrived, classHeadStart: headStart }, rule),
            }
          })
          const order = nextFor({ id: 'w1', allRound: true, lanes: [] }, [...kept, walkIn])
          for (const before of order.slice(0, order.indexOf(walkIn)))
            expect(Date.parse(before.joinedAt) - SLOT).toBeLessThanOrEqual(25 * MINUTE)
        },
      ),
    )
  })
})
