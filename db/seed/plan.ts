// The book's rules as rows: shifts, series of events and exceptional hours, counted from the day of the seeding. Pure.
import { Temporal } from 'temporal-polyfill'
import type { HallBook } from '#contract/book.ts'
import type { ClockTime, HallDate, Instant, Text } from '#contract/text.ts'
import type { DutyKind } from '#contract/words.ts'
import type { Series } from '#domain/calendar.ts'
import type { Rule } from '#domain/recurrence.ts'
import { knownHolidays } from './known-holidays.ts'

export interface PlannedShift {
  person: string
  kind: DutyKind
  /** The window's id. */
  window: string | null
  startsAt: Instant
  endsAt: Instant
}

/** A series of events as it comes into an empty hall. */
export type PlannedSeries = Omit<Series, 'changes' | 'sequence'> & { signedUp: number }

export interface PlannedException {
  date: HallDate
  spans: HallBook['hours']['exceptions'][number]['spans']
  reason: Text
  source: string | null
}

/**
 * Who is on duty, from the day before `today` (its night shift reaches into the morning) to the last of the roster's weeks. A day
 * whose hours are excepted may have a duty of its own; whoever is on granted leave has none. On a public holiday the Sunday's people are
 * at the windows in the holiday's hours alone; a make-up workday is as the weekday whose hours it keeps.
 */
export function planDuty(book: HallBook, today: HallDate): PlannedShift[] {
  const { weeks, shifts, exceptions = [] } = book.duty
  const { zone } = book.hall
  const excepted = new Set(book.hours.exceptions.map(({ day }) => dayOf(day, today).toString()))
  const own = new Map(exceptions.map(({ day, shifts: its }) => [dayOf(day, today).toString(), its]))
  const rows = days(today, weeks).flatMap((day) => {
    const week = weekNumber(day)
    const date = day.toString()
    const special = excepted.has(date) ? own.get(date) : undefined
    const holiday = special ? undefined : holidays.get(date)
    const weekday = holiday ? (holiday.like ?? 7) : day.dayOfWeek
    return (special ?? shifts)
      .filter((shift) => shift.days?.includes(weekday) ?? true)
      .flatMap((shift) => (holiday?.kind === 'rest' ? onHoliday(shift, book.hours.holiday) : [shift]))
      .map(({ turns, kind, window, from, to }) => ({
        person: turns.at(week % turns.length)!,
        kind,
        window,
        ...between(day, { from, to, zone }),
      }))
  })
  const away = (book.duty.sample?.leave ?? [])
    .filter(({ state }) => state === 'granted')
    .map(({ person, day, days: count }) => ({
      person,
      from: instant(dayOf(day, today), '00:00', zone),
      to: instant(dayOf(day + count, today), '00:00', zone),
    }))
  const there = rows.filter(
    (shift) =>
      !away.some(({ person, from, to }) => person === shift.person && shift.startsAt < to && from < shift.endsAt),
  )
  return there.sort(byStart)
}

const holidays = new Map(knownHolidays.flatMap(({ days }) => days).map((day) => [day.date, day]))

type Shift = HallBook['duty']['shifts'][number]
/** Those of an excepted day have no weekdays. */
type SeedShift = Omit<Shift, 'days'> & { days?: Shift['days'] | undefined }

/** A window is staffed in the holiday's hours and in no others. */
function onHoliday(shift: SeedShift, spans: HallBook['hours']['holiday']): SeedShift[] {
  if (shift.window === null) return [shift]
  return spans.flatMap(({ from, to }) => {
    const [begins, ends] = [from > shift.from ? from : shift.from, to < shift.to ? to : shift.to]
    return begins < ends ? [{ ...shift, kind: 'holiday', from: begins, to: ends }] : []
  })
}

/** What is on: a series for each event of the book, by the id it has there. A rule begins with the month of `today`. */
export function planEvents(book: HallBook, today: HallDate): PlannedSeries[] {
  const monthBegan = `${today.slice(0, 8)}01`
  return book.calendar.events.map(({ id, title, about, kind, room, on, from, to, ...more }) => ({
    id,
    title,
    about: about ?? null,
    kind,
    rooms: room === null ? [] : [room],
    startsOn: 'day' in on ? dayOf(on.day, today).toString() : dayOf(more.starts ?? monthBegan, today).toString(),
    until: more.until === undefined ? null : dayOf(more.until, today).toString(),
    time: from,
    minutes: minutesOf(to) - minutesOf(from) + (to > from ? 0 : 1440),
    rule: ruleOf(on),
    rest: more.rest ?? 'keep',
    places: more.places ?? null,
    extra: [],
    except: [],
    signedUp: more.signedUp ?? 0,
  }))
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function ruleOf(on: HallBook['calendar']['events'][number]['on']): Rule {
  if ('day' in on) return { is: 'once' }
  if ('monthDay' in on) return { is: 'rrule', text: `FREQ=MONTHLY;BYMONTHDAY=${on.monthDay}` }
  if ('weekdays' in on)
    return { is: 'rrule', text: `FREQ=WEEKLY;BYDAY=${on.weekdays.map((day) => DAYS[day - 1]).join(',')}` }
  if ('rrule' in on) return { is: 'rrule', text: on.rrule }
  return 'lunar' in on ? { is: 'lunar', ...on.lunar } : { is: 'term', term: on.term }
}

function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Days whose hours differ from the weekly pattern, each once: a date in the book wins over one counted from `today`. */
export function planExceptions(book: HallBook, today: HallDate): PlannedException[] {
  const counted = book.hours.exceptions.filter(({ day }) => typeof day === 'number')
  const dated = book.hours.exceptions.filter(({ day }) => typeof day === 'string')
  const rows = [...counted, ...dated].map(({ day, spans, reason, source }) => ({
    date: dayOf(day, today).toString(),
    spans,
    reason,
    source: source ?? null,
  }))
  return [...new Map(rows.map((row) => [row.date, row])).values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

type Day = Temporal.PlainDate

function dayOf(day: HallDate | number, today: HallDate): Day {
  return typeof day === 'string' ? Temporal.PlainDate.from(day) : Temporal.PlainDate.from(today).add({ days: day })
}

function days(today: HallDate, weeks: number): Day[] {
  return Array.from({ length: weeks * 7 + 1 }, (_, index) => dayOf(index - 1, today))
}

const MONDAY = Temporal.PlainDate.from('2024-01-01')

/** Whole weeks since a fixed Monday, so that whose turn it is does not depend on the day of the seeding. */
function weekNumber(day: Day): number {
  return Math.floor(MONDAY.until(day, { largestUnit: 'days' }).days / 7)
}

/** Local times as instants. A `to` that is not later than `from` is on the next day. */
function between(day: Day, { from, to, zone }: { from: ClockTime; to: ClockTime; zone: string }) {
  return { startsAt: instant(day, from, zone), endsAt: instant(to > from ? day : day.add({ days: 1 }), to, zone) }
}

function instant(day: Day, time: ClockTime, zone: string): Instant {
  if (time === '24:00') return instant(day.add({ days: 1 }), '00:00', zone)
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString({ fractionalSecondDigits: 3 })
}

function byStart(a: { startsAt: Instant }, b: { startsAt: Instant }): number {
  return a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0
}
