// The roster: who is on duty when; its rules; and the one draft that the manager looks at before it is published.
import type { RosterRules } from '#contract/roster.ts'
import type { DutyKind } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import type { Shift } from '#domain/duty.ts'
import type { RosterShift, Stretch } from '#domain/roster-shift.ts'
import { iso } from '#domain/service-day.ts'
import type { Db, Trx } from '../database.ts'

/** The shifts that touch a stretch of time: `from` inclusive, `to` exclusive, in order of their beginning. */
export async function readShifts(db: Db, book: Book, { from, to }: { from: string; to: string }): Promise<Shift[]> {
  const rows = await shiftRows(db, book.id, { from, to })
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

const shiftRows = (db: Db, hall: string, { from, to }: { from: string; to: string }) =>
  db
    .selectFrom('shift')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

interface Row {
  id: string
  person_id: string
  kind: string
  window_id: string | null
  starts_at: string
  ends_at: string
  by_hand: number
}

const toShift = (row: Row): RosterShift => ({
  id: row.id,
  person: row.person_id,
  kind: row.kind as DutyKind,
  window: row.window_id,
  from: Date.parse(row.starts_at),
  to: Date.parse(row.ends_at),
  byHand: row.by_hand === 1,
})

const toRow = (hall: string, { id, person, kind, window, from, to, byHand }: RosterShift) => ({
  hall_id: hall,
  id,
  person_id: person,
  kind,
  window_id: window,
  starts_at: iso(from),
  ends_at: iso(to),
  by_hand: byHand ? (1 as const) : (0 as const),
})

/** The published shifts that touch a stretch of time, epoch milliseconds. */
export async function readRoster(db: Db, hall: string, { from, to }: Stretch): Promise<RosterShift[]> {
  return (await shiftRows(db, hall, { from: iso(from), to: iso(to) })).map(toShift)
}

export async function findShift(db: Db, hall: string, id: string): Promise<RosterShift | null> {
  const row = await db
    .selectFrom('shift')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toShift(row) : null
}

export async function putShift(trx: Trx, hall: string, shift: RosterShift): Promise<void> {
  await dropShifts(trx, hall, [shift.id])
  await insertShifts(trx, hall, [shift])
}

export async function insertShifts(trx: Trx, hall: string, shifts: readonly RosterShift[]): Promise<void> {
  for (let from = 0; from < shifts.length; from += 500) {
    const rows = shifts.slice(from, from + 500).map((shift) => toRow(hall, shift))
    await trx.insertInto('shift').values(rows).execute()
  }
}

export async function dropShifts(trx: Trx, hall: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    await trx
      .deleteFrom('shift')
      .where('hall_id', '=', hall)
      .where('id', 'in', ids.slice(from, from + 500))
      .execute()
  }
}

/** When the last published shift begins; null without one. */
export async function lastShift(db: Db, hall: string): Promise<string | null> {
  const row = await db
    .selectFrom('shift')
    .select((of) => of.fn.max('starts_at').as('last'))
    .where('hall_id', '=', hall)
    .executeTakeFirst()
  return row?.last ?? null
}

/** Null where the hall has set none. */
export async function readRules(db: Db, hall: string): Promise<RosterRules | null> {
  const row = await db.selectFrom('roster_rules').select('rules').where('hall_id', '=', hall).executeTakeFirst()
  return row ? (JSON.parse(row.rules) as RosterRules) : null
}

export async function keepRules(trx: Trx, hall: string, rules: RosterRules): Promise<void> {
  await trx
    .insertInto('roster_rules')
    .values({ hall_id: hall, rules: JSON.stringify(rules) })
    .onConflict((conflict) => conflict.column('hall_id').doUpdateSet({ rules: JSON.stringify(rules) }))
    .execute()
}

export interface Draft {
  /** Dates, both included. */
  from: string
  to: string
  seed: number
  madeAt: string
  shifts: RosterShift[]
}

export async function readDraft(db: Db, hall: string): Promise<Draft | null> {
  const row = await db.selectFrom('roster_draft').selectAll().where('hall_id', '=', hall).executeTakeFirst()
  if (!row) return null
  const rows = await db
    .selectFrom('draft_shift')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return { from: row.from_date, to: row.to_date, seed: row.seed, madeAt: row.made_at, shifts: rows.map(toShift) }
}

export async function keepDraft(trx: Trx, hall: string, draft: Draft & { madeBy: string }): Promise<void> {
  await dropDraft(trx, hall)
  const { from, to, seed, madeAt, madeBy, shifts } = draft
  await trx
    .insertInto('roster_draft')
    .values({ hall_id: hall, from_date: from, to_date: to, seed, made_at: madeAt, made_by: madeBy })
    .execute()
  await insertDraftShifts(trx, hall, shifts)
}

export async function dropDraft(trx: Trx, hall: string): Promise<void> {
  await trx.deleteFrom('roster_draft').where('hall_id', '=', hall).execute()
}

export async function insertDraftShifts(trx: Trx, hall: string, shifts: readonly RosterShift[]): Promise<void> {
  for (let from = 0; from < shifts.length; from += 500) {
    const rows = shifts.slice(from, from + 500).map((shift) => toRow(hall, shift))
    await trx.insertInto('draft_shift').values(rows).execute()
  }
}

export async function dropDraftShifts(trx: Trx, hall: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx.deleteFrom('draft_shift').where('hall_id', '=', hall).where('id', 'in', ids).execute()
}

/** The person of a member of staff; null where they are none of the book's people. */
export async function personOf(db: Db, hall: string, staff: string): Promise<string | null> {
  const row = await db
    .selectFrom('staff')
    .select('person_id')
    .where('hall_id', '=', hall)
    .where('id', '=', staff)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** The people who sign in at a desk. */
export async function staffedPeople(db: Db, hall: string): Promise<Set<string>> {
  const rows = await db.selectFrom('staff').select('person_id').where('hall_id', '=', hall).execute()
  return new Set(rows.flatMap(({ person_id }) => person_id ?? []))
}
