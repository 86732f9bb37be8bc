// What was planned for a service day: the shifts and the events that touch it. Changes with the book, not with the queue.
import type { EventFace } from '#contract/views.ts'
import type { DutyKind } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import type { Shift } from '#domain/duty.ts'
import type { Db } from '../database.ts'

/** A service day with its first instant and the first one after it. */
export interface Day {
  date: string
  from: string
  to: string
}

export interface DayPlan {
  shifts: Shift[]
  events: EventFace[]
}

export async function readDayPlan(db: Db, book: Book, { from, to }: Day): Promise<DayPlan> {
  const shifts = await db
    .selectFrom('shift')
    .selectAll()
    .where('hall_id', '=', book.id)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .execute()
  const events = await db
    .selectFrom('event')
    .selectAll()
    .where('hall_id', '=', book.id)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .execute()
  const numbers = new Map(book.windows.map(({ id, number }) => [id, number]))
  return {
    shifts: shifts.map((row) => ({
      id: row.id,
      person: row.person_id,
      kind: row.kind as DutyKind,
      window: row.window_id === null ? null : (numbers.get(row.window_id) ?? null),
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    })),
    events: events.map((row) => ({
      id: row.id,
      title: { zh: row.title_zh, en: row.title_en },
      kind: row.kind as EventFace['kind'],
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      room: row.room_id === null ? null : (book.rooms.get(row.room_id) ?? null),
    })),
  }
}
