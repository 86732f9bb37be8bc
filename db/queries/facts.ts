// Everything that the hall's views are built from, read in one go at one revision. Bounded: a busy day costs no more than a quiet
// one. It runs after every commit, so its queries are built once.
import type { EstimateFace } from '#contract/estimates.ts'
import type { SlipMark } from '#contract/leases.ts'
import type { HoursFace } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { Db } from '../database.ts'
import { prepared, preparedOne } from '../prepared.ts'
import { lastSteps } from './calls.ts'
import type { Day, DayPlan } from './day-plan.ts'
import { readBands, readLaneEstimates } from './estimates.ts'
import { leftByPhone } from './follow.ts'
import type { HallState } from './hall.ts'
import { slipsTold } from './leases.ts'
import { readSeats } from './staff.ts'
import {
  atWindow,
  firstPlaces,
  firstWaiting,
  open,
  setAside,
  toTicket,
  withoutPaper,
  type WaitingPlace,
} from './tickets.ts'

/** A call, and where its ticket stands now. */
export interface CallFact {
  id: string
  at: string
  again: boolean
  window: string
  ticket: Pick<Ticket, 'id' | 'prefix' | 'number' | 'state' | 'window'>
}

/** What every screen shows of. */
export interface Facts extends Pick<DayPlan, 'shifts' | 'events'> {
  /** What was planned for the day, and ahead of it: the same object for as long as it stands. */
  plan: DayPlan
  epoch: string
  rev: number
  book: Book
  hours: HoursFace
  /** The service day that these facts are of. */
  day: Day
  /** Waiting today, per lane id. */
  counts: Map<string, number>
  /** The first few of each lane and all that were sent to a window, in no particular order. */
  waiting: WaitingPlace[]
  atWindows: Ticket[]
  /** Today's calls, newest first, retracted ones left out. */
  calls: CallFact[]
  outOfOrder: number
  seats: Map<string, { staff: string; name: string }>
}

/** What only the desk shows: read after the others were sent, so that a call on the wall does not wait for it. */
export interface DeskFacts {
  /** As `waiting`, but more of each lane. */
  queue: Ticket[]
  held: Ticket[]
  missed: Ticket[]
  leftover: Ticket[]
  unprinted: Ticket[]
  undo: Map<string, { ticket: Ticket; step: string }>
  /** Who left by phone a short while ago. */
  gone: Ticket[]
  /** What is shown of the wait of those in `queue`, by ticket, and of whoever would come now, by lane. */
  bands: Map<string, EstimateFace>
  waits: Map<string, EstimateFace>
  /** Slips whose holders have a number that is not called. */
  slips: SlipMark[]
}

/** How many of each lane are read: for the wall's six, and for the desk's list and the next of every window. */
const FIRST = 6
const QUEUE = 20
const CALLS = 24

interface At {
  hall: string
  date: string
}

const laneCounts = prepared((db, { hall, date }: At) =>
  db.selectFrom('lane_day').select(['lane_id', 'waiting']).where('hall_id', '=', hall).where('service_date', '=', date),
)
const occupying = prepared((db, { hall }: { hall: string }) =>
  db.selectFrom('ticket').selectAll().where('hall_id', '=', hall).where(atWindow),
)
const aside = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where(setAside)
    .orderBy('rank_at')
    .limit(200),
)
const ofEarlierDays = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('service_date', '<', date)
    .where(open)
    .orderBy('joined_at')
    .limit(60),
)
const paperless = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where(withoutPaper)
    .where(open)
    .orderBy('joined_at', 'desc')
    .limit(20),
)
const jumps = preparedOne((db, { hall, date }: At) =>
  db
    .selectFrom('call')
    .select((row) => row.fn.countAll<number>().as('times'))
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('reason', 'is not', null)
    .where('retracted', '=', 0),
)
const latestCalls = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('call')
    .innerJoin('ticket', 'ticket.id', 'call.ticket_id')
    .select(['call.id', 'call.at', 'call.again', 'call.window_id as window'])
    .select(['ticket.id as ticket', 'ticket.prefix', 'ticket.number', 'ticket.state', 'ticket.window_id as now_at'])
    .where('call.hall_id', '=', hall)
    .where('call.service_date', '=', date)
    .where('call.retracted', '=', 0)
    .orderBy('call.at', 'desc')
    .orderBy('call.id', 'desc')
    .limit(CALLS),
)

/** `state`: the hall's row as it is now; `plan`: what was planned for `day`; `hours`: as of now. */
export async function readFacts(
  db: Db,
  { state: row, book, day, plan, hours }: { state: HallState; book: Book; day: Day; plan: DayPlan; hours: HoursFace },
): Promise<Facts> {
  const at: At = { hall: book.id, date: day.date }
  const calls = await latestCalls(db, at)
  return {
    plan,
    shifts: plan.shifts,
    events: plan.events,
    epoch: row.epoch,
    rev: row.rev,
    book,
    day,
    hours,
    counts: new Map((await laneCounts(db, at)).map((lane) => [lane.lane_id, lane.waiting])),
    waiting: await firstPlaces(db, book.id, {
      serviceDate: day.date,
      lanes: book.lanes.map(({ id }) => id),
      most: FIRST,
    }),
    atWindows: (await occupying(db, at)).map(toTicket),
    calls: calls.map(({ id, at: calledAt, again, window, ticket, prefix, number, state, now_at }) => ({
      id,
      at: calledAt,
      again: again === 1,
      window,
      ticket: { id: ticket, prefix, number, state, window: now_at },
    })),
    outOfOrder: (await jumps(db, at)).times,
    seats: await readSeats(db, book.id),
  }
}

/** `now`: epoch milliseconds. */
export async function readDeskFacts(db: Db, { book, day }: Facts, now: number): Promise<DeskFacts> {
  const at: At = { hall: book.id, date: day.date }
  const setAsideNow = (await aside(db, at)).map(toTicket)
  return {
    queue: await firstWaiting(db, book.id, { serviceDate: day.date, most: QUEUE }),
    held: setAsideNow.filter(({ state }) => state === 'held'),
    missed: setAsideNow.filter(({ state }) => state === 'missed'),
    leftover: (await ofEarlierDays(db, at)).map(toTicket),
    unprinted: (await paperless(db, at)).map(toTicket),
    undo: await lastSteps(db, book.id, day.from),
    gone: await leftByPhone(db, book.id, { now, from: day.from }),
    bands: await readBands(db, at),
    waits: await readLaneEstimates(db, book.id),
    slips: await slipsTold(db, book.id),
  }
}
