// What was changed in the book of people, so that it can be taken back; photos; and tables that wait to be applied.
import type { BookChange } from '#contract/people-book.ts'
import type { Wanted } from '#domain/people-entry.ts'
import type { Db, Trx } from '../database.ts'

/** One entry, before and after. */
export interface Turned {
  label: string
  before: Wanted
  after: Wanted
}

export interface StoredChange {
  id: string
  at: string
  /** The name of whoever did it. */
  who: string | null
  how: BookChange['how']
  entries: Turned[]
  undone: boolean
}

export async function insertChange(
  trx: Trx,
  hall_id: string,
  { id, at, staff, how, entries }: Omit<StoredChange, 'who' | 'undone'> & { staff: string | null },
): Promise<void> {
  const row = { hall_id, id, at, staff_id: staff, how, entries: JSON.stringify(entries), undone_at: null }
  await trx.insertInto('people_change').values(row).execute()
}

const changes = (db: Db, hall: string) =>
  db
    .selectFrom('people_change as one')
    .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'one.staff_id').onRef('staff.hall_id', '=', 'one.hall_id'))
    .select(['one.id', 'one.at', 'one.how', 'one.entries', 'one.undone_at', 'staff.name as who'])
    .where('one.hall_id', '=', hall)

const toChange = (row: Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]): StoredChange => ({
  id: row.id,
  at: row.at,
  who: row.who,
  how: row.how as StoredChange['how'],
  entries: JSON.parse(row.entries) as Turned[],
  undone: row.undone_at !== null,
})

/** The newest first. */
export async function listChanges(db: Db, hall: string, most: number): Promise<StoredChange[]> {
  return (await changes(db, hall).orderBy('one.id', 'desc').limit(most).execute()).map(toChange)
}

export async function findChange(db: Db, hall: string, id: string): Promise<StoredChange | null> {
  const row = await changes(db, hall).where('one.id', '=', id).executeTakeFirst()
  return row ? toChange(row) : null
}

export async function setUndone(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<void> {
  await trx
    .updateTable('people_change')
    .set({ undone_at: at })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

/** What is older than `before` cannot be taken back any more; photos that nobody shows are gone, with those of people who left before `left`. */
export async function forgetChanges(
  trx: Trx,
  hall: string,
  { before, left, today }: { before: string; left: string; today: string },
): Promise<void> {
  await trx.deleteFrom('people_change').where('hall_id', '=', hall).where('at', '<', before).execute()
  await trx.deleteFrom('people_import').where('hall_id', '=', hall).where('at', '<', today).execute()
  await trx
    .updateTable('person_card')
    .set({ photo: null })
    .where('hall_id', '=', hall)
    .where('until', '<', left)
    .execute()
  const photos = await trx
    .selectFrom('photo')
    .select('hash')
    .where('hall_id', '=', hall)
    .where('at', '<', today)
    .execute()
  for (const { hash } of photos) {
    const cards = trx.selectFrom('person_card').select('person_id').where('hall_id', '=', hall)
    const kept = trx.selectFrom('people_change').select('id').where('hall_id', '=', hall)
    const used =
      (await cards.where('photo', 'like', `%${hash}%`).executeTakeFirst()) ??
      (await kept.where('entries', 'like', `%${hash}%`).executeTakeFirst())
    if (!used) await trx.deleteFrom('photo').where('hall_id', '=', hall).where('hash', '=', hash).execute()
  }
}

/** Whether the rest of the hall knows this person: shifts, leave, sign-in. */
export async function isPersonInUse(trx: Trx, hall: string, person: string): Promise<boolean> {
  for (const table of ['shift', 'leave', 'draft_shift', 'rest_entry', 'staff'] as const) {
    const row = await trx
      .selectFrom(table)
      .select('person_id')
      .where('hall_id', '=', hall)
      .where('person_id', '=', person)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

export interface StoredPhoto {
  hash: string
  type: string
  side: number
  bytes: Uint8Array
}

export async function keepPhoto(trx: Trx, hall_id: string, photo: StoredPhoto & { at: string }): Promise<void> {
  await trx
    .insertInto('photo')
    .values({ hall_id, ...photo, bytes: Buffer.from(photo.bytes) })
    .onConflict((there) => there.columns(['hall_id', 'hash']).doUpdateSet({ at: photo.at }))
    .execute()
}

export async function findPhoto(db: Db, hall: string, hash: string): Promise<StoredPhoto | null> {
  const row = await db
    .selectFrom('photo')
    .select(['hash', 'type', 'side', 'bytes'])
    .where('hall_id', '=', hall)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

export async function insertImport(
  trx: Trx,
  hall_id: string,
  { id, at, staff, wanted, digest }: { id: string; at: string; staff: string | null; wanted: Wanted[]; digest: string },
): Promise<void> {
  const row = { hall_id, id, at, staff_id: staff, wanted: JSON.stringify(wanted), digest }
  await trx.insertInto('people_import').values(row).execute()
}

export async function findImport(
  db: Db,
  hall: string,
  id: string,
): Promise<{ wanted: Wanted[]; digest: string } | null> {
  const row = await db
    .selectFrom('people_import')
    .select(['wanted', 'digest'])
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { wanted: JSON.parse(row.wanted) as Wanted[], digest: row.digest } : null
}

export async function dropImport(trx: Trx, hall: string, id: string): Promise<void> {
  await trx.deleteFrom('people_import').where('hall_id', '=', hall).where('id', '=', id).execute()
}
