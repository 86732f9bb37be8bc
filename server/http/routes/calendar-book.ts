// What the routes of the calendar share: the book as it is now, and their plain refusals.
import type { Book } from '#domain/book.ts'
import { getHall } from '#db/queries/hall.ts'
import { refused, type Answer, type Hub } from '../../commands/run.ts'

/** The book as it is now. */
export const bookOf = async (hub: Hub): Promise<Book> => {
  const { bookRev } = await getHall(hub.store.db, hub.hall)
  return hub.shelf.book(hub.store.db, hub.hall, bookRev)
}

export const no = (code: 'event_unknown' | 'signup_unknown' | 'rule_empty'): Answer => ({
  ...refused({ code, facts: {} }),
  replayed: false,
})
