// Who has had how many evenings, weekends and holidays of a quarter, and how far the shares differ. Pure.
import type { RosterRules } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import {
  fairKinds,
  isFair,
  quarterOf,
  type Away,
  type FairKind,
  type RosterShift,
  type Stretch,
} from './roster-shift.ts'
import { dayNumber } from './roster-timetable.ts'
import { serviceDate } from './service-day.ts'

export interface Share extends Record<FairKind, number> {
  person: string
  /** On duty, without standby; minutes. */
  minutes: number
  /** Away for so long that a comparison would be unfair. */
  away: boolean
}

/** Days of leave in a quarter after which somebody's share is no longer compared. */
const LONG = 14

/** The whole days of leave of a quarter. */
export function awayDays(away: readonly Away[], person: string, quarter: string): number {
  const dates = new Set<number>()
  for (const one of away) {
    if (one.person !== person) continue
    for (let day = dayNumber(one.from); day <= dayNumber(one.to); day += 1) {
      if (quarterOf(new Date(day * 86_400_000).toISOString().slice(0, 10)) === quarter) dates.add(day)
    }
  }
  return dates.size
}

export const isLongAway = (away: readonly Away[], person: string, quarter: string): boolean =>
  awayDays(away, person, quarter) > LONG

/** The shares of a quarter, for every member in their order. A date counts once for each kind, however it is cut. */
export function sharesOf(
  shifts: readonly (Stretch & Pick<RosterShift, 'person' | 'kind'>)[],
  { rules, away, quarter, zone }: { rules: RosterRules; away: readonly Away[]; quarter: string; zone: string },
): Share[] {
  const shares = new Map<string, Share>(
    rules.members.map(({ person }) => [
      person,
      { person, evening: 0, weekend: 0, holiday: 0, minutes: 0, away: isLongAway(away, person, quarter) },
    ]),
  )
  const seen = new Set<string>()
  for (const { person, kind, from, to } of shifts) {
    const share = shares.get(person)
    const date: HallDate = serviceDate(from, zone)
    if (!share || quarterOf(date) !== quarter) continue
    if (kind !== 'standby') share.minutes += (to - from) / 60_000
    if (!isFair(kind) || seen.has(`${person} ${kind} ${date}`)) continue
    seen.add(`${person} ${kind} ${date}`)
    share[kind] += 1
  }
  return [...shares.values()]
}

/** The fullest share less the emptiest one, among those who do such duty at any of `windows` (null: at any). */
export function differences(shares: readonly Share[], rules: RosterRules): Record<FairKind, number> {
  const differ = { evening: 0, weekend: 0, holiday: 0 }
  for (const kind of fairKinds) {
    const windows = windowsOf(kind, rules)
    const counts = shares
      .filter(({ person, away }) => !away && canDo(rules, person, kind, windows))
      .map((share) => share[kind])
    if (counts.length > 0) differ[kind] = Math.max(...counts) - Math.min(...counts)
  }
  return differ
}

/** Which windows are staffed in the evening, at the weekend or on a holiday. */
function windowsOf(kind: FairKind, { windows }: RosterRules): string[] {
  if (kind === 'evening') return [...windows.extended, ...windows.staggered]
  // On such a day any span may be open.
  return kind === 'weekend' ? windows.weekend : windows.holiday
}

function canDo(rules: RosterRules, person: string, kind: FairKind, windows: readonly string[]): boolean {
  const member = rules.members.find((one) => one.person === person)
  return !!member && member.kinds.includes(kind) && member.windows.some((window) => windows.includes(window))
}
