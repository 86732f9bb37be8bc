// On which hall dates a series falls: one day, a rule of iCalendar (RRULE), a day of the lunar year, a solar term; and what becomes of a
// date that is a rest day. Only dates: the time of day is the hall's own clock. Pure.
import { RRuleTemporal } from 'rrule-temporal'
import type { HallDate } from '#contract/text.ts'
import { lunarDay, solarTermDay, type SolarTerm } from './lunar.ts'
import { plusDays } from './service-day.ts'

export type Rule =
  | { is: 'once' }
  /** The value of RRULE. A start that the rule does not meet is not a day of it. */
  | { is: 'rrule'; text: string }
  | { is: 'lunar'; month: number; day: number }
  | { is: 'term'; term: SolarTerm }

/** What becomes of a date on which people have the day off. */
export type RestRule = 'keep' | 'next' | 'previous' | 'skip'

/** Longer stretches are not asked for, and a rule without an end is never followed further. Days. */
export const FURTHEST = 4000

const READABLE =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]{1,120})*$/

/** Whether a text is a rule of whole days that can be followed. */
export function isRRule(text: string): boolean {
  if (!READABLE.test(text)) return false
  try {
    parse(text, '2026-01-01')
    return true
  } catch {
    return false
  }
}

function parse(text: string, start: HallDate): RRuleTemporal {
  // Dates have no zone: in UTC a day is a day.
  const rruleString = `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${text}`
  return new RRuleTemporal({ rruleString, maxIterations: 200_000 })
}

/** The dates of a rule that begins on `start`, from `from` to `to`, both included, in order. */
export function ruleDates(rule: Rule, start: HallDate, { from, to }: { from: HallDate; to: HallDate }): HallDate[] {
  const first = from < start ? start : from
  const last = [to, plusDays(first, FURTHEST)].sort()[0]!
  if (last < first) return []
  switch (rule.is) {
    case 'once':
      return first <= start && start <= last ? [start] : []
    case 'rrule':
      return remembered(`${rule.text} ${start} ${first} ${last}`, () =>
        parse(rule.text, start)
          .between(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`), true)
          .map((at) => at.toString().slice(0, 10)),
      )
    case 'lunar':
      return yearly(first, last, (year) => lunarDay(year, rule))
    case 'term':
      return yearly(first, last, (year) => solarTermDay(year, rule.term))
  }
}

/** A lunar year's days may lie in the solar year after it. */
function yearly(from: HallDate, to: HallDate, day: (year: number) => HallDate): HallDate[] {
  const first = Number(from.slice(0, 4)) - 1
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index)
  return years.map(day).filter((date) => from <= date && date <= to)
}

/** A rule answers the same for ever, and the book is read anew with every change of it. */
const MOST = 2000
const memory = new Map<string, HallDate[]>()
function remembered(key: string, find: () => HallDate[]): HallDate[] {
  const known = memory.get(key)
  if (known) return known
  if (memory.size >= MOST) memory.clear()
  const found = find()
  memory.set(key, found)
  return found
}

/** No holiday is longer than this many days. */
const LONGEST_HOLIDAY = 15

/** Where a date goes that may be a rest day; null where it is left out. */
export function afterRest(date: HallDate, rest: RestRule, isRest: (date: HallDate) => boolean): HallDate | null {
  if (rest === 'keep' || !isRest(date)) return date
  if (rest === 'skip') return null
  const step = rest === 'next' ? 1 : -1
  for (let away = 1; away <= LONGEST_HOLIDAY; away += 1) {
    const other = plusDays(date, step * away)
    if (!isRest(other)) return other
  }
  return date
}
