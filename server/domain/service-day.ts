// The hall's calendar day: every date and time of day is computed in the hall's zone, never in UTC or the machine's own.
import { Temporal } from 'temporal-polyfill'
import type { ClockTime, HallDate, Instant } from '#contract/text.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
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

/** A date of the calendar has neither zone nor clock: counted as a day of UTC, where each is as long. Throws where it is no date. */
function utcDay(date: HallDate): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  if (new Date(midnight).getUTCDate() !== Number(date.slice(8))) throw new RangeError(`${date} is not a date`)
  return midnight
}

/** The date `days` after another. */
export function plusDays(date: HallDate, days: number): HallDate {
  return iso(utcDay(date) + days * DAY).slice(0, 10)
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekday(date: HallDate): number {
  return new Date(utcDay(date)).getUTCDay() || 7
}

/** Where days begin, of one zone: hours and rosters ask for the same days again and again. */
const MOST_DAYS = 5_000
let midnights = { zone: '', at: new Map<HallDate, number>() }

function midnight(date: HallDate, zone: string): number {
  if (midnights.zone !== zone || midnights.at.size > MOST_DAYS) midnights = { zone, at: new Map() }
  let at = midnights.at.get(date)
  if (at === undefined) midnights.at.set(date, (at = onTheClock(date, '00:00', zone)))
  return at
}

/** Epoch milliseconds of a time of day on a hall date; 24:00 is the next day's midnight. */
export function instantAt(date: HallDate, time: ClockTime, zone: string): number {
  const from = midnight(date, zone)
  const to = midnight(plusDays(date, 1), zone)
  if (time === '24:00') return to
  // On a day on which the zone changes its offset, the clock jumps.
  if (to - from !== DAY) return onTheClock(date, time, zone)
  return from + Number(time.slice(0, 2)) * HOUR + (Number(time.slice(3)) * HOUR) / 60
}

function onTheClock(date: HallDate, time: ClockTime, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

/** Epoch milliseconds as the contract writes instants. */
export function iso(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}
