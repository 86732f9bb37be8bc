// Rooms: what is on now and next, and what would be in the way of something new. Pure.
import type { HallDate } from '#contract/text.ts'
import { eventsBetween, occurrencesOf, type Dated, type Occurrence, type Series } from './calendar.ts'
import { plusDays } from './service-day.ts'

/** A series is looked at this far ahead: a year, and the days that a holiday may push. */
export const CHECKED_DAYS = 380

const uses = (one: Occurrence, rooms: readonly string[]) =>
  !one.cancelled && one.rooms.some((room) => rooms.includes(room))

export interface Clash {
  wanted: Occurrence
  there: Occurrence
}

/** The first occurrence already there that `wanted` would meet in one of its rooms; null where the rooms are free. */
export function clash(wanted: readonly Occurrence[], there: readonly Occurrence[]): Clash | null {
  for (const one of wanted) {
    if (one.cancelled || one.rooms.length === 0) continue
    const other = there.find(
      (two) => two.id !== one.id && uses(two, one.rooms) && two.startsAt < one.endsAt && one.startsAt < two.endsAt,
    )
    if (other) return { wanted: one, there: other }
  }
  return null
}

/** What stands in the way of a series, new or changed, from `today` on. Its own present occurrences do not count. */
export function clashOfSeries(book: Dated, series: Series, today: HallDate) {
  if (series.rooms.length === 0 && series.changes.size === 0) return null
  const from = series.startsOn > today ? series.startsOn : today
  const span = { from, to: plusDays(from, CHECKED_DAYS) }
  const wanted = occurrencesOf(book, series, span)
  const there = eventsBetween(book, span.from, span.to).filter((one) => one.series !== series.id)
  return clash(wanted, there) ?? clash(wanted, wanted)
}

/** What is on in a room at `now` (ISO instant), and what comes next of `events`, which are in order. */
export function roomNow(
  events: readonly Occurrence[],
  room: string,
  now: string,
): { now: Occurrence | null; next: Occurrence | null } {
  const own = events.filter((one) => uses(one, [room]) && one.endsAt > now)
  return {
    now: own.find(({ startsAt }) => startsAt <= now) ?? null,
    next: own.find(({ startsAt }) => startsAt > now) ?? null,
  }
}
