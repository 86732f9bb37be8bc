// What every part of the page is given to change the book with. What was refused the page says itself.
import type { EditEntry, EntryKept, RemoveEntry } from '#contract/people-book.ts'

export interface Editing {
  readonly busy: boolean
  keep(edit: EditEntry): Promise<EntryKept | null>
  remove(entry: RemoveEntry): Promise<EntryKept | null>
}
