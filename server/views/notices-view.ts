// The notices and rules that are shown today: the newest notice first, the rules in the volume's order. Pure.
import type { NoticeFace, NoticesView } from '#contract/views.ts'
import { shownOn } from '#domain/notices.ts'
import { instantAt, plusDays } from '#domain/service-day.ts'
import type { BookView } from './book-view.ts'

export const noticesView: BookView<NoticesView> = {
  build: ({ book, plan }) => ({
    notices: shownOn(book.notices, plan.date)
      .map(({ version: _, ...face }) => face)
      .sort(inOrder),
  }),
  // From and until are hall dates: what is shown changes at midnight.
  next: ({ book, plan }) =>
    book.notices.length === 0 ? Number.POSITIVE_INFINITY : instantAt(plusDays(plan.date, 1), '00:00', book.hall.zone),
}

/** Rules keep the order in which they were read. */
function inOrder(a: NoticeFace, b: NoticeFace): number {
  if (a.section !== b.section) return a.section === 'notice' ? -1 : 1
  if (a.section === 'rule' || a.from === b.from) return 0
  return a.from < b.from ? 1 : -1
}
