// What has to be filled: the posts of each date, from the published hours and the rules; and what of it nobody fills. Pure.
import type { RosterRules } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import type { DutyKind, SpanKind } from '#contract/words.ts'
import { HOUR, subtract, type RosterDay, type RosterShift, type Stretch } from './roster-shift.ts'
import { instantAt, weekday } from './service-day.ts'

/** One person's duty on one date; a window's morning and afternoon are one. */
export interface Need {
  id: string
  date: HallDate
  kind: DutyKind
  /** The window's id. */
  window: string | null
  stretches: Stretch[]
}

const kindOf: Record<SpanKind, DutyKind> = {
  regular: 'window',
  midday: 'midday',
  staggered: 'evening',
  extended: 'evening',
  weekend: 'weekend',
  holiday: 'holiday',
  emergency: 'window',
}

/** `days` in a row; the last one only says when the night before it ends. */
export function needsOf(days: readonly RosterDay[], rules: RosterRules, zone: string): Need[] {
  return days.slice(0, -1).flatMap((day, index) => {
    const { date } = day
    const posts = rules.posts
      .filter((post) => post.days.includes(weekday(date)))
      .map(({ kind, from, to }) => ({ date, kind, window: null, stretches: [between(date, from, to, zone)] }))
    const all = [...windowNeeds(day, rules, zone), ...posts]
    const night = rules.standby ? closedStretches(day, days[index + 1]!, rules, zone) : []
    if (night.length > 0) all.push({ date, kind: 'standby', window: null, stretches: night })
    return all.map((need, place) => ({ ...need, id: `${date}/${need.kind}/${need.window ?? ''}/${place}` }))
  })
}

type Planned = Omit<Need, 'id'>

function windowNeeds(day: RosterDay, rules: RosterRules, zone: string): Planned[] {
  const needs: Planned[] = []
  for (const span of day.spans) {
    const kind: DutyKind = day.holiday ? 'holiday' : day.rest ? 'weekend' : kindOf[span.kind]
    for (const window of rules.windows[span.kind]) {
      for (const part of parts(between(day.date, span.from, span.to, zone), rules.longestDay * HOUR)) {
        // Morning and afternoon of one window are one person's, as long as the day does not get too long.
        const same = needs.find(
          (need) =>
            need.kind === kind &&
            need.window === window &&
            duration([...need.stretches, part]) <= rules.longestDay * HOUR,
        )
        if (same) same.stretches.push(part)
        else needs.push({ date: day.date, kind, window, stretches: [part] })
      }
    }
  }
  return needs
}

/** Equal parts of which none is longer than `longest`. */
function parts({ from, to }: Stretch, longest: number): Stretch[] {
  const count = Math.ceil((to - from) / longest)
  const length = (to - from) / count
  return Array.from({ length: count }, (_, index) => ({ from: from + index * length, to: from + (index + 1) * length }))
}

/** When the hall is closed, from this day's first opening to the next day's. */
function closedStretches(day: RosterDay, next: RosterDay, rules: RosterRules, zone: string): Stretch[] {
  const begins = ({ date, spans }: RosterDay) => instantAt(date, spans[0]?.from ?? rules.normal.from, zone)
  const open = day.spans.map(({ from, to }) => between(day.date, from, to, zone))
  return subtract({ from: begins(day), to: begins(next) }, open)
}

function between(date: HallDate, from: string, to: string, zone: string): Stretch {
  return { from: instantAt(date, from, zone), to: instantAt(date, to, zone) }
}

export function duration(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** What `shifts` leave of the needs: a window counts whoever is at it, any other post whoever has its kind. */
export function unfilled(needs: readonly Need[], shifts: readonly RosterShift[]): Need[] {
  const places = new Map<string, RosterShift[]>()
  for (const shift of shifts) {
    const place = placeOf(shift)
    places.set(place, [...(places.get(place) ?? []), shift])
  }
  return needs.flatMap((need) => {
    const there = places.get(placeOf(need)) ?? []
    const stretches = need.stretches.flatMap((stretch) => subtract(stretch, there))
    return stretches.length > 0 ? [{ ...need, stretches }] : []
  })
}

const placeOf = ({ window, kind }: { window: string | null; kind: DutyKind }) =>
  window === null ? `post ${kind}` : `window ${window}`

/** When the hall is open on a date and nobody is at any window. */
export function emptyStretches(day: RosterDay, shifts: readonly RosterShift[], zone: string): Stretch[] {
  const atWindows = shifts.filter(({ window }) => window !== null)
  return day.spans.flatMap(({ from, to }) => subtract(between(day.date, from, to, zone), atWindows))
}
