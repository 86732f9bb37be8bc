// Makes a roster: first what everybody shares alike (holidays, weekends, evenings), then the rest. Pure; the same seed gives the same.
import type { Member, RosterRules, WhyNot } from '#contract/roster.ts'
import { isLongAway, awayDays, sharesOf } from './roster-fair.ts'
import { unfilled, duration, type Need } from './roster-needs.ts'
import { isFair, quarterOf, type Away, type FairKind, type RosterShift } from './roster-shift.ts'
import { Timetable } from './roster-timetable.ts'
import { weekday } from './service-day.ts'

export interface RosterInput {
  needs: readonly Need[]
  rules: RosterRules
  zone: string
  away: readonly Away[]
  /** What stands already and stays: of before, of after, and what was changed by hand. */
  fixed: readonly RosterShift[]
  seed: number
}

export interface Roster {
  shifts: Omit<RosterShift, 'id'>[]
  /** What could not be filled, and why each member could not: the most frequent reason first. */
  gaps: { need: Need; why: WhyNot[] }[]
}

const order: readonly Need['kind'][] = [
  'holiday',
  'weekend',
  'evening',
  'window',
  'midday',
  'cadre',
  'patrol',
  'standby',
]

export function generateRoster(input: RosterInput): Roster {
  const maker = new Maker(input)
  const open = unfilled(input.needs, input.fixed)
  for (const kind of order) {
    const its = open.filter((need) => need.kind === kind)
    for (const need of its) maker.fill(need)
    if (isFair(kind)) for (const quarter of new Set(its.map(({ date }) => quarterOf(date)))) maker.level(kind, quarter)
  }
  return maker.result(open)
}

class Maker {
  readonly #rules: RosterRules
  readonly #table: Timetable
  readonly #seed: number
  readonly #owner = new Map<Need, string>()
  /** Evenings, weekends and holidays so far, by quarter, kind and person. */
  readonly #shares = new Map<string, number>()
  /** Minutes so far in the quarter, of all kinds but standby, and of standby. */
  readonly #load = new Map<string, number>()

  constructor({ rules, zone, away, fixed, seed, needs }: RosterInput) {
    this.#rules = rules
    this.#seed = seed
    this.#table = new Timetable(rules, zone, away)
    for (const shift of fixed) this.#table.fix(shift)
    for (const quarter of new Set(needs.map(({ date }) => quarterOf(date)))) {
      for (const { person, evening, weekend, holiday, minutes } of sharesOf(fixed, { rules, away, quarter, zone })) {
        // Whoever is away for long does not have to make up for it when they come back.
        const credit = isLongAway(away, person, quarter) ? awayDays(away, person, quarter) / 91 : 0
        const part = (kind: FairKind) => credit * this.#average(needs, kind, quarter)
        this.#shares.set(`${quarter} evening ${person}`, evening + Math.round(part('evening')))
        this.#shares.set(`${quarter} weekend ${person}`, weekend + Math.round(part('weekend')))
        this.#shares.set(`${quarter} holiday ${person}`, holiday + Math.round(part('holiday')))
        this.#load.set(`${quarter} ${person}`, minutes + credit * 60 * 6 * 65)
      }
    }
  }

  /** How many of a kind fall to each member in a quarter. */
  #average(needs: readonly Need[], kind: FairKind, quarter: string): number {
    const all = needs.filter((need) => need.kind === kind && quarterOf(need.date) === quarter).length
    return all / Math.max(1, this.#rules.members.filter(({ kinds }) => kinds.includes(kind)).length)
  }

