// The hall's own row: its revision and its epoch.
import type { Db, Trx } from '../database.ts'
import { preparedOne } from '../prepared.ts'

export interface HallState {
  id: string
  epoch: string
  rev: number
  bookRev: number
  zone: string
}

const columns = ['id', 'epoch', 'rev', 'book_rev as bookRev', 'zone'] as const

/** The one hall of this database, or null in an empty one. */
export async function findHall(db: Db): Promise<HallState | null> {
  return (await db.selectFrom('hall').select(columns).executeTakeFirst()) ?? null
}

const hallById = preparedOne((db, { hall }: { hall: string }) =>
  db.selectFrom('hall').select(columns).where('id', '=', hall),
)

export async function getHall(db: Db, hall: string): Promise<HallState> {
  return hallById(db, { hall })
}

const bump = (book: boolean) =>
  preparedOne((db, { hall }: { hall: string }) =>
    db
      .updateTable('hall')
      .set((row) => ({ rev: row('rev', '+', 1), ...(book && { book_rev: row('book_rev', '+', 1) }) }))
      .where('id', '=', hall)
      .returning('rev'),
  )
const bumpHall = bump(false)
const bumpBook = bump(true)

/** The next revision; with `book`, everything that is read from the book is read anew. */
export async function bumpRev(trx: Trx, hall: string, book = false): Promise<number> {
  return (await (book ? bumpBook : bumpHall)(trx, { hall })).rev
}

/** A new history: after a restore, a smaller revision is the newer one. */
export async function setEpoch(trx: Trx, hall: string, epoch: string): Promise<void> {
  await trx.updateTable('hall').set({ epoch }).where('id', '=', hall).execute()
}

/** How many calls must have been shown and spoken before a number is missed without a reason. */
export async function setProvenCalls(trx: Trx, hall: string, calls: number): Promise<void> {
  await trx.updateTable('hall').set({ proven_calls: calls }).where('id', '=', hall).execute()
}
