// Compensatory rest (调休): what a shift that was done earns, and what a leave takes. Pure.
import type { RosterRules } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import type { DutyKind } from '#contract/words.ts'
import type { RosterDay, Stretch } from './roster-shift.ts'
import { instantAt, plusDays, serviceDate } from './service-day.ts'

type Dates = (date: HallDate) => Pick<RosterDay, 'rest' | 'holiday'>

/** Minutes of rest for a shift: each of its minutes that lies outside the normal hours, by the kind of its date. Whole minutes, rounded. */
export function earnedMinutes(
  shift: Stretch & { kind: DutyKind },
  { rules, zone, dates }: { rules: RosterRules; zone: string; dates: Dates },
): number {
  let earned = 0
  for (let date = serviceDate(shift.from, zone); instantAt(date, '00:00', zone) < shift.to; date = plusDays(date, 1)) {
    const from = Math.max(shift.from, instantAt(date, '00:00', zone))
    const to = Math.min(shift.to, instantAt(date, '24:00', zone))
    const { rest, holiday } = dates(date)
    const usual = {
      from: instantAt(date, rules.normal.from, zone),
      to: instantAt(date, rules.normal.to, zone),
    }
    const within = rest || holiday ? 0 : Math.max(0, Math.min(to, usual.to) - Math.max(from, usual.from))
    const percent =
      shift.kind === 'standby'
        ? rules.earns.standby
        : holiday
          ? rules.earns.holiday
          : rest
            ? rules.earns.weekend
            : rules.earns.evening
    earned += ((to - from - within) * percent) / 100
  }
  return Math.round(earned / 60_000)
}

/** A day of rest, minutes. */
export const REST_DAY = 480

/** What a leave takes from the ledger: its days on which one would have worked, eight hours each. */
export function restTaken({ from, to }: { from: HallDate; to: HallDate }, dates: Dates): number {
  let minutes = 0
  for (let date = from; date <= to; date = plusDays(date, 1)) {
    const { rest, holiday } = dates(date)
    if (!rest && !holiday) minutes += REST_DAY
  }
  return minutes
}
