// Appointments: the one mapper between their rows and the rest.
import { sql } from 'kysely'
import type { AppointmentState, AppointmentWhy } from '#contract/appointments.ts'
import type { HallDate, Instant, Text } from '#contract/text.ts'
import { label } from '#domain/ticket.ts'
import type { Db, Trx } from '../database.ts'
import type { AppointmentRow } from '../tables/appointments.ts'

export interface Appointment {
  id: string
  code: string
  short: string
  matter: string
  lane: string
  date: HallDate
  slot: Instant
  place: number
  bookedAt: Instant
  by: 'phone' | 'desk'
  note: string | null
  state: AppointmentState
  stateAt: Instant
  why: AppointmentWhy | null
  reason: Text | null
  seenAt: Instant | null
  ticket: string | null
  sequence: number
}

const toAppointment = (row: AppointmentRow): Appointment => ({
  id: row.id,
  code: row.code,
  short: row.short,
  matter: row.matter_id,
  lane: row.lane_id,
  date: row.date,
  slot: row.slot,
  place: row.place,
  bookedAt: row.booked_at,
  by: row.booked_by,
  note: row.note,
  state: row.state,
  stateAt: row.state_at,
  why: row.why,
  reason: row.reason_zh === null || row.reason_en === null ? null : { zh: row.reason_zh, en: row.reason_en },
  seenAt: row.seen_at,
  ticket: row.ticket_id,
  sequence: row.sequence,
})

const toRow = (hall_id: string, one: Appointment): AppointmentRow => ({
  hall_id,
  id: one.id,
  code: one.code,
  short: one.short,
  matter_id: one.matter,
  lane_id: one.lane,
  date: one.date,
  slot: one.slot,
  place: one.place,
  booked_at: one.bookedAt,
  booked_by: one.by,
  note: one.note,
  state: one.state,
  state_at: one.stateAt,
  why: one.why,
  reason_zh: one.reason?.zh ?? null,
  reason_en: one.reason?.en ?? null,
  seen_at: one.seenAt,
  ticket_id: one.ticket,
  sequence: one.sequence,
})

// Words, not parameters: SQLite uses a partial index only where the query says the index's own words.
const toCome = sql<boolean>`state = 'booked'`

/** By the code of its link, by the eight digits, or by its id. */
export async function findAppointment(
  db: Db,
  hall: string,
  by: { code: string } | { short: string } | { id: string },
): Promise<Appointment | null> {
  const [column, value] = Object.entries(by)[0] as ['code' | 'short' | 'id', string]
  const row = await db
    .selectFrom('appointment')
    .selectAll()
    .where('hall_id', '=', hall)
    .where(column, '=', value)
    .executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** Those of a lane from a date to another that were not cancelled: what is taken of its slots. */
export async function listTaken(
  db: Db,
  hall: string,
  { lane, from, to }: { lane: string; from: HallDate; to: HallDate },
): Promise<{ slot: Instant; place: number }[]> {
  return db
    .selectFrom('appointment')
    .select(['slot', 'place'])
    .where('hall_id', '=', hall)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('lane_id', '=', lane)
    .where('state', '<>', 'cancelled')
    .execute()
}

/** All of a date and of those after it, by slot, with the number that each became. */
export async function listFrom(
  db: Db,
  hall: string,
  from: HallDate,
): Promise<(Appointment & { label: string | null })[]> {
  const rows = await db
    .selectFrom('appointment')
    .leftJoin('ticket', 'ticket.id', 'appointment.ticket_id')
    .selectAll('appointment')
    .select(['ticket.prefix', 'ticket.number'])
    .where('appointment.hall_id', '=', hall)
    .where('appointment.date', '>=', from)
    .orderBy('appointment.slot')
    .orderBy('appointment.booked_at')
    .limit(2000)
    .execute()
  return rows.map(({ prefix, number, ...row }) => ({
    ...toAppointment(row),
    label: prefix === null || number === null ? null : label(prefix, number),
  }))
}

/** Those to come whose slot lies before `before`, or all. */
export async function listToCome(db: Db, hall: string, before: Instant = '9'): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('appointment')
    .selectAll()
    .where('hall_id', '=', hall)
    .where(toCome)
    .where('slot', '<', before)
    .orderBy('slot')
    .execute()
  return rows.map(toAppointment)
}

export async function insertAppointment(trx: Trx, hall: string, one: Appointment): Promise<void> {
  await trx.insertInto('appointment').values(toRow(hall, one)).execute()
}

export async function updateAppointment(trx: Trx, hall: string, one: Appointment): Promise<void> {
  await trx
    .updateTable('appointment')
    .set(toRow(hall, one))
    .where('hall_id', '=', hall)
    .where('id', '=', one.id)
    .execute()
}

/** The time and its grace went by: `before` is the slot's. */
export async function markAbsent(
  trx: Trx,
  hall: string,
  { before, at }: { before: Instant; at: Instant },
): Promise<void> {
  await trx
    .updateTable('appointment')
    .set({ state: 'absent', state_at: at })
    .where('hall_id', '=', hall)
    .where(toCome)
    .where('slot', '<', before)
    .execute()
}

/** Words about an appointment are kept until its day is over, the appointment itself for as long as reports look back. */
export async function forgetAppointments(
  trx: Trx,
  hall: string,
  { today, before }: { today: HallDate; before: HallDate },
): Promise<void> {
  await trx.deleteFrom('appointment').where('hall_id', '=', hall).where('date', '<', before).execute()
  await trx
    .updateTable('appointment')
    .set({ note: null })
    .where('hall_id', '=', hall)
    .where('date', '<', today)
    .where('note', 'is not', null)
    .execute()
}

/** How many of a span of dates stand how; `graceOver`: whoever was to come before it, and did not, is absent, written or not. */
export async function countAppointments(
  db: Db,
  hall: string,
  { from, to, graceOver }: { from: HallDate; to: HallDate; graceOver: Instant },
): Promise<Record<AppointmentState, number>> {
  const rows = await db
    .selectFrom('appointment')
    .select(['state', sql<number>`case when slot < ${graceOver} then 1 else 0 end`.as('over')])
    .select((row) => row.fn.countAll<number>().as('many'))
    .where('hall_id', '=', hall)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy(['state', 'over'])
    .execute()
  const of: Record<AppointmentState, number> = { booked: 0, arrived: 0, absent: 0, cancelled: 0 }
  for (const { state, over, many } of rows) of[state === 'booked' && over === 1 ? 'absent' : state] += many
  return of
}
