// The notices and rules that are shown today. Pure.
import type { NoticesView } from '#contract/views.ts'
import { never, type BookView } from './book-view.ts'

export const noticesView: BookView<NoticesView> = {
  build: ({ book }) => ({ notices: [...book.notices] }),
  next: never,
}