  fill(need: Need): void {
    const able = this.#inOrder(need)
    const free = able.find(({ person }) => this.#table.whyNot(person, need) === null)
    if (free) return this.#put(free.person, need)
    // Somebody could, were it not for another duty that a colleague can take.
    for (const { person } of able) if (this.#makeRoom(person, need)) return
  }

  /** Pass duties along until no two shares of a kind differ by more than one, as far as the rules allow. */
  level(kind: FairKind, quarter: string): void {
    for (let round = 0; round < 500; round += 1) if (!this.#pass(kind, quarter)) return
  }

  result(needs: readonly Need[]): Roster {
    const shifts = needs.flatMap((need) => {
      const person = this.#owner.get(need)
      if (person === undefined) return []
      return need.stretches.map(({ from, to }) => {
        return { person, kind: need.kind, window: need.window, from, to, byHand: false }
      })
    })
    const gaps = needs
      .filter((need) => !this.#owner.has(need))
      .map((need) => ({ need, why: reasons(this.#rules.members, need, this.#table) }))
    return { shifts: shifts.sort((a, b) => a.from - b.from), gaps }
  }

  /** Members who are fit for it, whose turn it is first. */
  #inOrder(need: Need): Member[] {
    const quarter = quarterOf(need.date)
    const ranked = this.#rules.members
      .filter(({ person }) => this.#table.fits(person, need) === null)
      .map((member) => {
        const { person } = member
        const share = isFair(need.kind) ? (this.#shares.get(`${quarter} ${need.kind} ${person}`) ?? 0) : 0
        const load = this.#load.get(`${quarter} ${need.kind === 'standby' ? 'standby ' : ''}${person}`) ?? 0
        const chance = hash(`${this.#seed} ${need.date} ${person}`)
        return { member, by: [share, reluctance(member, need), load, chance] }
      })
    return ranked.sort((a, b) => compare(a.by, b.by)).map(({ member }) => member)
  }

  #makeRoom(person: string, need: Need): boolean {
    for (const other of this.#table.around(person, need.date)) {
      // What is shared alike stays where it is.
      if (isFair(other.kind)) continue
      this.#drop(person, other)
      if (this.#table.whyNot(person, need) === null) {
        this.#put(person, need)
        const heir = this.#inOrder(other).find(
          (one) => one.person !== person && this.#table.whyNot(one.person, other) === null,
        )
        if (heir) {
          this.#put(heir.person, other)
          return true
        }
        this.#drop(person, need)
      }
      this.#put(person, other)
    }
    return false
  }

  /** One chain of hand-overs from the fullest to somebody with two fewer; false where none is left. */
  #pass(kind: FairKind, quarter: string): boolean {
    const mine = [...this.#owner].filter(([need]) => need.kind === kind && quarterOf(need.date) === quarter)
    const people = this.#rules.members
      .filter(({ person }) => mine.some(([need]) => this.#table.fits(person, need) !== 'skill'))
      .map(({ person }) => person)
    const share = (person: string) => this.#shares.get(`${quarter} ${kind} ${person}`) ?? 0
    for (const giver of people.toSorted((a, b) => share(b) - share(a))) {
      const enough = share(giver) - 2
      const came = new Map<string, { from: string; need: Need }>()
      const queue = [giver]
      for (let person = queue.shift(); person !== undefined; person = queue.shift()) {
        for (const [need] of mine.filter(([, owner]) => owner === person)) {
          for (const other of people) {
            if (other === giver || came.has(other) || this.#table.whyNot(other, need) !== null) continue
            came.set(other, { from: person, need })
            if (share(other) <= enough && this.#handOver(other, came)) return true
            queue.push(other)
          }
        }
      }
    }
    return false
  }

  /** Carry out a chain backwards from its last receiver; taken back where one link does not hold once the others moved. */
  #handOver(last: string, came: ReadonlyMap<string, { from: string; need: Need }>): boolean {
    const done: { from: string; to: string; need: Need }[] = []
    for (let to = last, step = came.get(to); step; to = step.from, step = came.get(to)) {
      const { from, need } = step
      if (this.#table.whyNot(to, need) !== null) {
        for (const move of done.reverse()) this.#move(move.need, move.to, move.from)
        return false
      }
      this.#move(need, from, to)
      done.push({ from, to, need })
    }
    return true
  }

  #move(need: Need, from: string, to: string): void {
    this.#drop(from, need)
    this.#put(to, need)
  }

  #put(person: string, need: Need): void {
    this.#table.put(person, need)
    this.#owner.set(need, person)
    this.#count(person, need, 1)
  }

  #drop(person: string, need: Need): void {
    this.#table.take(person, need)
    this.#owner.delete(need)
    this.#count(person, need, -1)
  }

  #count(person: string, need: Need, sign: 1 | -1): void {
    const quarter = quarterOf(need.date)
    const add = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + sign * by)
    if (isFair(need.kind)) add(this.#shares, `${quarter} ${need.kind} ${person}`, 1)
    const load = `${quarter} ${need.kind === 'standby' ? 'standby ' : ''}${person}`
    add(this.#load, load, duration(need.stretches) / 60_000)
  }
}

/** Why the members cannot take it, the most frequent reason first. */
export function reasons(members: readonly Member[], need: Need, table: Timetable): WhyNot[] {
  const times = new Map<WhyNot, number>()
  for (const { person } of members) {
    const why = table.whyNot(person, need)
    if (why) times.set(why, (times.get(why) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1]).map(([why]) => why)
}

function reluctance({ avoidDays, avoidEvenings }: Member, { date, kind }: Need): number {
  return (avoidDays.includes(weekday(date)) ? 1 : 0) + (avoidEvenings && kind === 'evening' ? 1 : 0)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) if (one !== b[index]) return one - b[index]!
  return 0
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 2_166_136_261
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16_777_619)
  }
  return value >>> 0
}
