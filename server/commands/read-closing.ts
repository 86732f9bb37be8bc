// What the desk shows when a day closes: the forecast of the overtime, who still waits, and what was decided.
import type { Closing, ClosingTicket, Decided, DecidedForYou } from '#contract/closing.ts'
import type { Book } from '#domain/book.ts'
import { comesBack, phaseAt } from '#domain/closing.ts'
import type { StaffedWindow } from '#domain/estimate-facts.ts'
import type { Learned } from '#domain/estimate-learn.ts'
import { newModel } from '#domain/estimate-model.ts'
import { overtime, type Overtime } from '#domain/overtime.ts'
import { hallTime, iso, serviceDate } from '#domain/service-day.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import { allWaiting, decisionOn, decisions, undecided, type DecidedRow } from '#db/queries/closing.ts'
import { lastMorning } from '#db/queries/estimates.ts'
import { getHall } from '#db/queries/hall.ts'
import { readSeats } from '#db/queries/staff.ts'
import { findAtWindow, findTicketByCode } from '#db/queries/tickets.ts'
import type { Db } from '#db/database.ts'
import { colourOf } from '../views/faces.ts'
import { nextAt } from './next-ticket.ts'
import type { Hub } from './run.ts'

const LISTED = 100

/** `window`: the one at which whoever asks sits. */
export async function readClosing(hub: Hub, window: string | null): Promise<Closing> {
  const now = hub.clock.now()
  return hub.store.read(async (db) => {
    const { bookRev } = await getHall(db, hub.hall)
    const book = await hub.shelf.book(db, hub.hall, bookRev)
    const date = serviceDate(now, book.hall.zone)
    const { phase, closes } = phaseAt(book.hours, now)
    // A promise of first place holds until the next day that is open closes in turn.
    const open = await undecided(db, hub.hall, { date, since: phase === 'closed' ? date : '', most: LISTED })
    const first = await firstOf(db, { hub, book, date, window })
    const face = (row: DecidedRow): Decided => ({
      id: row.ticket.id,
      label: label(row.ticket.prefix, row.ticket.number),
      colour: colourOf(book, row.ticket.prefix),
      words: wordsOf(book, row.ticket),
      serviceDate: row.ticket.serviceDate,
      decision: row.decision,
      at: row.at,
      by: row.by,
    })
    return {
      at: iso(now),
      phase,
      closesAt: closes === null ? null : iso(closes),
      forecast: phase === 'day' ? null : await forecast(db, { hub, book, date, now }),
      today: open.today,
      earlier: open.earlier,
      tickets: open.tickets.map((ticket): ClosingTicket => ({
        id: ticket.id,
        version: ticket.version,
        label: label(ticket.prefix, ticket.number),
        colour: colourOf(book, ticket.prefix),
        words: wordsOf(book, ticket),
        state: ticket.state,
        serviceDate: ticket.serviceDate,
        joinedAt: ticket.joinedAt,
        outOfRank: ticket.state === 'waiting' && ticket.serviceDate >= date && ticket.id !== first,
      })),
      decided: (await decisions(db, hub.hall, { date, most: LISTED })).map(face),
      promised: (await decisions(db, hub.hall, { promised: true, most: LISTED })).map(face),
    }
  })
}

const wordsOf = (book: Book, { matter }: Pick<Ticket, 'matter'>) =>
  book.matterOf.get(matter)?.words ?? { zh: '其他', en: 'Other' }

interface Asked {
  hub: Hub
  book: Book
  date: string
}

async function firstOf(db: Db, { book, date, window }: Asked & { window: string | null }): Promise<string | null> {
  const here = book.windows.find(({ id }) => id === window)
  if (!here) return null
  return (await nextAt(db, book, { window: here, date }))?.id ?? null
}

async function forecast(db: Db, { hub, book, date, now }: Asked & { now: number }): Promise<Closing['forecast']> {
  const windows: StaffedWindow[] = []
  const seats = await readSeats(db, hub.hall)
  for (const { id, allRound, lanes, away: left } of book.windows) {
    if (!seats.has(id)) continue
    const there = await findAtWindow(db, hub.hall, id)
    const current = there && { matter: there.matter, since: Date.parse(there.calledAt ?? iso(now)) }
    const away = left && {
      since: Date.parse(left.since),
      hour: Number(hallTime(Date.parse(left.since), book.hall.zone)[0]),
    }
    windows.push({ id, allRound, lanes, current, lastCall: null, away: away ?? null, idleSince: null })
  }
  const waiting = await allWaiting(db, hub.hall, date)
  if (waiting.length === 0 && windows.every(({ current }) => !current)) return null
  const facts = {
    now,
    hour: Number(hallTime(now, book.hall.zone)[0]),
    waiting,
    windows,
    standards: new Map(book.matters.map(({ id, minutes }) => [id, minutes])),
    entitled: [],
    expected: [],
    closes: null,
  }
  return faceOf(overtime(facts, await learnedBy(db, { hub, book, date })))
}

const until = (ends: Overtime['ends']) => ends && { from: iso(ends.from), until: iso(ends.until) }
const faceOf = ({ waiting, windows, unserved, ends, why, another, standard }: Overtime): Closing['forecast'] => ({
  ...{ waiting, windows, unserved, why, standard },
  ends: until(ends),
  another: until(another),
})

/** What this morning knew of service times: the same as the waits rest on. Before it is written, what the last one knew. */
async function learnedBy(db: Db, { hub, date }: Asked): Promise<Learned> {
  const model = (await hub.shelf.model(db, hub.hall, date)) ?? (await lastMorning(db, hub.hall, date))?.model
  return (model ?? newModel).learned
}

/** For whoever holds the code of a ticket. */
export async function decidedFor(hub: Hub, code: string): Promise<DecidedForYou | null> {
  const { db } = hub.store
  const ticket = await findTicketByCode(db, hub.hall, code)
  if (!ticket) return null
  const { bookRev } = await getHall(db, hub.hall)
  const { hours } = await hub.shelf.book(db, hub.hall, bookRev)
  const decision = (await decisionOn(db, hub.hall, ticket.id))?.decision ?? null
  const { today, opens } = comesBack(hours, ticket, hub.clock.now())
  return { decision, today, opens: opens === null ? null : iso(opens) }
}
