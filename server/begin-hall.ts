// How a hall comes into an empty database: from a hall book, with ids, an epoch and hashed PINs.
import type { HallBook } from '#contract/book.ts'
import { demoModel } from '#domain/estimate-demo.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import type { Store } from '#db/database.ts'
import { keepMorning } from '#db/queries/estimates.ts'
import { writeBook } from '#db/queries/write-book.ts'
import { newId, newSecret } from './ids.ts'
import { hashPin } from './pin.ts'

/** Returns the hall's id. Duty and events are planned from the hall's date at `now`, epoch milliseconds. */
export async function beginHall(store: Store, book: HallBook, now: number): Promise<string> {
  const pins = new Map(await Promise.all(book.staff.map(async ({ id, pin }) => [id, await hashPin(pin)] as const)))
  const today = serviceDate(now, book.hall.zone)
  await store.write(async (trx) => {
    await writeBook(trx, book, { today, at: iso(now), epoch: newSecret(), pins, ids: () => newId(now) })
    if (book.hall.demo) await keepMorning(trx, book.hall.id, today, demoModel(book.matters))
  })
  return book.hall.id
}
