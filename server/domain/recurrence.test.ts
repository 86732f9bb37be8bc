import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteDates, icalDates, icalMistakes, sampleRule, tenYears } from './recurrence-samples.ts'
import { afterRest, isRRule, ruleDates, type Rule } from './recurrence.ts'
import { plusDays, weekday } from './service-day.ts'

const rrule = (text: string): Rule => ({ is: 'rrule', text })
const year = { from: '2026-01-01', to: '2026-12-31' }

describe('a rule of iCalendar', () => {
  it('falls on the days that ical.js finds, over ten years', () => {
    fc.assert(
      fc.property(sampleRule, ({ text, start: asked }) => {
        // ical.js takes a start that the rule does not meet for its first day; a rule that begins on a day of its own leaves no doubt.
        const start = ruleDates(rrule(text.replace(/;COUNT=\d+/, '')), asked, { from: asked, to: tenYears(asked) })[0]
        fc.pre(start !== undefined)
        const sample = { text, start }
        const to = tenYears(start)
        const theirs = icalMistakes(sample) ? bruteDates(sample, to) : icalDates(sample, to)
        expect(ruleDates(rrule(text), start, { from: start, to })).toEqual(theirs)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('leaves out the days that a month lacks', () => {
    const sample = { text: 'FREQ=YEARLY;BYMONTH=2,7;BYMONTHDAY=30', start: '2026-07-30' }
    const ours = ruleDates(rrule(sample.text), sample.start, { from: sample.start, to: '2028-12-31' })
    expect(ours).toEqual(['2026-07-30', '2027-07-30', '2028-07-30'])
    expect(bruteDates(sample, '2028-12-31')).toEqual(ours)
    expect(icalMistakes(sample)).toBe(true)
  })

  it('gives the same days for a part of the time as for the whole', () => {
    fc.assert(
      fc.property(sampleRule, fc.nat(900), fc.nat(60), ({ text, start }, away, long) => {
        const from = plusDays(start, away)
        const to = plusDays(from, long)
        const whole = ruleDates(rrule(text), start, { from: start, to })
        expect(ruleDates(rrule(text), start, { from, to })).toEqual(whole.filter((date) => date >= from))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it.each([
    ['FREQ=MONTHLY;BYMONTHDAY=5', true],
    ['FREQ=MONTHLY;BYDAY=-1FR', true],
    ['FREQ=HOURLY', false],
    ['FREQ=SECONDLY;INTERVAL=1', false],
    ['FREQ=DAILY;BYHOUR=3', false],
    ['FREQ=MONTHLY\nDTSTART:20200101', false],
    ['freq=daily', false],
    ['', false],
  ])('%s can be followed: %s', (text, good) => expect(isRRule(text)).toBe(good))

  it('without an end is followed no further than asked, and never for ever', () => {
    const daily = ruleDates(rrule('FREQ=DAILY'), '2020-01-01', { from: '2020-01-01', to: '2999-01-01' })
    expect(daily).toHaveLength(4001)
    expect(ruleDates(rrule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), '2026-01-01', year)).toEqual([])
  })
})

describe('other rules', () => {
  it('one day is one day', () => {
    expect(ruleDates({ is: 'once' }, '2026-05-05', year)).toEqual(['2026-05-05'])
    expect(ruleDates({ is: 'once' }, '2025-05-05', year)).toEqual([])
  })

  it('a lunar day comes once a lunar year, on the right day, New Year’s Eve on the last', () => {
    const span = { from: '2025-01-01', to: '2028-12-31' }
    const days = (month: number, day: number) => ruleDates({ is: 'lunar', month, day }, '2025-01-01', span)
    expect(days(1, 1)).toEqual(['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26'])
    // 2025 has a leap sixth month: the festivals after it are not counted twice.
    expect(days(8, 15)).toEqual(['2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03'])
    expect(days(12, 30)).toEqual(['2025-01-28', '2026-02-16', '2027-02-05', '2028-01-25'])
  })

  it('Qingming moves between the 4th and the 5th of April', () => {
    const days = ruleDates({ is: 'term', term: 'qingming' }, '2020-01-01', { from: '2023-01-01', to: '2027-12-31' })
    expect(days).toEqual(['2023-04-05', '2024-04-04', '2025-04-04', '2026-04-05', '2027-04-05'])
  })
})

describe('a rest day', () => {
  const weekend = (date: string) => weekday(date) > 5

  it('sends the 5th on a Sunday to Monday, back to Friday, nowhere, or leaves it', () => {
    const sunday = '2026-07-05'
    expect(afterRest(sunday, 'next', weekend)).toBe('2026-07-06')
    expect(afterRest(sunday, 'previous', weekend)).toBe('2026-07-03')
    expect(afterRest(sunday, 'skip', weekend)).toBeNull()
    expect(afterRest(sunday, 'keep', weekend)).toBe(sunday)
  })

  it('never sends a day to a rest day, and moves no workday', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.constantFrom('next', 'previous') as fc.Arbitrary<'next'>,
        fc.func(fc.boolean()),
        (day, rest, off) => {
          const date = plusDays('2024-01-01', day)
          const isRest = (one: string) => weekend(one) || (off(one) && one.endsWith('1'))
          const to = afterRest(date, rest, isRest)!
          expect(isRest(to)).toBe(false)
          if (!isRest(date)) expect(to).toBe(date)
        },
      ),
    )
  })
})
