// The hall that is simulated: lanes, windows, matters and classes of the demonstration hall, and what a day brings to its door. The numbers
// here are the assumptions; everything else in the simulator only counts. A script is drawn before the day, so that every rule meets the same day.
import { readFileSync } from 'node:fs'
import { Chance } from './simulate-random.ts'

interface Book {
  lanes: { id: string; prefix: string }[]
  classes: { id: string; headStart: number; choice: boolean }[]
  windows: { id: string; allRound: boolean; lanes: string[] }[]
}
interface Matter {
  id: string
  lane: string
  minutes: number
  common: boolean
}
const read = (name: string) => readFileSync(new URL(`../../db/seed/${name}`, import.meta.url), 'utf8')
export const book = JSON.parse(read('hall.json')) as Book
export const matters = (JSON.parse(read('matters.json')) as { matters: Matter[] }).matters
export const matterOf = new Map(matters.map((matter) => [matter.id, matter]))
export const standards = new Map(matters.map(({ id, minutes }) => [id, minutes]))
/** Who claims a head start, of a hundred visitors: nobody is asked, and not all who may do. */
export const CLAIMS = 5
/** What a manager would set for all who have a claim, minutes. A return keeps the demonstration hall's. */
export const HEAD_START = 30
export const headStartOf = new Map(book.classes.map(({ id, headStart }) => [id, headStart]))
export const returnHeadStart = headStartOf.get('return') ?? 0

/** Half past eight to five, in minutes of the day. */
export const OPENS = 8.5 * 60
export const CLOSES = 17 * 60

/** An appointment is one more class: its head start is not larger than the largest there is. Minutes. */
export const appointmentRule = { headStart: 10, grace: 10, early: 30 }
export const largestHeadStart = (): number => Math.max(appointmentRule.headStart, ...headStartOf.values())

const policy = { claims: 0 }
/** What is tried: the head start, minutes, and how many of a hundred visitors claim it. */
export function tryPolicy({ minutes, claims }: { minutes: number; claims: number }): void {
  for (const { id, headStart, choice } of book.classes) if (choice && headStart > 0) headStartOf.set(id, minutes)
  policy.claims = claims
}
tryPolicy({ minutes: HEAD_START, claims: CLAIMS })

/** How much of their time the windows would be busy with all who come, and how often such a day is. */
export const kinds = {
  quiet: { load: 0.3, share: 0.25 },
  normal: { load: 0.42, share: 0.45 },
  busy: { load: 0.55, share: 0.2 },
  overloaded: { load: 0.85, share: 0.1 },
} as const
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

/** Visitors by hour from half past eight: mornings are full, noon is quiet. */
const BY_HOUR = [1.3, 1.55, 1.35, 0.85, 0.5, 0.75, 1.15, 1, 0.65]
/** As what. */
const CLASSES = { senior: 0.75, disabled: 0.1, pregnant: 0.1, 'service-member': 0.05 }
const APPOINTMENTS = 0.06
/** One appointment is not kept for so many that are. */
const ABSENT = 0.1

/** One visitor. Times in minutes of the day. */
export interface Visit {
  at: number
  matter: Matter
  class: string
  /** The slot, of somebody with an appointment. */
  slot: number | null
  /** At the window, from the call, for a clerk of ordinary speed. */
  minutes: number
  /** Does not come when called; comes back after so many minutes, or never (null). */
  missing: { back: number | null } | null
  /** Gives up after so many minutes. */
  patience: number
}
export interface Pause {
  from: number
  minutes: number
}
export interface Script {
  kind: Kind
  /** By arrival. */
  visits: Visit[]
  /** By window: how long a minute of work takes there today, and when nobody sits there. */
  pace: number[]
  pauses: Pause[][]
  /** Minutes from one visitor's end to the next call; used one after the other. */
  changes: number[]
  /** Minutes until a clerk gives up waiting for somebody who was called. */
  misses: number[]
  /** Appointments of the day, kept or not. */
  booked: { lane: string; matter: string; slot: number; arrives: number | null }[]
}

/** How this hall differs from its standard times; drawn once, and for the estimate to find out. */
export class Hall {
  readonly #chance: Chance
  readonly #pace = new Map<string, { factor: number; spread: number; weight: number }>()

