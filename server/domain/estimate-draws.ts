// When each waiting ticket is called, in some hundred possible continuations of the queue: the windows take the real order, service times are
// drawn from what was learned, and those who may still come and go first are drawn too. Pure; the same facts give the same draws.
import { comesAt, compareRank, serves } from './queue-order.ts'
import type { StaffedWindow, QueueFacts, WaitingTicket } from './estimate-facts.ts'
import {
  leaveRate,
  missProbability,
  pauseBelief,
  pauseRate,
  shared,
  sharedBelief,
  type Learned,
} from './estimate-learn.ts'
import { newcomers } from './estimate-newcomers.ts'
import { hashOf, uniform } from './estimate-random.ts'
import { DRAWS, Times } from './estimate-times.ts'

const MINUTE = 60_000
const HOUR = 60
/**
 * The minutes from now at which each of `tickets` is called, `DRAWS` for each, those of one ticket in a row.
 * `tickets`: in order, and each served by an open window.
 */
export function drawWaits(facts: QueueFacts, learned: Learned, tickets: readonly WaitingTicket[]): Float64Array {
  const { now, windows } = facts
  const times = new Times(facts.standards, learned)
  const matters = tickets.map(({ matter }) => times.placeOf(matter))
  const hashes = tickets.map(({ id }) => hashOf(id))
  const ranks = tickets.map(({ rankAt }) => (Date.parse(rankAt) - now) / MINUTE)
  // By ticket and window: whom a window takes first, in its own order of lanes.
  const comes = Float64Array.from(
    tickets.flatMap((ticket) => windows.map((window) => (comesAt(window, ticket) - now) / MINUTE)),
  )
  const { lines, of: linesOf } = linesBy(windows, tickets)
  const names = windows.map(({ id }) => hashOf(id))
  const current = windows.map(({ current }) => (current ? times.placeOf(current.matter) : -1))
  const likely = newcomers(facts, times)
  const miss = times.add(sharedBelief(learned, shared.miss))
  const change = times.add(sharedBelief(learned, shared.change))
  const pause = times.add(pauseBelief(learned, facts.hour))
  const aways = windows.map(({ away }) => (away ? times.add(pauseBelief(learned, away.hour)) : -1))
  const missing = missProbability(learned)
  const leaving = leaveRate(learned) / HOUR
  const pausing = pauseRate(learned) / HOUR

  const waits = new Float64Array(tickets.length * DRAWS)
  const free = new Float64Array(windows.length)
  const pauses = new Float64Array(windows.length)
  const heads = new Int32Array(lines.length)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    times.begin(draw)
    heads.fill(0)
    for (const [at, { current: visit, away }] of windows.entries()) {
      const of = names[at]!
      pauses[at] = away === null ? -Math.log(1 - uniform(draw, of + 3)) / pausing : Infinity
      if (away) free[at] = times.left(aways[at]!, { elapsed: (now - away.since) / MINUTE, of })
      else if (!visit) free[at] = 0
      else {
        const elapsed = (now - visit.since) / MINUTE
        free[at] = times.left(current[at]!, { elapsed, of }) + times.minutes(change, of + 1)
      }
    }
    const coming = likely(draw)
    for (let left = tickets.length; left > 0;) {
      const window = earliest(free)
      const at = free[window]!
      if (at >= pauses[window]!) {
        // Nobody leaves a visitor: a pause begins when the one who is there has been served.
        free[window] = at + times.minutes(pause, names[window]! + 4)
        pauses[window] = Infinity
        continue
      }
      let next = tickets.length
      let line = -1
      let first = Infinity
      for (const one of linesOf[window]!) {
        const head = lines[one]![heads[one]!]
        if (head === undefined) continue
        const come = comes[head * windows.length + window]!
        if (come < first || (come === first && head < next)) [next, line, first] = [head, one, come]
      }
      if (line < 0) {
        free[window] = Infinity
        continue
      }
      let place = matters[next]!
      let of = hashes[next]!
      const before = coming.findIndex(
        ({ windows, arrives, rank }) => windows[window] && arrives <= at && rank < ranks[next]!,
      )
      if (before >= 0) {
        ;({ place, of } = coming[before]!)
        coming.splice(before, 1)
      } else {
        waits[next * DRAWS + draw] = at
        heads[line]! += 1
        left -= 1
        if (uniform(draw, of + 3) > Math.exp(-leaving * at)) continue
      }
      const gone = uniform(draw, of + 2) < missing
      free[window] = at + (gone ? times.minutes(miss, of) : times.minutes(place, of)) + times.minutes(change, of + 1)
    }
  }
  return waits
}

function earliest(free: Float64Array): number {
  let first = 0
  for (let at = 1; at < free.length; at += 1) if (free[at]! < free[first]!) first = at
  return first
}

/** Tickets that the same windows may call stand in one line; each window has the lines that it takes from. */
function linesBy(
  windows: readonly StaffedWindow[],
  tickets: readonly WaitingTicket[],
): { lines: number[][]; of: number[][] } {
  const places = new Map<string, number>()
  const lines: number[][] = []
  const of: number[][] = windows.map(() => [])
  for (const [index, ticket] of tickets.entries()) {
    const key = ticket.window === null ? `lane ${ticket.lane}` : `window ${ticket.window}`
    let place = places.get(key)
    if (place === undefined) {
      place = lines.push([]) - 1
      places.set(key, place)
      for (const [at, window] of windows.entries()) if (serves(window, ticket)) of[at]!.push(place)
    }
    lines[place]!.push(index)
  }
  return { lines, of }
}

/** In order of the queue: the order in which the draws want the tickets. */
export function inOrder(tickets: readonly WaitingTicket[]): WaitingTicket[] {
  return [...tickets].sort(compareRank)
}
