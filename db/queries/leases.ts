// Leased numbers and the slips that came back: the one mapper between their rows and the domain.
import { sql } from 'kysely'
import type { LeaseFace, SlipBody, SlipMark, SlipOutcome } from '#contract/leases.ts'
import type { HallDate } from '#contract/text.ts'
import type { Lease } from '#domain/lease.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import type { Db, Trx } from '../database.ts'
import { prepared } from '../prepared.ts'

const columns = [
  'id',
  'device_id as device',
  'lane_id as lane',
  'service_date as serviceDate',
  'first',
  'last',
  'granted_at as grantedAt',
] as const

export const leaseFace = ({ id, lane, serviceDate, first, last, grantedAt }: Lease): LeaseFace => ({
  id,
  lane,
  serviceDate,
  first,
  last,
  grantedAt,
})

/** The blocks of these service days, whoever holds them. */
export async function leasesOn(db: Db, hall: string, dates: readonly HallDate[]): Promise<Lease[]> {
  if (dates.length === 0) return []
  return db
    .selectFrom('lease')
    .select(columns)
    .where('hall_id', '=', hall)
    .where('service_date', 'in', dates)
    .orderBy('granted_at')
    .orderBy('first')
    .execute()
}

/** The blocks of one lane on one service day. */
export async function leasesOf(db: Db, hall: string, day: { lane: string; serviceDate: HallDate }): Promise<Lease[]> {
  return (await leasesOn(db, hall, [day.serviceDate])).filter(({ lane }) => lane === day.lane)
}

export async function leasesById(db: Db, hall: string, ids: readonly string[]): Promise<Lease[]> {
  if (ids.length === 0) return []
  return db.selectFrom('lease').select(columns).where('hall_id', '=', hall).where('id', 'in', ids).execute()
}

export async function insertLease(trx: Trx, hall: string, lease: Lease): Promise<void> {
  const { device, lane, serviceDate, grantedAt, ...rest } = lease
  await trx
    .insertInto('lease')
    .values({
      hall_id: hall,
      ...rest,
      device_id: device,
      lane_id: lane,
      service_date: serviceDate,
      granted_at: grantedAt,
    })
    .execute()
}

/** The hub's own last number of each lane on these days, by `lane date`. */
export async function lastNumbers(db: Db, hall: string, dates: readonly HallDate[]): Promise<Map<string, number>> {
  if (dates.length === 0) return new Map()
  const rows = await db
    .selectFrom('lane_day')
    .select(['lane_id', 'service_date', 'last_number'])
    .where('hall_id', '=', hall)
    .where('service_date', 'in', dates)
    .execute()
  return new Map(rows.map((row) => [`${row.lane_id} ${row.service_date}`, row.last_number]))
}

/** From here the hub counts on. */
export async function setLastNumber(
  trx: Trx,
  hall: string,
  { lane, serviceDate, number }: { lane: string; serviceDate: HallDate; number: number },
): Promise<void> {
  await trx
    .insertInto('lane_day')
    .values({ hall_id: hall, service_date: serviceDate, lane_id: lane, last_number: number })
    .onConflict((there) => there.columns(['hall_id', 'service_date', 'lane_id']).doUpdateSet({ last_number: number }))
    .execute()
}

/** Labels of these numbers and days that are a ticket's already, as `date B601`. */
export async function takenLabels(
  db: Db,
  hall: string,
  { dates, numbers }: { dates: readonly HallDate[]; numbers: readonly number[] },
): Promise<Set<string>> {
  if (dates.length === 0 || numbers.length === 0) return new Set()
  const rows = await db
    .selectFrom('ticket')
    .select(['prefix', 'number', 'service_date'])
    .where('hall_id', '=', hall)
    .where('service_date', 'in', dates)
    .where('number', 'in', numbers)
    .execute()
  return new Set(rows.map(({ prefix, number, service_date }) => `${service_date} ${label(prefix, number)}`))
}

export interface KnownSlip {
  id: string
  outcome: SlipOutcome
  /** Of the ticket that it became, as it is now. */
  prefix: string | null
  number: number | null
}

/** Which of these slips came back before. */
export async function knownSlips(db: Db, hall: string, ids: readonly string[]): Promise<KnownSlip[]> {
  return db
    .selectFrom('slip')
    .leftJoin('ticket', 'ticket.id', 'slip.ticket_id')
    .select(['slip.id', 'slip.outcome', 'ticket.prefix', 'ticket.number'])
    .where('slip.hall_id', '=', hall)
    .where('slip.id', 'in', ids)
    .execute()
}

export async function insertSlip(
  trx: Trx,
  hall: string,
  slip: {
    body: SlipBody
    device: string
    label: string
    ticket: string | null
    outcome: SlipOutcome
    returnedAt: string
  },
): Promise<void> {
  await trx
    .insertInto('slip')
    .values({
      hall_id: hall,
      id: slip.body.id,
      device_id: slip.device,
      label: slip.label,
      ticket_id: slip.ticket,
      outcome: slip.outcome,
      taken_at: slip.body.takenAt,
      returned_at: slip.returnedAt,
      body: JSON.stringify(slip.body),
      seen_at: null,
    })
    .execute()
}

/** A ticket goes on under the number, the code and the paper that its holder has. Its place stays. */
export async function relabelTicket(trx: Trx, ticket: Ticket): Promise<void> {
  await trx
    .updateTable('ticket')
    .set({
      version: ticket.version,
      code: ticket.code,
      number: ticket.number,
      state: ticket.state,
      window_id: ticket.window,
      called_at: ticket.calledAt,
      ended_at: ticket.endedAt,
      printed: ticket.printed,
    })
    .where('id', '=', ticket.id)
    .execute()
}

/** In the words of the index: what the desk was told and nobody has put away. */
const told = sql<boolean>`slip.outcome <> 'kept' and slip.seen_at is null`

const toldSlips = prepared((db, { hall }: { hall: string }) =>
  db
    .selectFrom('slip')
    .leftJoin('ticket', 'ticket.id', 'slip.ticket_id')
    .select(['slip.id', 'slip.label', 'slip.taken_at', 'ticket.prefix', 'ticket.number'])
    .where('slip.hall_id', '=', hall)
    .where(told)
    .orderBy('slip.returned_at')
    .limit(20),
)

/** Slips of which the desk must hear, oldest first, twenty at most. */
export async function slipsTold(db: Db, hall: string): Promise<SlipMark[]> {
  return (await toldSlips(db, { hall })).map(({ id, label: was, taken_at, prefix, number }) => ({
    id,
    label: was,
    now: prefix !== null && number !== null ? label(prefix, number) : null,
    takenAt: taken_at,
  }))
}

/** Resolves with the slip's label; null where there is no such message. */
export async function putSlipAway(trx: Trx, hall: string, slip: { id: string; at: string }): Promise<string | null> {
  const row = await trx
    .updateTable('slip')
    .set({ seen_at: slip.at })
    .where('hall_id', '=', hall)
    .where('id', '=', slip.id)
    .where('seen_at', 'is', null)
    .returning('label')
    .executeTakeFirst()
  return row?.label ?? null
}
