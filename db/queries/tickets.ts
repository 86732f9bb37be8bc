// Tickets: the one mapper between their rows and the domain, and the queries that the queue lives on.
import { sql } from 'kysely'
import { isLeased, nextOwnNumber } from '#domain/lease.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { MissingThings, VisitMatter } from '#domain/visit.ts'
import type { Db, Trx } from '../database.ts'
import { prepared, preparedOne } from '../prepared.ts'
import { leasesOf, setLastNumber } from './leases.ts'
import type { TicketRow } from '../schema.ts'

// Literals, not parameters: SQLite uses a partial index only where the query says the index's own words.
export const atWindow = sql<boolean>`state in ('called', 'serving')`
export const setAside = sql<boolean>`state in ('held', 'missed')`
export const open = sql<boolean>`state in ('waiting', 'held', 'missed')`
export const withoutPaper = sql<boolean>`printed <> 'printed'`

export function toTicket(row: TicketRow): Ticket {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    serviceDate: row.service_date,
    prefix: row.prefix,
    number: row.number,
    lane: row.lane_id,
    matter: row.matter_id,
    class: row.class_id,
    state: row.state,
    joinedAt: row.joined_at,
    rankAt: row.rank_at,
    window: row.window_id,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    calls: row.calls,
    printed: row.printed,
    // Most tickets have neither.
    ...(row.matters !== null && { matters: JSON.parse(row.matters) as VisitMatter[] }),
    ...(row.checklist !== null && { checklist: JSON.parse(row.checklist) as MissingThings[] }),
  }
}

const takeNumber = preparedOne((db, { hall, serviceDate, lane }: { hall: string; serviceDate: string; lane: string }) =>
  db
    .insertInto('lane_day')
    .values({ hall_id: hall, service_date: serviceDate, lane_id: lane, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['hall_id', 'service_date', 'lane_id'])
        .doUpdateSet((row) => ({ last_number: row('lane_day.last_number', '+', 1) })),
    )
    .returning('last_number'),
)

/** The next number of a lane on a service day: one step, so that two never read the same. Blocks that kiosks hold are jumped over. */
export async function nextNumber(trx: Trx, hall: string, day: { serviceDate: string; lane: string }): Promise<number> {
  const number = (await takeNumber(trx, { hall, ...day })).last_number
  if (!isLeased(number)) return number
  const own = nextOwnNumber(number - 1, await leasesOf(trx, hall, day))
  if (own !== number) await setLastNumber(trx, hall, { ...day, number: own })
  return own
}

const addTicket = prepared((db, ticket: { hall: string; device: string; list: string | null } & Ticket) =>
  db.insertInto('ticket').values({
    id: ticket.id,
    hall_id: ticket.hall,
    code: ticket.code,
    version: ticket.version,
    service_date: ticket.serviceDate,
    prefix: ticket.prefix,
    number: ticket.number,
    lane_id: ticket.lane,
    matter_id: ticket.matter,
    class_id: ticket.class,
    state: ticket.state,
    joined_at: ticket.joinedAt,
    rank_at: ticket.rankAt,
    window_id: null,
    called_at: null,
    started_at: null,
    ended_at: null,
    calls: 0,
    printed: 'unprinted',
    matters: ticket.list,
    checklist: null,
    device_id: ticket.device,
  }),
)

export async function insertTicket(trx: Trx, hall: string, ticket: Ticket, device: string): Promise<void> {
  await addTicket(trx, { ...ticket, hall, device, list: listOf(ticket) })
}

const ticketById = prepared((db, { hall, id }: { hall: string; id: string }) =>
  db.selectFrom('ticket').selectAll().where('id', '=', id).where('hall_id', '=', hall),
)

export async function findTicket(db: Db, hall: string, id: string): Promise<Ticket | null> {
  const [row] = await ticketById(db, { hall, id })
  return row ? toTicket(row) : null
}

const ticketByCode = prepared((db, { hall, code }: { hall: string; code: string }) =>
  db.selectFrom('ticket').selectAll().where('code', '=', code).where('hall_id', '=', hall),
)

