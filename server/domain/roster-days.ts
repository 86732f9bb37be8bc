// The hall's dates as the roster needs them, from the published hours and holidays. Pure.
import type { HallDate } from '#contract/text.ts'
import { holidayOn, isRestDay } from './holidays.ts'
import { spansOn, type Hours } from './hours.ts'
import type { RosterDay } from './roster-shift.ts'
import { plusDays, weekday } from './service-day.ts'

export function rosterDay(hours: Hours, date: HallDate): RosterDay {
  const holiday = holidayOn(hours, date)
  return {
    date,
    rest: isRestDay(hours, date),
    holiday: holiday?.kind === 'rest' ? holiday.name : null,
    spans: spansOn(hours, date).spans,
  }
}

/** From one date to another, both included. */
export function rosterDays(hours: Hours, { from, to }: { from: HallDate; to: HallDate }): RosterDay[] {
  const days: RosterDay[] = []
  for (let date = from; date <= to; date = plusDays(date, 1)) days.push(rosterDay(hours, date))
  return days
}

export const mondayOf = (date: HallDate): HallDate => plusDays(date, 1 - weekday(date))
