// One day of the hall under one rule: tickets take the steps of the real life cycle, and windows call in the real order, by a simulated clock.
import { rankOfAppointment } from '#domain/appointment.ts'
import { byRank, nextFor, rankOf, serves } from '#domain/queue-order.ts'
import { iso } from '#domain/service-day.ts'
import { takeStep, type Ticket } from '#domain/ticket.ts'
import { Agenda } from './simulate-agenda.ts'
import { appointmentRule, book, OPENS, headStartOf, returnHeadStart, type Script, type Visit } from './simulate-hall.ts'

const MINUTE = 60_000
/** Midnight of the simulated day in the hall's zone. */
export const MIDNIGHT = Date.parse('2026-11-22T16:00:00.000Z')
const OPENED = MIDNIGHT + OPENS * MINUTE

/** A rule is what becomes of head starts, and whether windows prefer some lanes to others: the hall's own, none (first come, first served), or a day (strict priority). */
export interface Rule {
  rank(visit: Visit, now: number): string
  returns: number
  next: typeof nextFor
}
const headStart = (visit: Visit) => headStartOf.get(visit.class) ?? 0
export const rules = {
  rank: {
    rank: (visit, now) =>
      visit.slot === null
        ? rankOf(now, headStart(visit))
        : rankOfAppointment(
            { slot: MIDNIGHT + visit.slot * MINUTE, arrived: now, classHeadStart: headStart(visit) },
            appointmentRule,
          ),
    returns: returnHeadStart,
    next: nextFor,
  },
  fcfs: { rank: (_, now) => rankOf(now, 0), returns: 0, next: byRank },
  strict: {
    rank: (visit, now) => rankOf(now, headStart(visit) > 0 || visit.slot !== null ? 24 * 60 : 0),
    returns: 0,
    next: byRank,
  },
} satisfies Record<string, Rule>

export interface Waiting extends Ticket {
  visit: Visit
  /** When it joined, or came back after a miss: what being overtaken is measured from. */
  since: number
}
export interface Seat {
  id: string
  allRound: boolean
  lanes: readonly string[]
  open: boolean
  /** Wants to leave when the visitor at the window has left. */
  leaving: number | null
  ticket: Waiting | null
  calledAt: number
  lastCall: string | null
  endedAt: number
  /** When somebody last sat down, or left. */
  since: number
}
/** What an observer sees. Instants in epoch milliseconds. */
export interface State {
  now: number
  waiting: readonly Waiting[]
  seats: readonly Seat[]
}
export interface Observer {
  /** Somebody took a number, and it is in the queue; a free window may call it at once. */
  joined?(state: State, ticket: Waiting): void
  /** Somebody who missed the call is back in the queue. */
  returned?(ticket: Waiting): void
  /** After whatever happened, all of it. */
  settled?(state: State): void
  called?(state: State, ticket: Waiting, seat: Seat): void
  served?(seat: Seat, visit: Visit, minutes: number): void
  missed?(minutes: number): void
  changed?(minutes: number): void
  left?(minutes: number): void
  /** A window was sat at for so long, and then left for a pause, or for the day (null). */
  sat?(minutes: number, pause: { minutes: number; hour: number } | null): void
}

