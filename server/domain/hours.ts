// When the hall is open: the published patterns and the day from which each holds, public holidays and make-up workdays, and the
// dated exceptions that win over both. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import type { HoursFace, SpanFace } from '#contract/views.ts'
import { holidayOn, missingYear, uncoveredYear, type Holidays } from './holidays.ts'
import { proposalFace, type Proposal } from './hours-proposal.ts'
import { instantAt, iso, plusDays, serviceDate, weekday } from './service-day.ts'

/** One week's hours, as decided. */
export interface Pattern {
  /** The first day on which it holds; null for the one that has held since ever. */
  from: HallDate | null
  /** By ISO weekday; spans in order, without overlap. */
  weekly: ReadonlyMap<number, readonly SpanFace[]>
  /** The hours of a public holiday. */
  holiday: readonly SpanFace[]
  /** Who decided it: the residents' meeting and its day. */
  source: string | null
}

export interface Exception {
  spans: readonly SpanFace[]
  reason: Text
  /** Who decided it, or which notice. */
  source: string | null
}

export interface Hours {
  zone: string
  /** In order of `from`, the first of them without one. */
  patterns: readonly Pattern[]
  exceptions: ReadonlyMap<HallDate, Exception>
  holidays: Holidays
  proposals: readonly Proposal[]
}

/** How far ahead the next opening is looked for, days. */
export const HORIZON = 14
const WEEK = 7

/** The pattern that holds on a date. */
export function patternOn(hours: Hours, date: HallDate): Pattern | undefined {
  return hours.patterns.findLast(({ from }) => from === null || from <= date)
}

const days = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']
const daysInEnglish = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The spans of a hall date, and why they differ from those of its weekday. */
export function spansOn(hours: Hours, date: HallDate): { spans: readonly SpanFace[]; reason: Text | null } {
  const exception = hours.exceptions.get(date)
  if (exception) return { spans: exception.spans, reason: exception.reason }
  const pattern = patternOn(hours, date)
  const holiday = holidayOn(hours, date)
  const of = (day: number) => pattern?.weekly.get(day) ?? []
  if (holiday?.kind === 'rest') {
    const { zh, en } = holiday.name
    return { spans: pattern?.holiday ?? [], reason: { zh: `${zh}假期`, en: `Public holiday: ${en}` } }
  }
  if (holiday?.kind === 'work') {
    const { zh, en } = holiday.name
    const like = hours.holidays.days.get(date)?.like ?? 1
    const reason = {
      zh: `${zh}调休上班，按${days[like]}开放`,
      en: `Make-up workday (${en}), hours of a ${daysInEnglish[like]}`,
    }
    return { spans: of(like), reason }
  }
  return { spans: of(weekday(date)), reason: null }
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
  // Whoever takes a number within published hours is served that day: the last number goes with the last span.
  const last = spans.at(-1)
  const lastNumberAt = last ? instantAt(date, last.to, hours.zone) : now
  const horizon = plusDays(date, HORIZON)
  return {
    date,
    today: [...spans],
    reason,
    holiday: holidayOn(hours, date),
    open: open && { kind: open.kind, until: iso(open.until) },
    next,
    lastNumberAt: lastNumberAt > now ? iso(lastNumberAt) : null,
    week: Array.from({ length: WEEK }, (_, ahead) => {
      const day = plusDays(date, ahead)
      const its = spansOn(hours, day)
      return { date: day, spans: [...its.spans], reason: its.reason, holiday: holidayOn(hours, day) }
    }),
    changesOn: hours.patterns.find(({ from }) => from !== null && from > date && from <= horizon)?.from ?? null,
    uncovered: uncoveredYear(hours, { from: date, to: horizon }),
    missing: missingYear(hours, date),
    proposal: proposalFace(hours.proposals, date),
  }
}

/** The next instant, epoch milliseconds, at which the answer of `hoursFace` changes by time alone: a span's edge or midnight. */
export function nextHoursChange(hours: Hours, now: number): number {
  const date = serviceDate(now, hours.zone)
  const midnight = instantAt(plusDays(date, 1), '00:00', hours.zone)
  const edges = openings(hours, date).flatMap(({ from, to }) => [from, to])
  return Math.min(midnight, ...edges.filter((edge) => edge > now))
}
