// The hall's calendar day: every date and time of day is computed in the hall's zone, never in UTC or the machine's own.
import { Temporal } from 'temporal-polyfill'
import type { ClockTime, HallDate, Instant } from '#contract/text.ts'

const HOUR = 3_600_000
/** Dates by the hour that they were asked for, of one zone: a roster asks for the same thousand hours again and again. */
const MOST_HOURS = 20_000
let hours = { zone: '', dates: new Map<number, HallDate>(), last: { start: NaN, date: '' } }

/** The hall's date at an instant. `now`: epoch milliseconds. No zone changes its date within an hour, so hours are remembered. */
export function serviceDate(now: number, zone: string): HallDate {
  if (hours.zone !== zone || hours.dates.size > MOST_HOURS)
    hours = { zone, dates: new Map(), last: { start: NaN, date: '' } }
  const start = now - (now % HOUR)
  if (hours.last.start === start) return hours.last.date
  const known = hours.dates.get(start)
  if (known !== undefined) {
    hours.last = { start, date: known }
    return known
  }
  // The offset of a zone need not be whole hours: only a zone whose midnight falls on an hour may be remembered.
  const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  if (zoned.minute !== 0)
    return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()
  const date = zoned.toPlainDate().toString()
  hours.dates.set(start, date)
  return date
}

/** Hour and minute on the hall's clock, two digits each. */
export function hallTime(now: number, zone: string): [hour: string, minute: string] {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  return [String(hour).padStart(2, '0'), String(minute).padStart(2, '0')]
}

/** The date `days` after another. */
export function plusDays(date: HallDate, days: number): HallDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekday(date: HallDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** Epoch milliseconds of a time of day on a hall date; 24:00 is the next day's midnight. */
export function instantAt(date: HallDate, time: ClockTime, zone: string): number {
  if (time === '24:00') return instantAt(plusDays(date, 1), '00:00', zone)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

/** Epoch milliseconds as the contract writes instants. */
export function iso(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}
