// When the hall is open: the weekly pattern, and the dated exceptions that replace a whole day of it. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import type { HoursFace, SpanFace } from '#contract/views.ts'
import { instantAt, iso, plusDays, serviceDate, weekday } from './service-day.ts'

export interface Hours {
  zone: string
  /** By ISO weekday; spans in order, without overlap. */
  weekly: ReadonlyMap<number, readonly SpanFace[]>
  exceptions: ReadonlyMap<HallDate, { spans: readonly SpanFace[]; reason: Text }>
}

/** How far ahead the next opening is looked for, days. */
const HORIZON = 14

/** The spans of a hall date, and why they differ from the weekly pattern. */
export function spansOn(hours: Hours, date: HallDate): { spans: readonly SpanFace[]; reason: Text | null } {
  return hours.exceptions.get(date) ?? { spans: hours.weekly.get(weekday(date)) ?? [], reason: null }
}

interface Opening {
  from: number
  to: number
  kind: SpanFace['kind']
}

/** The spans of a date as epoch milliseconds: from inclusive, to exclusive. */
function openings(hours: Hours, date: HallDate): Opening[] {
  return spansOn(hours, date).spans.map(({ from, to, kind }) => ({
    from: instantAt(date, from, hours.zone),
    to: instantAt(date, to, hours.zone),
    kind,
  }))
}

/** What every screen says about the hours at `now` (epoch milliseconds). */
export function hoursFace(hours: Hours, now: number): HoursFace {
  const date = serviceDate(now, hours.zone)
  const { spans, reason } = spansOn(hours, date)
  let open: { kind: SpanFace['kind']; until: number } | null = null
  let next: HoursFace['next'] = null
  for (let ahead = 0; ahead <= HORIZON && !next; ahead += 1) {
    for (const opening of openings(hours, plusDays(date, ahead))) {
      if (opening.to <= now) continue
      if (opening.from <= now) open = { kind: opening.kind, until: opening.to }
      // A span that begins where the last one ended keeps the hall open, over midnight too.
      else if (open && opening.from === open.until) open.until = opening.to
      else next ??= { at: iso(opening.from), kind: opening.kind }
    }
  }
  return { date, today: [...spans], reason, open: open && { kind: open.kind, until: iso(open.until) }, next }
}

/** The next instant, epoch milliseconds, at which the answer of `hoursFace` changes by time alone: a span's edge or midnight. */
export function nextHoursChange(hours: Hours, now: number): number {
  const date = serviceDate(now, hours.zone)
  const midnight = instantAt(plusDays(date, 1), '00:00', hours.zone)
  const edges = openings(hours, date).flatMap(({ from, to }) => [from, to])
  return Math.min(midnight, ...edges.filter((edge) => edge > now))
}
