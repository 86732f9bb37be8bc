// What was planned for a service day: the shifts and the events that touch it, and the shifts of the days to come. Changes with the
// book, not with the queue.
import type { EventFace } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import { DAYS_AHEAD, type Shift } from '#domain/duty.ts'
import { instantAt, iso, plusDays } from '#domain/service-day.ts'
import type { Db } from '../database.ts'
import { readEvents } from './calendar.ts'
import { readShifts } from './roster.ts'

/** A service day with its first instant and the first one after it. */
export interface Day {
  date: string
  from: string
  to: string
}

export interface DayPlan {
  date: string
  shifts: Shift[]
  events: EventFace[]
  /** The shifts of this day and the next ones, as far as a wall may have to do without its hub. */
  ahead: Shift[]
}

export async function readDayPlan(db: Db, book: Book, { date, from, to }: Day): Promise<DayPlan> {
  const last = iso(instantAt(plusDays(date, DAYS_AHEAD), '00:00', book.hall.zone))
  const ahead = await readShifts(db, book, { from, to: last })
  return {
    date,
    ahead,
    shifts: ahead.filter(({ startsAt }) => startsAt < to),
    events: await readEvents(db, book, { from, to }),
  }
}
