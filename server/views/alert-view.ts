// The emergency message that is over everything. Pure.
import type { AlertView } from '#contract/views.ts'
import { faceOf, nextAlertEdge, overEverything } from '#domain/alerts.ts'
import type { BookView } from './book-view.ts'

export const alertView: BookView<AlertView> = {
  build: ({ book }, now) => {
    const { name, phone, zone } = book.hall
    const over = overEverything(book.alerts, now)
    return { hall: { name, phone, zone }, alert: over && faceOf(over) }
  },
  next: ({ book }, now) => nextAlertEdge(book.alerts, now),
}
