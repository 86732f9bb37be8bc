// Who goes next. One rule: the smallest rank time, which is when one joined less the head start of one's class. Pure.
// A window with an order of its own takes from the lane that stands further to the front as if those there had come five minutes earlier
// for each place, ten at most; a head start and this are never added up, the larger counts. An all-round window takes the longest rank.
import type { Instant } from '#contract/text.ts'
import { iso } from './service-day.ts'

/** What the order looks at. `window`: the window that a waiting ticket was transferred to, else null. */
export interface Ranked {
  id: string
  lane: string
  rankAt: Instant
  joinedAt: Instant
  window: string | null
}

export interface Server {
  id: string
  allRound: boolean
  /** In order of preference; of no meaning at an all-round window. */
  lanes: readonly string[]
}

const MINUTE = 60_000
/** By how much a lane comes before the one behind it in a window's order, and before any other at most. Minutes. */
export const PREFERENCE = 5
export const PREFERENCE_MOST = 10

/** Rank time of one who joins at `joined` (epoch milliseconds) with a head start in minutes. */
export function rankOf(joined: number, headStart: number): Instant {
  return iso(joined - headStart * MINUTE)
}

/** Rank time after a missed call: the head start of a return counts from now, and nobody gains by missing. */
export function rankOfReturn(rankAt: Instant, now: number, headStart: number): Instant {
  const returned = rankOf(now, headStart)
  return returned > rankAt ? returned : rankAt
}

/** Total order: rank, then who joined first, then the id, which grows in the order of issue. ISO instants compare as text. */
export function compareRank(one: Ranked, other: Ranked): number {
  const pairs = [
    [one.rankAt, other.rankAt],
    [one.joinedAt, other.joinedAt],
    [one.id, other.id],
  ] as const
  for (const [a, b] of pairs) if (a !== b) return a < b ? -1 : 1
  return 0
}

/** Whether a window may call a waiting ticket: it was sent to this window, or to none and the window serves its lane. */
export function serves(server: Server, ticket: Pick<Ranked, 'lane' | 'window'>): boolean {
  if (ticket.window !== null) return ticket.window === server.id
  return server.allRound || server.lanes.includes(ticket.lane)
}

/** The tickets that a window calls next, in order. `waiting`: in any order. Within a lane it is always the order of rank. */
export function nextFor<T extends Ranked>(server: Server, waiting: readonly T[]): T[] {
  const ranked = byRank(server, waiting)
  return server.allRound || server.lanes.length < 2 ? ranked : byPreference(server, ranked)
}

/** The same for a window that prefers nothing: whoever ranks first. */
export function byRank<T extends Ranked>(server: Server, waiting: readonly T[]): T[] {
  return waiting.filter((ticket) => serves(server, ticket)).sort(compareRank)
}

/** Milliseconds by which a window prefers a lane; those who were sent to it are as good as its first. */
export function preference({ lanes }: Server, ticket: Pick<Ranked, 'lane' | 'window'>): number {
  const place = ticket.window === null ? lanes.indexOf(ticket.lane) : 0
  return Math.min(PREFERENCE_MOST, PREFERENCE * (lanes.length - 1 - place)) * MINUTE
}

/** When the window takes a ticket to have come, epoch milliseconds: never later than its rank. */
export function comesAt(server: Server, ticket: Ranked): number {
  if (server.allRound || server.lanes.length < 2) return Date.parse(ticket.rankAt)
  const [rank, joined] = [Date.parse(ticket.rankAt), Date.parse(ticket.joinedAt)]
  // Whoever came back after a miss, or before the time of an appointment, ranks as is.
  return rank > joined ? rank : Math.min(rank, joined - preference(server, ticket))
}

/** Lane by lane in order of rank; of the first of each, the one that came first in the eyes of the window. */
function byPreference<T extends Ranked>(server: Server, ranked: readonly T[]): T[] {
  const lines = new Map<string, T[]>()
  for (const ticket of ranked) {
    const name = ticket.window === null ? `lane ${ticket.lane}` : 'sent'
    const line = lines.get(name)
    if (line) line.push(ticket)
    else lines.set(name, [ticket])
  }
  const heads = [...lines.values()].map((line) => ({ line, place: 0, comes: comesAt(server, line[0]!) }))
  const order: T[] = []
  while (order.length < ranked.length) {
    const open = heads.filter(({ line, place }) => place < line.length)
    const first = open.reduce((one, other) => (before(other, one) ? other : one))
    order.push(first.line[first.place]!)
    first.place += 1
    const next = first.line[first.place]
    if (next) first.comes = comesAt(server, next)
  }
  return order
}

interface Head {
  line: readonly Ranked[]
  place: number
  comes: number
}
const before = (one: Head, other: Head): boolean =>
  one.comes === other.comes ? compareRank(one.line[one.place]!, other.line[other.place]!) < 0 : one.comes < other.comes
