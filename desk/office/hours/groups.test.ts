// A week in groups and back, and what is wrong with a span, against brute force.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpanFace } from '#contract/views.ts'
import { addDays, faultOf, groupsOf, isSound, moveDay, nextSpan, splitDay, weeklyOf } from './groups.ts'

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const span = fc
  .tuple(fc.nat(48), fc.nat(48))
  .map(([a, b]): SpanFace => ({ from: clock(a * 30), to: clock(b * 30), kind: 'regular' }))
const week = fc.array(
  fc.constantFrom<SpanFace[]>(
    [],
    [{ from: '08:30', to: '11:30', kind: 'regular' }],
    [{ from: '09:00', to: '10:00', kind: 'weekend' }],
  ),
  { minLength: 7, maxLength: 7 },
)
const DAYS = [1, 2, 3, 4, 5, 6, 7]

describe('a week in groups', () => {
  it('is the same week again, and each weekday is in one group, whatever is moved', () => {
    fc.assert(
      fc.property(
        week,
        fc.array(fc.tuple(fc.boolean(), fc.nat(6), fc.integer({ min: 1, max: 7 }))),
        (weekly, moves) => {
          expect(weeklyOf(groupsOf(weekly))).toEqual(weekly)
          let groups = groupsOf(weekly)
          for (const [split, to, day] of moves) {
            const target = groups[to % groups.length]!.spans
            groups = split ? splitDay(groups, day) : moveDay(groups, to % groups.length, day)
            if (!split) expect(weeklyOf(groups)[day - 1]).toEqual(target)
            expect(groups.flatMap(({ days }) => days).sort()).toEqual(DAYS)
          }
        },
      ),
    )
  })
})

describe('a day’s spans', () => {
  it('are sound exactly when no half hour is in two of them and each runs forward', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), (spans) => {
        const covered = spans.flatMap(({ from, to }) =>
          Array.from({ length: 48 }, (_, at) => clock(at * 30)).filter((at) => from <= at && at < to),
        )
        const good = spans.every(({ from, to }) => from < to) && new Set(covered).size === covered.length
        expect(isSound(spans)).toBe(good)
      }),
    )
  })

  it('name what is wrong at the later one', () => {
    const spans: SpanFace[] = [
      { from: '08:30', to: '12:00', kind: 'regular' },
      { from: '11:30', to: '13:00', kind: 'midday' },
      { from: '14:00', to: '13:00', kind: 'regular' },
      { from: '', to: '13:00', kind: 'regular' },
    ]
    expect(spans.map((_, index) => faultOf(spans, index))).toEqual([null, 'overlap', 'order', 'empty'])
  })

  it('grow by one that fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 47 }), (to) => {
        const spans: SpanFace[] = [{ from: '00:00', to: clock(to * 30), kind: 'regular' }]
        expect(isSound([...spans, nextSpan(spans)])).toBe(true)
      }),
    )
    expect(nextSpan([])).toEqual({ from: '08:30', to: '11:30', kind: 'regular' })
  })
})

it('a date moves over the end of a year and of a February', () => {
  expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual([
    '2027-01-01',
    '2028-02-29',
    '2026-02-28',
  ])
})