export function runDay(script: Script, rule: Rule, observer: Observer): void {
  const waiting: Waiting[] = []
  const seats = book.windows.map(seatOf)
  // Those of few lanes are the first to call; the all-round window keeps itself free for all.
  const inTurn = [...seats].sort((one, other) => Number(one.allRound) - Number(other.allRound))
  const state = { now: 0, waiting, seats }
  const events = new Agenda()
  const [changes, misses] = [script.changes.values(), script.misses.values()]
  let issued = 0
  const later = (minutes: number, run: () => void) => events.add({ at: state.now + minutes * MINUTE, run })
  const step = (ticket: Waiting, name: 'call' | 'start' | 'finish' | 'miss' | 'requeue' | 'leave', window: string) => {
    const after = takeStep(ticket, { step: name, window, now: state.now, returnHeadStart: rule.returns })
    if (!after) throw new Error(`${name} is illegal for a ticket that is ${ticket.state}`)
    // A step keeps whatever else a ticket carries.
    return after as Waiting
  }

  /** Each free window calls its next. */
  function callAll(): boolean {
    let any = false
    for (const seat of inTurn) if (seat.open && !seat.ticket && state.now >= seat.endedAt) any = call(seat) || any
    return any
  }

  function call(seat: Seat): boolean {
    const [ticket] = rule.next(seat, waiting)
    if (!ticket) return false
    observer.called?.(state, ticket, seat)
    waiting.splice(waiting.indexOf(ticket), 1)
    const called = step(ticket, 'call', seat.id)
    seat.ticket = called
    seat.calledAt = state.now
    seat.lastCall = `${ticket.id}.${called.calls}`
    const { missing, minutes } = ticket.visit
    if (missing && called.calls === 1) {
      const patience = misses.next().value ?? 2
      later(patience, () => {
        const missed = step(called, 'miss', seat.id)
        observer.missed?.(patience)
        if (missing.back !== null) later(missing.back, () => back(missed, seat.id))
        freed(seat)
      })
    } else {
      const serving = step(called, 'start', seat.id)
      const lasts = minutes * script.pace[seats.indexOf(seat)]!
      later(lasts, () => {
        step(serving, 'finish', seat.id)
        observer.served?.(seat, ticket.visit, lasts)
        freed(seat)
      })
    }
    return true
  }

  function freed(seat: Seat): void {
    seat.ticket = null
    if (seat.leaving !== null) {
      pause(seat, seat.leaving)
      return
    }
    const change = changes.next().value ?? 0.5
    seat.endedAt = state.now + change * MINUTE
    later(change, () => {
      if (seat.open && !seat.ticket && call(seat)) observer.changed?.(change)
    })
  }

  function pause(seat: Seat, minutes: number): void {
    observer.sat?.((state.now - seat.since) / MINUTE, { minutes, hour: hourOf(state.now) })
    Object.assign(seat, { open: false, leaving: null, since: state.now })
    later(minutes, () => {
      Object.assign(seat, { open: true, since: state.now })
      callAll()
    })
  }

  function back(missed: Waiting, window: string): void {
    const ticket = step(missed, 'requeue', window)
    ticket.since = state.now
    waiting.push(ticket)
    observer.returned?.(ticket)
    callAll()
  }

  function join(visit: Visit): void {
    issued += 1
    const ticket = ticketOf(visit, { issued, now: state.now, rankAt: rule.rank(visit, state.now) })
    waiting.push(ticket)
    observer.joined?.(state, ticket)
    callAll()
    if (visit.patience < Infinity && waiting.includes(ticket))
      later(visit.patience, () => {
        if (!waiting.includes(ticket)) return
        step(ticket, 'leave', '')
        observer.left?.((state.now - ticket.since) / MINUTE)
        waiting.splice(waiting.indexOf(ticket), 1)
      })
  }

  for (const visit of script.visits) events.add({ at: MIDNIGHT + visit.at * MINUTE, run: () => join(visit) })
  for (const [index, seat] of seats.entries())
    for (const { from, minutes } of script.pauses[index]!)
      events.add({
        at: MIDNIGHT + from * MINUTE,
        run: () => {
          if (seat.ticket) seat.leaving = minutes
          else if (seat.open) pause(seat, minutes)
        },
      })
  for (let event = events.next(); event; event = events.next()) {
    state.now = Math.round(event.at)
    event.run()
    observer.settled?.(state)
  }
  for (const { since } of seats) observer.sat?.(Math.max(0, state.now - since) / MINUTE, null)
  if (waiting.length > 0) throw new Error(`${waiting.length} tickets were never called`)
}

function seatOf({ id, allRound, lanes }: (typeof book.windows)[number]): Seat {
  return {
    id,
    allRound,
    lanes,
    open: true,
    leaving: null,
    ticket: null,
    calledAt: 0,
    lastCall: null,
    endedAt: 0,
    since: OPENED,
  }
}

function ticketOf(visit: Visit, { issued, now, rankAt }: { issued: number; now: number; rankAt: string }): Waiting {
  const id = String(issued).padStart(6, '0')
  return {
    id,
    code: id,
    version: 1,
    serviceDate: '2026-11-23',
    prefix: 'A',
    number: issued,
    lane: visit.matter.lane,
    matter: visit.matter.id,
    class: visit.class,
    state: 'waiting',
    joinedAt: iso(now),
    rankAt,
    window: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    calls: 0,
    printed: 'printed',
    visit,
    since: now,
  }
}

/** The hour of the hall's clock. */
export const hourOf = (now: number): number => Math.floor((now - MIDNIGHT) / (60 * MINUTE))

/** Whether a window may call it: the same question that the order asks. */
export const mayCall = (seat: Seat, ticket: Waiting): boolean => serves(seat, ticket)
