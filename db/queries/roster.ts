// The roster: who is on duty when.
import type { DutyKind } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import type { Shift } from '#domain/duty.ts'
import type { Db } from '../database.ts'

/** The shifts that touch a stretch of time: `from` inclusive, `to` exclusive, in order of their beginning. */
export async function readShifts(db: Db, book: Book, { from, to }: { from: string; to: string }): Promise<Shift[]> {
  const rows = await db
    .selectFrom('shift')
    .selectAll()
    .where('hall_id', '=', book.id)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const numbers = new Map(book.windows.map(({ id, number }) => [id, number]))
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    kind: row.kind as DutyKind,
    window: row.window_id === null ? null : (numbers.get(row.window_id) ?? null),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }))
}
