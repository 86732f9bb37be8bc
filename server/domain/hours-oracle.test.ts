// The engine against the bench's independent judge, on a smaller sample: every minute of months with random hours and holidays.
import { describe, expect, it } from 'vitest'
import { differences, randomHours, toHours } from '../../e2e/load/figures/hours-oracle.ts'
import { HoursOracle } from '../../e2e/load/hours-judge.ts'
import { hoursFace } from './hours.ts'

describe('the engine and an oracle that shares no code with it', () => {
  it.each([1, 2, 3])('agree on every minute of 80 days (hours %i)', (seed) => {
    const { minutes, different } = differences(randomHours(seed, 80), 80)
    expect(minutes).toBe(80 * 1440)
    expect(different).toBe(0)
  })

  it('would be told apart: one minute more or less is a difference', () => {
    const raw = randomHours(4, 30)
    const week = raw.patterns[0]!.weekly
    raw.patterns = [{ from: '', weekly: week.map(() => [{ from: '08:30', to: '17:00', kind: 'regular' }]) }]
    const oracle = new HoursOracle({ ...raw, exceptions: [], holidays: [] })
    const closing = Date.parse('2024-01-08T09:00:00.000Z')
    const hours = toHours({ ...raw, exceptions: [], holidays: [] })
    expect([oracle.kindAt(closing - 60_000), oracle.kindAt(closing)]).toEqual(['regular', ''])
    expect([hoursFace(hours, closing - 60_000).open?.kind, hoursFace(hours, closing).open]).toEqual(['regular', null])
  })
})
