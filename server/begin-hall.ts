// How a hall comes into an empty database: from a hall book, with ids, an epoch and hashed PINs.
import type { HallBook } from '#contract/book.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import type { Store } from '#db/database.ts'
import { writeBook } from '#db/queries/write-book.ts'
import { newId, newSecret } from './ids.ts'
import { hashPin } from './pin.ts'

/** Returns the hall's id. Duty and events are planned from the hall's date at `now`, epoch milliseconds. */
export async function beginHall(store: Store, book: HallBook, now: number): Promise<string> {
  const pins = new Map(await Promise.all(book.staff.map(async ({ id, pin }) => [id, await hashPin(pin)] as const)))
  await store.write((trx) =>
    writeBook(trx, book, {
      today: serviceDate(now, book.hall.zone),
      at: iso(now),
      epoch: newSecret(),
      pins,
      ids: () => newId(now),
    }),
  )
  return book.hall.id
}
