// Whose turn it is at a window: one rule for the call, for a call out of turn, and for the list at closing.
import type { HallDate } from '#contract/text.ts'
import type { Book, Window } from '#domain/book.ts'
import { nextFor } from '#domain/queue-order.ts'
import type { Db } from '#db/database.ts'
import { firstPlaces, type WaitingPlace } from '#db/queries/tickets.ts'

/** Of the first of each of its lanes on a service day, and of all that were sent to it. Undefined: nobody waits for it. */
export async function nextAt(
  db: Db,
  book: Book,
  { window, date }: { window: Window; date: HallDate },
): Promise<WaitingPlace | undefined> {
  const lanes = window.allRound ? book.lanes.map(({ id }) => id) : window.lanes
  return nextFor(window, await firstPlaces(db, book.id, { serviceDate: date, lanes, most: 1 }))[0]
}
