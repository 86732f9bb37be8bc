// How far a screen may trust what it shows, from how long the hub has been silent. Pure.

/** The hub beats every 5 s. After 10 s of silence a screen says so; after 60 s it hides what may be wrong. */
export const LATE_AFTER = 10_000
export const LOST_AFTER = 60_000

export type Freshness = 'fresh' | 'late' | 'lost'

/** `silence`: milliseconds since the hub was last heard; Infinity when it never was. */
export function freshness(silence: number): Freshness {
  if (silence >= LOST_AFTER) return 'lost'
  return silence >= LATE_AFTER ? 'late' : 'fresh'
}
