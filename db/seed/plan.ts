// The book's rules as dated rows: shifts, events and exceptional hours, counted from the day of the seeding. Pure.
import { Temporal } from 'temporal-polyfill'
import type { HallBook } from '#contract/book.ts'
import type { ClockTime, HallDate, Instant, Text } from '#contract/text.ts'
import type { DutyKind, EventKind } from '#contract/words.ts'

export interface PlannedShift {
  person: string
  kind: DutyKind
  /** The window's id. */
  window: string | null
  startsAt: Instant
  endsAt: Instant
}

export interface PlannedEvent {
  /** The id that the event has in the book; the same on each of its days. */
  slug: string
  title: Text
  kind: EventKind
  room: string | null
  startsAt: Instant
  endsAt: Instant
}

export interface PlannedException {
  date: HallDate
  spans: HallBook['hours']['exceptions'][number]['spans']
  reason: Text
  source: string | null
}

/** Who is on duty, from the day before `today` (its night shift reaches into the morning) to the last of the roster's weeks. */
export function planDuty(book: HallBook, today: HallDate): PlannedShift[] {
  const { weeks, shifts } = book.duty
  const rows = days(today, weeks).flatMap((day) => {
    const week = weekNumber(day)
    const its = shifts.filter((shift) => shift.days.includes(day.dayOfWeek))
    return its.map(({ turns, kind, window, from, to }) => ({
      person: turns.at(week % turns.length)!,
      kind,
      window,
      ...between(day, { from, to, zone: book.hall.zone }),
    }))
  })
  return rows.sort(byStart)
}

/** What is on, over the same days. A day of the month that a month lacks is left out. */
export function planEvents(book: HallBook, today: HallDate): PlannedEvent[] {
  const { weeks, events } = book.calendar
  const all = days(today, weeks)
  const rows = events.flatMap(({ id, title, kind, room, on, from, to }) => {
    const its = 'day' in on ? [dayOf(on.day, today)] : all.filter((day) => falls(on, day))
    return its.map((day) => ({ slug: id, title, kind, room, ...between(day, { from, to, zone: book.hall.zone }) }))
  })
  return rows.sort(byStart)
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
type Rule = { monthDay: number } | { weekdays: number[] }

function dayOf(day: HallDate | number, today: HallDate): Day {
  return typeof day === 'string' ? Temporal.PlainDate.from(day) : Temporal.PlainDate.from(today).add({ days: day })
}

function days(today: HallDate, weeks: number): Day[] {
  return Array.from({ length: weeks * 7 + 1 }, (_, index) => dayOf(index - 1, today))
}

function falls(on: Rule, day: Day): boolean {
  return 'monthDay' in on ? on.monthDay === day.day : on.weekdays.includes(day.dayOfWeek)
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
