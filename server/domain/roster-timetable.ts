// Who is where while a roster is being made, and whether somebody can take one duty more. Mutable, and pure to its callers.
import type { Member, RosterRules, WhyNot } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import type { DutyKind } from '#contract/words.ts'
import { duration, type Need } from './roster-needs.ts'
import { HOUR, type Away, type RosterShift, type Stretch } from './roster-shift.ts'
import { instantAt, serviceDate } from './service-day.ts'

/** Days since 1970 of a hall date. */
export const dayNumber = (date: HallDate): number => Date.parse(date) / 86_400_000

interface Entry {
  kind: DutyKind
  stretches: readonly Stretch[]
  /** Null: it was there before and stays. */
  need: Need | null
}

/** Being rung up is no duty that tires: it counts for nothing but being in two places. */
const counts = (kind: DutyKind) => kind !== 'standby'

export class Timetable {
  readonly #rules: RosterRules
  readonly #zone: string
  readonly #members: Map<string, Member>
  readonly #days = new Map<string, Map<number, Entry[]>>()
  readonly #away = new Map<string, { from: number; to: number }[]>()
  readonly #early = new Map<number, number>()

  constructor(rules: RosterRules, zone: string, away: readonly Away[]) {
    this.#rules = rules
    this.#zone = zone
    this.#members = new Map(rules.members.map((member) => [member.person, member]))
    for (const { person, from, to } of away) {
      const mine = this.#away.get(person) ?? []
      mine.push({ from: dayNumber(from), to: dayNumber(to) })
      this.#away.set(person, mine)
    }
  }

  /** A shift that stays as it is. */
  fix(shift: RosterShift): void {
    this.#on(shift.person, dayNumber(serviceDate(shift.from, this.#zone))).push({
      kind: shift.kind,
      stretches: [shift],
      need: null,
    })
  }

  put(person: string, need: Need): void {
    this.#on(person, dayNumber(need.date)).push({ kind: need.kind, stretches: need.stretches, need })
  }

  take(person: string, need: Need): void {
    const entries = this.#on(person, dayNumber(need.date))
    entries.splice(
      entries.findIndex((entry) => entry.need === need),
      1,
    )
  }

  /** The needs that were put on somebody around a date, nearest first. */
  around(person: string, date: HallDate): Need[] {
    const day = dayNumber(date)
    const reach = this.#rules.daysInRow
    const near = Array.from({ length: 2 * reach + 1 }, (_, index) => day + (index % 2 ? 1 : -1) * Math.ceil(index / 2))
    return near.flatMap((one) => this.#entries(person, one).flatMap(({ need }) => need ?? []))
  }

  /** Whether somebody has the skill and is not away. Nothing that they do elsewhere counts. */
  fits(person: string, need: Need): WhyNot | null {
    const member = this.#members.get(person)
    if (!member?.kinds.includes(need.kind)) return 'skill'
    if (need.window !== null && !member.windows.includes(need.window)) return 'skill'
    return this.#isAway(person, need) ? 'leave' : null
  }

  /** Null where they can take it, else the first rule that is in the way. */
  whyNot(person: string, need: Need): WhyNot | null {
    const unfit = this.fits(person, need)
    if (unfit) return unfit
    const day = dayNumber(need.date)
    for (let near = day - 2; near <= day + 2; near += 1) {
      for (const { stretches } of this.#entries(person, near)) if (overlap(stretches, need.stretches)) return 'double'
    }
    return counts(need.kind) ? this.#tooMuch(person, need, day) : null
  }

  #tooMuch(person: string, need: Need, day: number): WhyNot | null {
    const { longestDay, restHours, daysInRow, earlyAfterEvening } = this.#rules
    const today = this.#counted(person, day)
    const all = [...today.flatMap(({ stretches }) => stretches), ...need.stretches]
    if (duration(all) > longestDay * HOUR) return 'hours'
    const begins = Math.min(...all.map(({ from }) => from))
    const ends = Math.max(...all.map(({ to }) => to))
    // A night may reach into the next day: the last end of the days before, the first beginning of the days after.
    const before = [...this.#counted(person, day - 2), ...this.#counted(person, day - 1)]
    const after = [...this.#counted(person, day + 1), ...this.#counted(person, day + 2)]
    const lastEnd = Math.max(...before.flatMap(({ stretches }) => stretches.map(({ to }) => to)))
    const nextBegin = Math.min(...after.flatMap(({ stretches }) => stretches.map(({ from }) => from)))
    if (begins - lastEnd < restHours * HOUR || nextBegin - ends < restHours * HOUR) return 'rest'
    if (!earlyAfterEvening) {
      const hadEvening = this.#entries(person, day - 1).some(({ kind }) => kind === 'evening')
      const hasEvening = need.kind === 'evening' || today.some(({ kind }) => kind === 'evening')
      const tomorrow = this.#counted(person, day + 1).flatMap(({ stretches }) => stretches.map(({ from }) => from))
      if (hadEvening && begins < this.#earlyOn(day)) return 'early'
      if (hasEvening && Math.min(...tomorrow) < this.#earlyOn(day + 1)) return 'early'
    }
    let row = 1
    for (let back = day - 1; this.#counted(person, back).length > 0; back -= 1) row += 1
    for (let ahead = day + 1; this.#counted(person, ahead).length > 0; ahead += 1) row += 1
    return row > daysInRow ? 'days' : null
  }

  #earlyOn(day: number): number {
    let at = this.#early.get(day)
    if (at === undefined) {
      at = instantAt(new Date(day * 86_400_000).toISOString().slice(0, 10), this.#rules.early, this.#zone)
      this.#early.set(day, at)
    }
    return at
  }

  #isAway(person: string, need: Need): boolean {
    const away = this.#away.get(person)
    if (!away) return false
    const first = dayNumber(need.date)
    const last = Math.max(...need.stretches.map(({ to }) => dayNumber(serviceDate(to - 1, this.#zone))))
    return away.some(({ from, to }) => from <= last && first <= to)
  }

  #counted(person: string, day: number): Entry[] {
    return this.#entries(person, day).filter(({ kind }) => counts(kind))
  }

  #entries(person: string, day: number): readonly Entry[] {
    return this.#days.get(person)?.get(day) ?? []
  }

  #on(person: string, day: number): Entry[] {
    const days = this.#days.get(person) ?? new Map<number, Entry[]>()
    this.#days.set(person, days)
    let entries = days.get(day)
    if (!entries) days.set(day, (entries = []))
    return entries
  }
}

function overlap(some: readonly Stretch[], others: readonly Stretch[]): boolean {
  return some.some((a) => others.some((b) => a.from < b.to && b.from < a.to))
}