  constructor(seed: number) {
    this.#chance = new Chance(seed)
    const hall = this.#chance.around(0.95, 0.08)
    for (const { id, common } of matters)
      this.#pace.set(id, {
        factor: hall * this.#chance.around(1, 0.25),
        spread: this.#chance.between(0.35, 0.7),
        weight: (common ? 5 : 1) * this.#chance.around(1, 0.5),
      })
    const all = matters.map(({ id, minutes }) => ({ minutes, ...this.#pace.get(id)! }))
    const weights = all.reduce((sum, { weight }) => sum + weight, 0)
    this.#work = all.reduce((sum, { minutes, factor, weight }) => sum + minutes * factor * weight, 0) / weights
  }

  /** Minutes of a window's time that a visitor takes on average. */
  readonly #work: number

  /** The next day. */
  day(kind: Kind = this.#chance.pick(kindNames, (name) => kinds[name].share)): Script {
    const chance = this.#chance.fork(1)
    const today = chance.around(1, 0.06)
    const visits: Visit[] = []
    const mean = this.#work / (book.windows.length * kinds[kind].load * chance.around(1, 0.08))
    const most = Math.max(...BY_HOUR)
    for (let at = OPENS + chance.wait(mean / most); at < CLOSES; at += chance.wait(mean / most)) {
      const hour = BY_HOUR[Math.floor((at - OPENS) / 60)]!
      if (chance.happens(hour / most)) visits.push(this.#visit(chance, at))
    }
    return {
      kind,
      visits: visits.sort((one, other) => one.at - other.at),
      pace: book.windows.map(() => today * chance.around(1, 0.1)),
      pauses: book.windows.map((_, index) => pausesOf(chance, index)),
      changes: visits.flatMap(() => [0.2 + chance.wait(0.35), 0.2 + chance.wait(0.35)]),
      misses: visits.map(() => chance.between(1.2, 2.2)),
      booked: visits.flatMap(({ at, slot, matter }) => {
        if (slot === null) return []
        const booking = { lane: matter.lane, matter: matter.id, slot }
        return chance.happens(ABSENT)
          ? [
              { ...booking, arrives: at },
              { ...booking, arrives: null },
            ]
          : [{ ...booking, arrives: at }]
      }),
    }
  }

  #visit(chance: Chance, at: number): Visit {
    const matter = chance.pick(matters, ({ id }) => this.#pace.get(id)!.weight)
    const { factor, spread } = this.#pace.get(matter.id)!
    const booked = chance.happens(APPOINTMENTS)
    const names = Object.keys(CLASSES) as (keyof typeof CLASSES)[]
    const claim = chance.happens(policy.claims / 100)
    return {
      ...(booked ? kept(chance, at) : { at, slot: null }),
      matter,
      class: claim ? chance.pick(names, (name) => CLASSES[name]) : 'normal',
      minutes: Math.min(120, 0.3 + chance.around(matter.minutes * factor, spread)),
      missing: chance.happens(0.04) ? { back: chance.happens(0.4) ? chance.between(3, 25) : null } : null,
      patience: chance.happens(0.25) ? 10 + chance.wait(60) : Infinity,
    }
  }
}

/** Slots are every quarter of an hour; people come a little early, some late, some far too early. */
function kept(chance: Chance, at: number): Pick<Visit, 'at' | 'slot'> {
  const slot = Math.round(at / 15) * 15
  const arrives = slot - 6 + 6 * chance.normal() - (chance.happens(0.06) ? 30 : 0) + (chance.happens(0.06) ? 20 : 0)
  return { slot, at: Math.min(CLOSES - 1, Math.max(OPENS, arrives)) }
}

/** One after the other at noon, and twice a short one that nobody plans. */
function pausesOf(chance: Chance, window: number): Pause[] {
  const short = (from: number, to: number) => ({ from: chance.between(from, to), minutes: chance.between(6, 12) })
  const noon = { from: 11 * 60 + 35 + 35 * window + chance.between(-4, 4), minutes: chance.between(28, 35) }
  return [short(9.25 * 60, 11 * 60), noon, short(14 * 60, 16.25 * 60)]
}
