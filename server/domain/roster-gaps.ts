// What nobody is there for, who could take it, and why the others cannot. Pure.
import type { Member, RosterRules, WhyNot } from '#contract/roster.ts'
import { emptyStretches, needsOf, unfilled, type Need } from './roster-needs.ts'
import { isFair, type Away, type RosterDay, type RosterShift, type Stretch } from './roster-shift.ts'
import type { Share } from './roster-fair.ts'
import { Timetable } from './roster-timetable.ts'

export interface Gap {
  need: Need
  /** The hall is open and nobody is at any window during some of it. */
  empty: boolean
  /** Members who could take it, the one with the least such duty first. */
  could: string[]
  why: WhyNot[]
}

interface Planned {
  /** In a row; the last one only says when the night before it ends. */
  days: readonly RosterDay[]
  shifts: readonly RosterShift[]
  rules: RosterRules
  away: readonly Away[]
  shares: readonly Share[]
  zone: string
  /** What is over is no gap any more; epoch milliseconds. */
  now: number
}

const SOONEST = 15 * 60_000

export function gapsOf({ days, shifts, rules, away, shares, zone, now }: Planned): Gap[] {
  const ahead = needsOf(days, rules, zone).flatMap((need) => {
    const stretches = need.stretches.filter(({ to }) => to > now + SOONEST)
    return stretches.length > 0
      ? [{ ...need, stretches: stretches.map(({ from, to }) => ({ from: Math.max(from, now), to })) }]
      : []
  })
  const table = new Timetable(rules, zone, away)
  for (const shift of shifts) table.fix(shift)
  const empty = days.slice(0, -1).flatMap((day) => emptyStretches(day, shifts, zone))
  return unfilled(ahead, shifts).map((need) => {
    const ranked = rank(rules.members, need, shares)
    const judged = ranked.map(({ person }) => ({ person, why: table.whyNot(person, need) }))
    return {
      need,
      empty: need.stretches.some((stretch) => touches(stretch, empty)),
      could: judged.filter(({ why }) => why === null).map(({ person }) => person),
      why: frequent(judged.flatMap(({ why }) => why ?? [])),
    }
  })
}

/** Who may take over a shift, and why not; their own other duties stay. `without`: shifts that are handed over at the same time. */
export function colleaguesFor(
  shift: RosterShift,
  { shifts, rules, away, zone, date }: Omit<Planned, 'days' | 'shares' | 'now'> & { date: string },
): { person: string; why: WhyNot | null }[] {
  const table = new Timetable(rules, zone, away)
  for (const one of shifts) if (one.id !== shift.id) table.fix(one)
  const need: Need = { id: shift.id, date, kind: shift.kind, window: shift.window, stretches: [shift] }
  return rules.members
    .filter(({ person }) => person !== shift.person)
    .map(({ person }) => ({ person, why: table.whyNot(person, need) }))
}

function touches({ from, to }: Stretch, others: readonly Stretch[]): boolean {
  return others.some((other) => other.from < to && from < other.to)
}

function rank(members: readonly Member[], { kind }: Need, shares: readonly Share[]): Member[] {
  const of = (person: string) => {
    const share = shares.find((one) => one.person === person)
    return share ? [isFair(kind) ? share[kind] : 0, share.minutes] : [0, 0]
  }
  return members.toSorted((a, b) => {
    const [one, other] = [of(a.person), of(b.person)]
    return one[0]! - other[0]! || one[1]! - other[1]!
  })
}

function frequent(reasons: readonly WhyNot[]): WhyNot[] {
  const times = (why: WhyNot) => reasons.filter((one) => one === why).length
  return [...new Set(reasons)].sort((a, b) => times(b) - times(a))
}
