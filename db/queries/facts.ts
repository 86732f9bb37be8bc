// Everything that the hall's views are built from, read in one go at one revision. Bounded: a busy day costs no more than a quiet one.
import type { Book } from '#domain/book.ts'
import type { Shift } from '#domain/duty.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { EventFace } from '#contract/views.ts'
import type { DutyKind } from '#contract/words.ts'
import type { Db } from '../database.ts'
import { lastStep } from './calls.ts'
import { getHall } from './hall.ts'
import { readSeats } from './staff.ts'
import { atWindow, countWaiting, firstWaiting, open, sentTo, setAside, toTicket, withoutPaper } from './tickets.ts'

export interface CallFact {
  id: string
  at: string
  again: boolean
  window: string
  ticket: Ticket
}

export interface Facts {
  epoch: string
  rev: number
  bookRev: number
  book: Book
  /** The service day that these facts are of, and its first and last instant. */
  day: { date: string; from: string; to: string }
  /** Waiting today, per lane id. */
  counts: Map<string, number>
  /** The first of each lane and all that were sent to a window, in no particular order. */
  waiting: Ticket[]
  atWindows: Ticket[]
  held: Ticket[]
  missed: Ticket[]
  leftover: Ticket[]
  unprinted: Ticket[]
  /** Today's calls, newest first, retracted ones left out. */
  calls: CallFact[]
  outOfOrder: number
  seats: Map<string, { staff: string; name: string }>
  undo: Map<string, { ticket: Ticket; step: string }>
  shifts: Shift[]
  events: EventFace[]
}

/** How many of each lane are read: enough for the next of every window and the desk's list. */
const PER_LANE = 20
const CALLS = 24

/** `day`: the service day at `now`, with its bounds as instants. */
export async function readFacts(db: Db, book: Book, day: Facts['day']): Promise<Facts> {
  const hall = book.id
  const { epoch, rev, bookRev } = await getHall(db, hall)
  const today = db.selectFrom('ticket').selectAll().where('hall_id', '=', hall).where('service_date', '=', day.date)
  const counts = new Map<string, number>()
  for (const { id } of book.lanes) counts.set(id, await countWaiting(db, hall, { serviceDate: day.date, lane: id }))
  const waiting = new Map<string, Ticket>()
  for (const lane of book.lanes) {
    for (const ticket of await firstWaiting(db, hall, { serviceDate: day.date, lane: lane.id, most: PER_LANE }))
      waiting.set(ticket.id, ticket)
  }
  const undo = new Map<string, { ticket: Ticket; step: string }>()
  for (const window of book.windows) {
    for (const ticket of await sentTo(db, hall, { serviceDate: day.date, window: window.id }))
      waiting.set(ticket.id, ticket)
    const step = await lastStep(db, hall, { window: window.id, since: day.from })
    if (step) undo.set(window.id, { ticket: JSON.parse(step.before) as Ticket, step: step.step })
  }
  const aside = await today.where(setAside).orderBy('rank_at').limit(200).execute()
  const atWindows = await db.selectFrom('ticket').selectAll().where('hall_id', '=', hall).where(atWindow).execute()
  const leftover = await db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('service_date', '<', day.date)
    .where(open)
    .orderBy('joined_at')
    .limit(60)
    .execute()
  const unprinted = await today.where(withoutPaper).where(open).orderBy('joined_at', 'desc').limit(20).execute()
  const { outOfOrder } = await db
    .selectFrom('call')
    .select((row) => row.fn.countAll<number>().as('outOfOrder'))
    .where('hall_id', '=', hall)
    .where('service_date', '=', day.date)
    .where('reason', 'is not', null)
    .where('retracted', '=', 0)
    .executeTakeFirstOrThrow()
  return {
    epoch,
    rev,
    bookRev,
    book,
    day,
    counts,
    waiting: [...waiting.values()],
    atWindows: atWindows.map(toTicket),
    held: aside.map(toTicket).filter(({ state }) => state === 'held'),
    missed: aside.map(toTicket).filter(({ state }) => state === 'missed'),
    leftover: leftover.map(toTicket),
    unprinted: unprinted.map(toTicket),
    calls: await readCalls(db, hall, day.date),
    outOfOrder,
    seats: await readSeats(db, hall),
    undo,
    shifts: await readShifts(db, book, day),
    events: await readEvents(db, book, day),
  }
}

async function readCalls(db: Db, hall: string, date: string): Promise<CallFact[]> {
  const rows = await db
    .selectFrom('call')
    .innerJoin('ticket', 'ticket.id', 'call.ticket_id')
    .selectAll('ticket')
    .select(['call.id as call_id', 'call.at as call_at', 'call.again', 'call.window_id as call_window'])
    .where('call.hall_id', '=', hall)
    .where('call.service_date', '=', date)
    .where('call.retracted', '=', 0)
    .orderBy('call.at', 'desc')
    .orderBy('call.id', 'desc')
    .limit(CALLS)
    .execute()
  return rows.map((row) => ({
    id: row.call_id,
    at: row.call_at,
    again: row.again === 1,
    window: row.call_window,
    ticket: toTicket(row),
  }))
}

async function readShifts(db: Db, book: Book, day: Facts['day']): Promise<Shift[]> {
  const rows = await db
    .selectFrom('shift')
    .selectAll()
    .where('hall_id', '=', book.id)
    .where('ends_at', '>', day.from)
    .where('starts_at', '<', day.to)
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

async function readEvents(db: Db, book: Book, day: Facts['day']): Promise<EventFace[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('hall_id', '=', book.id)
    .where('ends_at', '>', day.from)
    .where('starts_at', '<', day.to)
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    kind: row.kind as EventFace['kind'],
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    room: row.room_id === null ? null : (book.rooms.get(row.room_id) ?? null),
  }))
}
