// Who is on duty at an instant, in the order in which a visitor looks for them. Pure.
import type { Instant } from '#contract/text.ts'
import type { DutyKind } from '#contract/words.ts'

/** How many days a plan looks ahead, its own included: as far as a wall may have to do without its hub. */
export const DAYS_AHEAD = 14

export interface Shift {
  id: string
  person: string
  kind: DutyKind
  /** The window's number, or null. */
  window: number | null
  startsAt: Instant
  endsAt: Instant
}

/** The shifts that are on at `now` (epoch milliseconds): windows by number first, then the others by when they end, then by id. */
export function onDuty<S extends Shift>(shifts: readonly S[], now: number): S[] {
  const at = new Date(now).toISOString()
  return shifts
    .filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
    .sort((a, b) => (a.window ?? 100) - (b.window ?? 100) || text(a.endsAt, b.endsAt) || text(a.id, b.id))
}

function text(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The next start or end after `now`, epoch milliseconds; Infinity when nothing follows. */
export function nextEdge(spans: readonly { startsAt: Instant; endsAt: Instant }[], now: number): number {
  const edges = spans.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)])
  return edges.filter((edge) => edge > now).reduce((least, edge) => Math.min(least, edge), Number.POSITIVE_INFINITY)
}
