// The hours and the duty of the days to come. Pure.
import type { AlmanacView } from '#contract/views.ts'
import { DAYS_AHEAD } from '#domain/duty.ts'
import { spansOn } from '#domain/hours.ts'
import { plusDays } from '#domain/service-day.ts'
import { never, type BookView } from './book-view.ts'
import { dutyFace } from './faces.ts'

export const almanacView: BookView<AlmanacView> = {
  build: ({ book, plan }) => ({
    days: Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
      const date = plusDays(plan.date, ahead)
      const { spans, reason } = spansOn(book.hours, date)
      return { date, spans: [...spans], reason }
    }),
    duty: plan.ahead.flatMap((shift) => dutyFace(book, shift) ?? []),
  }),
  // Midnight changes the plan itself.
  next: never,
}