export async function findTicketByCode(db: Db, hall: string, code: string): Promise<Ticket | null> {
  const [row] = await ticketByCode(db, { hall, code })
  return row ? toTicket(row) : null
}

const listOf = ({ matters }: Ticket): string | null => (matters ? JSON.stringify(matters) : null)

const setTicket = prepared((db, ticket: Ticket & { list: string | null }) =>
  db
    .updateTable('ticket')
    .set({
      version: ticket.version,
      lane_id: ticket.lane,
      matter_id: ticket.matter,
      matters: ticket.list,
      state: ticket.state,
      rank_at: ticket.rankAt,
      window_id: ticket.window,
      called_at: ticket.calledAt,
      started_at: ticket.startedAt,
      ended_at: ticket.endedAt,
      calls: ticket.calls,
    })
    .where('id', '=', ticket.id),
)

/** Store what a step or an undo changed. The identity of a ticket (number, code, class, when it joined) never changes. */
export async function updateTicket(trx: Trx, ticket: Ticket): Promise<void> {
  await setTicket(trx, { ...ticket, list: listOf(ticket) })
}

/** Returns false where `device` did not issue the ticket. The version stays: paper is not a step. */
export async function setPrinted(
  trx: Trx,
  hall: string,
  ticket: { id: string; device: string; printed: Ticket['printed'] },
): Promise<boolean> {
  const done = await trx
    .updateTable('ticket')
    .set({ printed: ticket.printed })
    .where('id', '=', ticket.id)
    .where('hall_id', '=', hall)
    .where('device_id', '=', ticket.device)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What is missing for a ticket. The version stays: a checklist is no step. */
export async function setChecklist(
  trx: Trx,
  hall: string,
  { id, checklist }: { id: string; checklist: readonly MissingThings[] },
): Promise<void> {
  await trx
    .updateTable('ticket')
    .set({ checklist: checklist.length > 0 ? JSON.stringify(checklist) : null })
    .where('id', '=', id)
    .where('hall_id', '=', hall)
    .execute()
}

const ticketAtWindow = prepared((db, { hall, window }: { hall: string; window: string }) =>
  db.selectFrom('ticket').selectAll().where('hall_id', '=', hall).where('window_id', '=', window).where(atWindow),
)

/** The ticket that is called or served at a window. */
export async function findAtWindow(db: Db, hall: string, window: string): Promise<Ticket | null> {
  const [row] = await ticketAtWindow(db, { hall, window })
  return row ? toTicket(row) : null
}

const firstOfLanes = prepared((db, { hall, serviceDate, most }: { hall: string; serviceDate: string; most: number }) =>
  db
    .selectFrom('lane')
    .innerJoin('ticket', (join) =>
      join.on('ticket.id', 'in', (from) =>
        from
          .selectFrom('ticket as first')
          .select('first.id')
          .where('first.hall_id', '=', hall)
          .where('first.service_date', '=', serviceDate)
          .whereRef('first.lane_id', '=', 'lane.id')
          .where('first.state', '=', 'waiting')
          .where('first.window_id', 'is', null)
          .orderBy('first.rank_at')
          .orderBy('first.joined_at')
          .orderBy('first.id')
          .limit(most),
      ),
    )
    .selectAll('ticket')
    .where('lane.hall_id', '=', hall),
)

/** Of a waiting ticket: its place in the order, and what is read out of it. */
export type WaitingPlace = Pick<Ticket, 'id' | 'lane' | 'rankAt' | 'joinedAt' | 'window' | 'prefix' | 'number'>

const placeColumns = [
  'id',
  'lane_id as lane',
  'rank_at as rankAt',
  'joined_at as joinedAt',
  'window_id as window',
  'prefix',
  'number',
] as const

const firstPlacesOfLane = prepared((db, { hall, serviceDate, lane, most }: LaneDay & { hall: string; most: number }) =>
  db
    .selectFrom('ticket')
    .select(placeColumns)
    .where('hall_id', '=', hall)
    .where('service_date', '=', serviceDate)
    .where('lane_id', '=', lane)
    .where('state', '=', 'waiting')
    .where('window_id', 'is', null)
    .orderBy('rank_at')
    .orderBy('joined_at')
    .orderBy('id')
    .limit(most),
)

const placesAtWindows = prepared((db, { hall, serviceDate }: { hall: string; serviceDate: string }) =>
  db
    .selectFrom('ticket')
    .select(placeColumns)
    .where('hall_id', '=', hall)
    .where('window_id', 'is not', null)
    .where('service_date', '=', serviceDate)
    .where('state', '=', 'waiting'),
)

/**
 * As `firstWaiting`, of some lanes, and only what the order needs: a call and the wall wait for this. One small query for each lane costs
 * a fifth of one that reads whole tickets of all.
 */
export async function firstPlaces(
  db: Db,
  hall: string,
  { serviceDate, lanes, most }: { serviceDate: string; lanes: readonly string[]; most: number },
): Promise<WaitingPlace[]> {
  const places = await placesAtWindows(db, { hall, serviceDate })
  for (const lane of lanes) places.push(...(await firstPlacesOfLane(db, { hall, serviceDate, lane, most })))
  return places
}

const sentToWindows = prepared((db, { hall, serviceDate }: { hall: string; serviceDate: string }) =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('window_id', 'is not', null)
    .where('service_date', '=', serviceDate)
    .where('state', '=', 'waiting'),
)

/**
 * Who comes next on a service day: the first `most` of each lane by rank, and all that were sent to a window. In no particular
 * order: the domain orders them for each window.
 */
export async function firstWaiting(
  db: Db,
  hall: string,
  { serviceDate, most }: { serviceDate: string; most: number },
): Promise<Ticket[]> {
  const rows = await firstOfLanes(db, { hall, serviceDate, most })
  return [...rows, ...(await sentToWindows(db, { hall, serviceDate }))].map(toTicket)
}

interface LaneDay {
  serviceDate: string
  lane: string
}

const waitingInLane = prepared((db, { hall, serviceDate, lane }: LaneDay & { hall: string }) =>
  db
    .selectFrom('lane_day')
    .select('waiting')
    .where('hall_id', '=', hall)
    .where('service_date', '=', serviceDate)
    .where('lane_id', '=', lane),
)

/** How many wait in a lane today. */
export async function countWaiting(db: Db, hall: string, day: LaneDay): Promise<number> {
  return (await waitingInLane(db, { hall, ...day }))[0]?.waiting ?? 0
}

type Place = LaneDay & { rankAt: string; joinedAt: string; id: string }

const inLane = (side: '<' | '>') =>
  preparedOne((db, { hall, serviceDate, lane, rankAt, joinedAt, id }: Place & { hall: string }) =>
    db
      .selectFrom('ticket')
      .select((row) => row.fn.countAll<number>().as('others'))
      .where('hall_id', '=', hall)
      .where('service_date', '=', serviceDate)
      .where('lane_id', '=', lane)
      .where('state', '=', 'waiting')
      .where((row) => row(row.refTuple('rank_at', 'joined_at', 'id'), side, row.tuple(rankAt, joinedAt, id))),
  )
const aheadInLane = inLane('<')
const behindInLane = inLane('>')

/** How many wait in a lane ahead of a place in its order. */
export async function countAhead(
  db: Db,
  hall: string,
  { serviceDate, lane, rankAt, joinedAt, id }: Place,
): Promise<number> {
  return (await aheadInLane(db, { hall, serviceDate, lane, rankAt, joinedAt, id })).others
}

/** The same for one who has not joined yet, by those behind: a newcomer has few of them, or none. */
export async function countAheadOfNew(db: Db, hall: string, place: Place): Promise<number> {
  const { serviceDate, lane, rankAt, joinedAt, id } = place
  const { others } = await behindInLane(db, { hall, serviceDate, lane, rankAt, joinedAt, id })
  return (await countWaiting(db, hall, { serviceDate, lane })) - others
}
