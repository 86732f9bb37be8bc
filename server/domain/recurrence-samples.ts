// Random rules for the property tests of recurrence, and what ical.js makes of them.
import fc from 'fast-check'
import ICAL from 'ical.js'
import type { HallDate } from '#contract/text.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const days = fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 4 }).map((all) => all.join())
const numbered = fc
  .uniqueArray(fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), fc.constantFrom(...DAYS)), {
    minLength: 1,
    maxLength: 2,
    selector: ([nth, day]) => `${nth}${day}`,
  })
  .map((all) => all.map(([nth, day]) => `${nth}${day}`).join())
const monthDays = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -5, max: -1 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.join())
const months = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })
  .map((all) => all.toSorted((a, b) => a - b).join())

/** Kinds of rules that a hall writes: every day, weekdays, days of the month, the second Tuesday, the last workday, a day of the year. */
const parts = fc.oneof(
  fc.constant('FREQ=DAILY'),
  months.map((list) => `FREQ=DAILY;BYMONTH=${list}`),
  days.map((list) => `FREQ=WEEKLY;BYDAY=${list}`),
  fc.tuple(days, months).map(([list, of]) => `FREQ=WEEKLY;BYDAY=${list};BYMONTH=${of}`),
  monthDays.map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list}`),
  numbered.map((list) => `FREQ=MONTHLY;BYDAY=${list}`),
  fc.tuple(days, fc.constantFrom(1, 2, -1)).map(([list, nth]) => `FREQ=MONTHLY;BYDAY=${list};BYSETPOS=${nth}`),
  fc.tuple(months, monthDays).map(([of, list]) => `FREQ=YEARLY;BYMONTH=${of};BYMONTHDAY=${list}`),
  fc.tuple(months, numbered).map(([of, list]) => `FREQ=YEARLY;BYMONTH=${of};BYDAY=${list}`),
)
const end = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 0, max: 3000 }).map((away) => `;UNTIL=${dateAt(away).replaceAll('-', '')}`),
)

const EPOCH = Date.parse('2024-01-01')
const dateAt = (day: number): HallDate => new Date(EPOCH + day * 86_400_000).toISOString().slice(0, 10)

export interface Sample {
  text: string
  start: HallDate
}

/** Monday begins a week wherever weeks are skipped, as in the hall. */
export const sampleRule: fc.Arbitrary<Sample> = fc
  .tuple(parts, fc.constantFrom(1, 1, 1, 2, 3), end, fc.integer({ min: 0, max: 700 }))
  .map(([rule, interval, until, start]) => ({
    text: `${rule}${interval > 1 ? `;INTERVAL=${interval}` : ''}${until}`,
    start: dateAt(start),
  }))

/** What ical.js makes of a rule until `to`, inclusive. */
export function icalDates({ text, start }: Sample, to: HallDate): HallDate[] {
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start))
  const found: HallDate[] = []
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    const date = next.toString().slice(0, 10)
    if (date > to) break
    found.push(date)
  }
  return found
}

/**
 * In yearly rules ical.js counts a negative day of a month from the end of another month, and takes 30 February for 2 March where days
 * that a month lacks are to be left out: such rules are checked day by day.
 */
export const icalMistakes = ({ text }: Sample): boolean => /FREQ=YEARLY.*BYMONTHDAY=[^;]*(-|29|30|31)/.test(text)

/** A yearly rule of months and days of the month, found by looking at every day until `to`, inclusive. */
export function bruteDates({ text, start }: Sample, to: HallDate): HallDate[] {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(text)?.[1]
  const list = (name: string) => part(name)?.split(',').map(Number) ?? []
  const [months, days, every] = [list('BYMONTH'), list('BYMONTHDAY'), Number(part('INTERVAL') ?? 1)]
  const until = part('UNTIL')
  const found: HallDate[] = []
  for (let at = Date.parse(start); dateOf(at) <= to && found.length < Number(part('COUNT') ?? 1e9); at += 86_400_000) {
    const date = dateOf(at)
    const [year, month, day] = date.split('-').map(Number) as [number, number, number]
    const fromEnd = day - new Date(Date.UTC(year, month, 0)).getUTCDate() - 1
    const meets = months.includes(month) && (days.includes(day) || days.includes(fromEnd))
    const past = until !== undefined && date.replaceAll('-', '') > until
    if (meets && !past && (year - Number(start.slice(0, 4))) % every === 0) found.push(date)
  }
  return found
}

const dateOf = (at: number): HallDate => new Date(at).toISOString().slice(0, 10)

/** Ten years after a date. */
export const tenYears = (start: HallDate): HallDate => dateOf(Date.parse(start) + 3652 * 86_400_000)
