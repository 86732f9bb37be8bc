// Calendar: rows and the domain.
import type { EventFace } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { Db } from '../database.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readCalendar(_db: Db, _hall: string): Promise<Calendar> {
  return {}
}

/** What is on during a stretch of time: `from` inclusive, `to` exclusive, in order of its beginning. */
export async function readEvents(db: Db, book: Book, { from, to }: { from: string; to: string }): Promise<EventFace[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('hall_id', '=', book.id)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    kind: row.kind as EventFace['kind'],
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    room: row.room_id === null ? null : (book.rooms.get(row.room_id) ?? null),
    places: null,
    note: null,
    cancelled: false,
  }))
}
