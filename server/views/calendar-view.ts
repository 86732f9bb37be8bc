// What is on: six weeks of days with their holidays, lunar dates and festivals, and each room now and next. Pure.
import type { CalendarView, DayFace } from '#contract/views.ts'
import type { HallDate } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import { eventFace, eventsBetween, type Occurrence } from '#domain/calendar.ts'
import { roomNow } from '#domain/calendar-rooms.ts'
import { nextEdge } from '#domain/duty.ts'
import { holidayOn } from '#domain/holidays.ts'
import { lunarOf, lunarText } from '#domain/lunar.ts'
import { festivalOn } from '#domain/lunar-festivals.ts'
import { instantAt, iso, plusDays, weekday } from '#domain/service-day.ts'
import type { BookView } from './book-view.ts'

/** Six whole weeks. */
const DAYS = 42

export const calendarView: BookView<CalendarView> = {
  build: ({ book, plan }, now) => {
    const events = sixWeeks(book, plan.date)
    const ahead = events.filter(({ endsAt }) => endsAt > iso(now))
    const face = (one: Occurrence | null) => one && eventFace(book, one)
    return {
      today: plan.date,
      days: dayFaces(book, monday(plan.date)),
      rooms: [...book.rooms].map(([id, name]) => {
        const is = roomNow(ahead, id, iso(now))
        return { id, name, about: book.roomsAbout.get(id) ?? name, now: face(is.now), next: face(is.next) }
      }),
    }
  },
  // A room is free, or taken. Midnight changes the plan itself.
  next: ({ book, plan }, now) => nextEdge(sixWeeks(book, plan.date), now),
}

const monday = (date: HallDate): HallDate => plusDays(date, 1 - weekday(date))

const sixWeeks = (book: Book, today: HallDate) => eventsBetween(book, monday(today), plusDays(monday(today), DAYS - 1))

/** Six weeks from a Monday. */
export function dayFaces(book: Book, from: HallDate): DayFace[] {
  const events = eventsBetween(book, from, plusDays(from, DAYS - 1))
  return Array.from({ length: DAYS }, (_, index) => {
    const date = plusDays(from, index)
    const [begins, ends] = [midnight(book, date), midnight(book, plusDays(date, 1))]
    return {
      date,
      holiday: holidayOn(book.hours, date),
      lunar: lunarText(lunarOf(date)),
      festival: festivalOn(date),
      events: events
        .filter(({ startsAt, endsAt }) => startsAt < ends && endsAt > begins)
        .map((one) => eventFace(book, one)),
    }
  })
}

const midnight = (book: Book, date: HallDate) => iso(instantAt(date, '00:00', book.hall.zone))
