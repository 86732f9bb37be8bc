// The simulator's rows on a short run from a fixed seed: few days, so shares have a wider margin here than in `npm run simulate`.
import { describe, expect, it } from 'vitest'
import { rules, runDay } from './simulate-day.ts'
import { Hall, largestHeadStart } from './simulate-hall.ts'
import { fairness, leases, looks, promises } from './simulate-measure.ts'
import { table } from './simulate-table.ts'

const seed = 20261123
const MINUTES = 120_000

describe('a few hundred days', () => {
  it('overtake nobody by more than the largest head start, and cost the others little', { timeout: MINUTES }, () => {
    const [overtaken, normal, entitled] = fairness({ seed, days: 900 })
    expect(overtaken).toMatchObject({ met: true, fcfs: 0 })
    expect(overtaken!.value).toBeGreaterThan(largestHeadStart() / 2)
    expect(overtaken!.strict).toBeGreaterThan(largestHeadStart())
    expect(normal!.met).toBe(true)
    expect(entitled!.met).toBe(true)
    expect(table([overtaken!, normal!, entitled!])).toContain('met')
  })

  it(
    'keep the promise of the band on every kind of day, and err less than a single figure',
    { timeout: MINUTES },
    () => {
      const rows = promises({ seed, bandDays: 160, learning: 60 })
      for (const { unit, value } of rows.filter(({ unit }) => unit === '%')) {
        expect(unit).toBe('%')
        expect(value).toBeGreaterThan(74)
        expect(value).toBeLessThan(86)
      }
      expect(rows.at(-1)).toMatchObject({ unit: 'min', met: true })
    },
  )

  it('never change a band that is shown without a reason', { timeout: MINUTES }, () => {
    expect(looks({ seed, lookDays: 12 })[0]).toMatchObject({ value: 0, met: true })
  })

  it('lose, double and misplace nobody while the hub is away', () => {
    for (const row of leases({ seed, outages: 20 })) expect(row).toMatchObject({ value: 0, met: true })
  })
})

describe('a day', () => {
  it('is the same from the same seed, another from another, and the same visitors come under every rule', () => {
    const calls = (of: number, rule: keyof typeof rules) => {
      const seen: string[] = []
      const script = new Hall(of).day('busy')
      runDay(script, rules[rule], { called: ({ now }, { id }, seat) => seen.push(`${now} ${id} ${seat.id}`) })
      return seen
    }
    expect(calls(1, 'rank')).toEqual(calls(1, 'rank'))
    expect(calls(1, 'rank')).not.toEqual(calls(2, 'rank'))
    expect(new Hall(1).day('busy').visits).toEqual(new Hall(1).day('busy').visits)
  })

  it('calls everybody who stayed, once unless they missed the call', () => {
    const hall = new Hall(3)
    for (const kind of ['quiet', 'overloaded'] as const) {
      const script = hall.day(kind)
      const calls = new Map<string, number>()
      let left = 0
      runDay(script, rules.rank, {
        called: (_, { id }) => calls.set(id, (calls.get(id) ?? 0) + 1),
        left: () => (left += 1),
      })
      expect(calls.size + left).toBe(script.visits.length)
      expect(Math.max(...calls.values())).toBeLessThanOrEqual(2)
    }
  })
})
