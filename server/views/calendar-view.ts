// What is on: days, events and rooms. Pure.
import type { CalendarView } from '#contract/views.ts'
import { never, type BookView } from './book-view.ts'

export const calendarView: BookView<CalendarView> = {
  build: ({ plan }) => ({ today: plan.date, days: [], rooms: [] }),
  next: never,
}
