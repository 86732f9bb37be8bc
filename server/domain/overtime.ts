// Until about when those who wait will have been served with the windows that are open, and what one more window would change. Pure. It rests
// on the same draws as the estimate: the real order, the times that were learned, and those who leave before their turn.
import { drawWaits, inOrder } from './estimate-draws.ts'
import type { QueueFacts, StaffedWindow, WaitingTicket } from './estimate-facts.ts'
import { visitsLearned, type Learned } from './estimate-learn.ts'
import { hashOf } from './estimate-random.ts'
import { DRAWS, Times } from './estimate-times.ts'
import { serves } from './queue-order.ts'
import type { NoForecast } from '#contract/closing.ts'

const MINUTE = 60_000
/** Four of five days end within: one in ten is over sooner, one in ten later. */
const OUTSIDE = 0.1
/** What is said of more people than this would be no more than a guess. */
const MOST = 150
/** With fewer visits the times are those that were published. */
const LEAST_VISITS = 20

/** Epoch milliseconds. */
export interface Ends {
  from: number
  until: number
}

export interface Overtime {
  waiting: number
  windows: number
  /** Of those who wait: no open window serves them. */
  unserved: number
  /** When the last of those who are served now and of those who wait is done; null with the reason in `why`, or where there is nobody. */
  ends: Ends | null
  why: NoForecast | null
  /** The same with one more window that serves all; null where it would not help, or cannot be said. */
  another: Ends | null
  standard: boolean
}

/** `facts`: as for the estimate. Nobody else is expected: what is said holds if nobody else comes. */
export function overtime(facts: QueueFacts, learned: Learned): Overtime {
  const open = facts.windows.filter(({ away }) => away === null)
  const waiting = inOrder(facts.waiting)
  const served = waiting.filter((ticket) => open.some((window) => serves(window, ticket)))
  const unserved = waiting.length - served.length
  const many = waiting.length > MOST
  const ends = many || unserved > 0 ? null : endsOf(facts, learned, waiting)
  const more = many || waiting.length === 0 ? null : endsOf(withAnother(facts), learned, waiting)
  return {
    waiting: waiting.length,
    windows: open.length,
    unserved,
    ends,
    why: many ? 'many' : unserved > 0 ? 'no_window' : null,
    // One more window for the only one who is left helps nobody.
    another: more && (!ends || more.until + MINUTE < ends.until) ? more : null,
    standard: visitsLearned(learned) < LEAST_VISITS,
  }
}

function withAnother(facts: QueueFacts): QueueFacts {
  const another: StaffedWindow = {
    ...{ id: '*another', allRound: true, lanes: [], current: null, lastCall: null, away: null, idleSince: null },
  }
  // Whoever was sent to a window that nobody sits at is served by the new one.
  const known = new Set(facts.windows.map(({ id }) => id))
  const waiting = facts.waiting.map((ticket) =>
    ticket.window !== null && !known.has(ticket.window) ? { ...ticket, window: null } : ticket,
  )
  return { ...facts, waiting, windows: [...facts.windows, another] }
}

function endsOf(facts: QueueFacts, learned: Learned, tickets: readonly WaitingTicket[]): Ends | null {
  const here = facts.windows.filter(({ current, away }) => current !== null && away === null)
  if (tickets.length === 0 && here.length === 0) return null
  const order = tickets === facts.waiting ? tickets : inOrder(facts.waiting)
  const waits = drawWaits(facts, learned, order)
  const times = new Times(facts.standards, learned)
  const places = order.map(({ matter }) => times.placeOf(matter))
  const hashes = order.map(({ id }) => hashOf(id))
  const current = here.map(({ id, current: visit }) => ({
    place: times.placeOf(visit?.matter ?? ''),
    elapsed: (facts.now - (visit?.since ?? facts.now)) / MINUTE,
    of: hashOf(id),
  }))
  const ends = new Float64Array(DRAWS)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    times.begin(draw)
    let last = 0
    for (const { place, elapsed, of } of current) last = Math.max(last, times.left(place, { elapsed, of }))
    for (const [at, place] of places.entries())
      last = Math.max(last, waits[at * DRAWS + draw]! + times.minutes(place, hashes[at]!))
    ends[draw] = last
  }
  ends.sort()
  const at = (share: number) => facts.now + ends[Math.floor(share * DRAWS)]! * MINUTE
  return { from: at(OUTSIDE), until: at(1 - OUTSIDE) }
}
