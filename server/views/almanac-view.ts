// The hours and the duty of the days to come. Pure.
import type { AlmanacView } from '#contract/views.ts'
import { DAYS_AHEAD } from '#domain/duty.ts'
import { holidayOn } from '#domain/holidays.ts'
import { spansOn } from '#domain/hours.ts'
import { instantAt, iso, plusDays } from '#domain/service-day.ts'
import { never, type BookView } from './book-view.ts'
import { dutyFace } from './faces.ts'

export const almanacView: BookView<AlmanacView> = {
  build: ({ book, plan }) => {
    const at = (date: string, time: string) => iso(instantAt(date, time, book.hall.zone))
    return {
      days: Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
        const date = plusDays(plan.date, ahead)
        const { spans, reason } = spansOn(book.hours, date)
        const openings = spans.map(({ from, to, kind }) => ({ from: at(date, from), to: at(date, to), kind }))
        return { date, spans: [...spans], openings, reason, holiday: holidayOn(book.hours, date) }
      }),
      duty: plan.ahead.flatMap((shift) => dutyFace(book, shift) ?? []),
    }
  },
  // Midnight changes the plan itself.
  next: never,
}
