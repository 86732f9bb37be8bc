// The emergency message that is over everything. Pure.
import type { AlertView } from '#contract/views.ts'
import { never, type BookView } from './book-view.ts'

export const alertView: BookView<AlertView> = {
  build: () => ({ alert: null }),
  next: never,
}
