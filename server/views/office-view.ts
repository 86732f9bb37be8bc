// Which revision of the book the office pages should show. Pure.
import type { OfficeView } from '#contract/views.ts'
import { never, type BookView } from './book-view.ts'

export const officeView: BookView<OfficeView> = { build: ({ book }) => ({ bookRev: book.rev }), next: never }
