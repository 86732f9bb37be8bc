// How many are ahead, and when one is called: a band of minutes that changes only when a call, a departure, a ticket that goes before, or
// a window gives a reason; and none where it would not be honest. Pure. Types and meaning: estimate-facts.ts.
import type { NoBand } from '#contract/estimates.ts'
import { bandOf, OUTSIDE } from './estimate-calibrate.ts'
import { drawWaits, inOrder } from './estimate-draws.ts'
import type { Band, Estimate, EstimateModel, StaffedWindow, QueueFacts, WaitingTicket } from './estimate-facts.ts'
import { visitsLearned } from './estimate-learn.ts'
import { hashOf } from './estimate-random.ts'
import { DRAWS } from './estimate-times.ts'
import { serves } from './queue-order.ts'

const MINUTE = 60_000
/** With fewer visits the hall does not know yet how it lives up to its standard times. */
const LEAST_VISITS = 20
/** A band that reaches further than this says nothing that helps. Minutes. */
const WIDEST = 90
/** Whoever has so many before them is told how many, and no minutes; and what the hub computes for each call stays small. */
export const DRAWN = 150
/** Who is called within this many minutes is told to be ready, not to wait. */
const SOON = 1
/** A window that has called nobody for so long, while it could, is not counted on: somebody forgot to leave it. Minutes. */
const FORGOTTEN = 5

/**
 * What to show for each waiting ticket. `shown`: what was shown before, by ticket; whatever rests on the same facts is kept as it is, also when
 * time has passed. Screens do not count a band down: they name the time at which it was computed, or the clock times that follow from it.
 */
export function estimates(
  shown: ReadonlyMap<string, Estimate>,
  facts: QueueFacts,
  model: EstimateModel,
): Map<string, Estimate> {
  const places = placesOf(facts.windows, inOrder(facts.waiting), facts.closes)
  const fresh = places.filter(({ ticket, key }) => shown.get(ticket.id)?.key !== key)
  const bands = fresh.length > 0 ? bandsOf(facts, model, places) : new Map<string, Band | NoBand>()
  return new Map(
    places.map(({ ticket, ahead, key }) => {
      const before = shown.get(ticket.id)
      if (before?.key === key) return [ticket.id, before]
      const band = bands.get(ticket.id) ?? 'no_window'
      const what = typeof band === 'string' ? { band: null, why: band } : { band, why: null }
      return [ticket.id, { ahead, ...what, at: facts.now, key }]
    }),
  )
}

/** The clock times of a band, epoch milliseconds: after `until` a screen says that it takes longer than expected. */
export function clockTimes({ at, band }: Pick<Estimate, 'at' | 'band'>): { from: number; until: number } | null {
  return band && { from: at + band.low * MINUTE, until: at + band.high * MINUTE }
}

interface Place {
  ticket: WaitingTicket
  ahead: number
  key: number
  served: boolean
}

/** Each ticket with those ahead of it, and a key of all that its band rests on, save the time. `tickets`: in order. */
function placesOf(
  windows: readonly StaffedWindow[],
  tickets: readonly WaitingTicket[],
  closes: number | null,
): Place[] {
  const groups = groupsOf(windows)
  const called = windows.map(({ id, lastCall, away }) => hashOf(`${id} ${lastCall ?? ''} ${away ? 'away' : ''}`))
  const lines = new Map<string, Line>()
  return tickets.map((ticket) => {
    const name = lineOf(ticket)
    let line = lines.get(name)
    if (!line) {
      const its = windows.map((window) => serves(window, ticket))
      const group = groups[its.indexOf(true)] ?? -1 - lines.size
      const sums = called.filter((_, at) => groups[at] === group).reduce((sum, hash) => sum + hash, 0)
      line = {
        windows: its,
        staffed: windows.some(({ away }, at) => its[at] && !away),
        group,
        called: sums,
        count: 0,
        hash: 0,
      }
      lines.set(name, line)
    }
    let ahead = 0
    let key = hashOf(`${ticket.id} ${ticket.lane} ${ticket.window ?? ''} ${ticket.rankAt} ${closes}`) + line.called
    for (const other of lines.values()) {
      if (other === line || meet(other.windows, line.windows)) ahead += other.count
      if (other.group === line.group) key += other.hash
    }
    line.count += 1
    line.hash += hashOf(ticket.id)
    return { ticket, ahead, key: key | 0, served: line.staffed }
  })
}

/** Tickets that the same windows may call. */
interface Line {
  windows: readonly boolean[]
  /** Whether somebody is at one of them. */
  staffed: boolean
  group: number
  /** Hash of the calls of the group's windows. */
  called: number
  /** Tickets so far in order, and the sum of their hashes. */
  count: number
  hash: number
}

/** Windows that share a lane depend on each other, and on all that those depend on: the same number for the windows of one group. */
function groupsOf(windows: readonly StaffedWindow[]): number[] {
  const groups = windows.map((_, at) => at)
  for (const [one, { allRound, lanes }] of windows.entries())
    for (const [other, window] of windows.entries()) {
      if (!allRound && !window.allRound && !lanes.some((lane) => window.lanes.includes(lane))) continue
      const [from, to] = [groups[other]!, groups[one]!]
      for (const [at, group] of groups.entries()) if (group === from) groups[at] = to
    }
  return groups
}

const lineOf = ({ lane, window }: WaitingTicket) => (window === null ? `lane ${lane}` : `window ${window}`)
const meet = (some: readonly boolean[], others: readonly boolean[]) => some.some((one, at) => one && others[at])

function bandsOf(facts: QueueFacts, model: EstimateModel, places: readonly Place[]): Map<string, Band | NoBand> {
  // A window that calls nobody although it could is as good as left.
  const windows = facts.windows.map((window) => {
    const { idleSince } = window
    if (idleSince === null || facts.now - idleSince < FORGOTTEN * MINUTE) return window
    return { ...window, away: { since: idleSince, hour: facts.hour } }
  })
  const all = places.filter((place) => place.served)
  const served = all.slice(0, DRAWN)
  const waits = drawWaits(
    { ...facts, windows },
    model.learned,
    served.map(({ ticket }) => ticket),
  )
  const sure = visitsLearned(model.learned) >= LEAST_VISITS
  const bands = served.map(({ ticket }, index): [string, Band | NoBand] => {
    const its = waits.subarray(index * DRAWS, (index + 1) * DRAWS).sort()
    const at = (share: number) => its[Math.floor(share * DRAWS)]!
    const band = bandOf({ low: at(OUTSIDE), middle: at(0.5), high: at(1 - OUTSIDE) }, model.calibration)
    return [ticket.id, at(1 - OUTSIDE) < SOON ? 'now' : sure ? honest(band, facts) : 'unsure']
  })
  return new Map([...all.map(({ ticket }): [string, NoBand] => [ticket.id, 'unsure']), ...bands])
}

function honest(band: Band, { now, closes }: QueueFacts): Band | NoBand {
  if (closes !== null && now + band.high * MINUTE > closes) return 'closing'
  return band.high - band.low > WIDEST ? 'unsure' : band
}
