// What kind of day a hall date is: workday, weekend, public holiday, make-up workday (调休), or a day with hours of its own. Pure.
// The State Council publishes each year's holidays in the November before; a year that the table does not cover is never guessed.
import type { HallDate, Text } from '#contract/text.ts'
import { weekday } from './service-day.ts'

export interface Holiday {
  name: Text
  /** rest: a public holiday. work: a make-up workday (调休), a Saturday or Sunday that works. */
  kind: 'rest' | 'work'
}

/** A day of the published table. */
export interface HolidayDay extends Holiday {
  date: HallDate
  /** A make-up workday keeps the hours of this weekday, 1 to 5; null on a holiday. */
  like: number | null
}

export interface Holidays {
  /** The years that are covered, each with the notice that published it. */
  years: ReadonlyMap<number, { source: string }>
  days: ReadonlyMap<HallDate, HolidayDay>
}

/** The part of a hall's hours that says what kind of day it is. */
export interface DayTable {
  holidays: Holidays
  exceptions: ReadonlyMap<HallDate, unknown>
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup' | 'exception'

export const noHolidays: Holidays = { years: new Map(), days: new Map() }

/** The public holiday or make-up workday of a date; null on any other day, and in a year that is not covered. */
export function holidayOn({ holidays }: Pick<DayTable, 'holidays'>, date: HallDate): Holiday | null {
  const day = holidays.days.get(date)
  return day ? { name: day.name, kind: day.kind } : null
}

/** Whether people have the day off: weekends and public holidays, but no make-up workday. A hall's own exceptions change nothing here. */
export function isRestDay(table: Pick<DayTable, 'holidays'>, date: HallDate): boolean {
  const holiday = holidayOn(table, date)
  return holiday ? holiday.kind === 'rest' : weekday(date) > 5
}

/** An exception is named before all else: its hours are neither those of a workday nor those of a holiday. */
export function dayKind(table: DayTable, date: HallDate): DayKind {
  if (table.exceptions.has(date)) return 'exception'
  const holiday = holidayOn(table, date)
  if (holiday) return holiday.kind === 'rest' ? 'holiday' : 'makeup'
  return weekday(date) > 5 ? 'weekend' : 'workday'
}

export const yearOf = (date: HallDate): number => Number(date.slice(0, 4))

/** Whether the holidays of a date's year are known. */
export function isCovered({ holidays }: Pick<DayTable, 'holidays'>, date: HallDate): boolean {
  return holidays.years.has(yearOf(date))
}

/** The first year between two dates, both included, whose holidays are not known; null when all are. */
export function uncoveredYear(
  { holidays }: Pick<DayTable, 'holidays'>,
  { from, to }: { from: HallDate; to: HallDate },
): number | null {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!holidays.years.has(year)) return year
  return null
}

/** The year whose holidays the manager should enter now: this one, or from 1 November on the next; null when nothing is missing. */
export function missingYear({ holidays }: Pick<DayTable, 'holidays'>, today: HallDate): number | null {
  const year = yearOf(today)
  if (!holidays.years.has(year)) return year
  return today.slice(5) >= '11-01' && !holidays.years.has(year + 1) ? year + 1 : null
}

/** Which weekday's hours a make-up workday keeps where nobody said: the workday beside it. */
export function usualLike(date: HallDate): number {
  return weekday(date) === 7 ? 1 : 5
}

/** Whether a text is a date that exists: YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}
