// Windows as they are laid out and paused, what they hold, and lanes that are given up.
import type { Ticket } from '#domain/ticket.ts'
import type { Window } from '#domain/book.ts'
import type { Db, Trx } from '../database.ts'
import { toTicket } from './tickets.ts'

/** What a window holds: at it, on hold from it, or sent to it. Missed numbers are nobody's. */
export async function heldBy(db: Db, hall: string, window: string): Promise<Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('window_id', '=', window)
    .where('state', 'in', ['called', 'serving', 'held', 'waiting'])
    .orderBy('rank_at')
    .orderBy('id')
    .execute()
  return rows.map(toTicket)
}

/** The same of all windows. */
export async function heldByWindows(db: Db, hall: string): Promise<Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('window_id', 'is not', null)
    .where('state', 'in', ['called', 'serving', 'held', 'waiting'])
    .orderBy('rank_at')
    .orderBy('id')
    .execute()
  return rows.map(toTicket)
}

export async function setAway(trx: Trx, hall: string, id: string, away: Window['away']): Promise<void> {
  await trx
    .updateTable('service_window')
    .set({ away_reason: away?.reason ?? null, away_since: away?.since ?? null, away_until: away?.until ?? null })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

export async function putWindow(trx: Trx, hall: string, window: Omit<Window, 'away'>): Promise<void> {
  const { id, number, name, allRound, lanes } = window
  const values = { number, name_zh: name.zh, name_en: name.en, all_round: allRound ? (1 as const) : (0 as const) }
  await trx
    .insertInto('service_window')
    .values({ hall_id: hall, id, ...values, staff_id: null, seated_at: null })
    .onConflict((conflict) => conflict.columns(['hall_id', 'id']).doUpdateSet(values))
    .execute()
  await putLanes(trx, hall, { id, lanes })
}

/** The lanes of a window, in order of preference. */
export async function putLanes(trx: Trx, hall: string, { id, lanes }: Pick<Window, 'id' | 'lanes'>): Promise<void> {
  await trx.deleteFrom('window_lane').where('hall_id', '=', hall).where('window_id', '=', id).execute()
  for (const [sort, lane] of lanes.entries())
    await trx.insertInto('window_lane').values({ hall_id: hall, window_id: id, lane_id: lane, sort }).execute()
}

export async function deleteWindow(trx: Trx, hall: string, id: string): Promise<void> {
  await putLanes(trx, hall, { id, lanes: [] })
  await trx.deleteFrom('service_window').where('hall_id', '=', hall).where('id', '=', id).execute()
}

/** Open tickets by lane, of whichever day. */
export async function openByLane(db: Db, hall: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('ticket')
    .select((row) => ['lane_id', row.fn.countAll<number>().as('open')])
    .where('hall_id', '=', hall)
    .where('state', 'in', ['waiting', 'called', 'serving', 'held', 'missed'])
    .groupBy('lane_id')
    .execute()
  return new Map(rows.map((row) => [row.lane_id, row.open]))
}

/** Appointments by lane that are still to come. */
export async function bookedByLane(db: Db, hall: string, now: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('appointment')
    .select((row) => ['lane_id', row.fn.countAll<number>().as('booked')])
    .where('hall_id', '=', hall)
    .where('state', '=', 'booked')
    .where('slot', '>', now)
    .groupBy('lane_id')
    .execute()
  return new Map(rows.map((row) => [row.lane_id, row.booked]))
}

/** Give up a lane: its matters and open tickets are another's, each at the place that it had. */
export async function giveUpLane(
  trx: Trx,
  hall: string,
  { lane, to, at }: { lane: string; to: string | null; at: string },
): Promise<void> {
  if (to !== null) {
    await trx
      .updateTable('matter')
      .set({ lane_id: to })
      .where('hall_id', '=', hall)
      .where('lane_id', '=', lane)
      .execute()
    await trx
      .updateTable('ticket')
      .set((row) => ({ lane_id: to, version: row('version', '+', 1) }))
      .where('hall_id', '=', hall)
      .where('lane_id', '=', lane)
      .where('state', 'in', ['waiting', 'called', 'serving', 'held', 'missed'])
      .execute()
  }
  await trx.updateTable('lane').set({ removed_at: at }).where('hall_id', '=', hall).where('id', '=', lane).execute()
}
