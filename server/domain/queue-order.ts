// Who goes next. One rule: the smallest rank time, which is when one joined less the head start of one's class. Pure.
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
  lanes: readonly string[]
}

const MINUTE = 60_000

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

/** The tickets that a window calls next, in order. `waiting`: in any order. */
export function nextFor<T extends Ranked>(server: Server, waiting: readonly T[]): T[] {
  return waiting.filter((ticket) => serves(server, ticket)).sort(compareRank)
}
