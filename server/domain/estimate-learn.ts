// What a hall learns about its service times: for each matter a count and two sums of the logarithm of minutes, which are stored in one
// row and only ever added to. With little data the answer is the matter's standard time as this hall lives up to it. Pure.

/** One row: how many times, the sum of ln(minutes) and of its square. */
export interface Sums {
  count: number
  sum: number
  squares: number
}
/** By matter, and by the keys of `shared`. */
export type Learned = ReadonlyMap<string, Sums>

/** What to add to one row. Undoing a step takes the same away again. */
export interface Increment extends Sums {
  key: string
}

/** Rows that belong to no matter. No id of a matter begins with an asterisk. */
export const shared = {
  /** ln(minutes / standard minutes) of all matters: how this hall lives up to its standard times. */
  pace: '*pace',
  /** From the call of somebody who does not come to the end of waiting for them. */
  miss: '*miss',
  /** From one visitor's end to the next call, while somebody waits. */
  change: '*change',
  /** How long a window is left in the middle of the day; with an hour of the hall's clock, how long when it is left in that hour. */
  pause: '*pause',
  /** Calls that ended, and in the sum those that nobody came to. */
  calls: '*calls',
  /** Times that a window was left in the middle of the day, and in the sum the hours that somebody sat at one. */
  seats: '*seats',
  /** Tickets that left without having been called, and in the sum the hours that tickets waited. */
  leavers: '*leavers',
} as const

/** Log-normal: mean and variance of ln(minutes), and the variance of that mean for want of data. */
export interface Belief {
  mean: number
  variance: number
  doubt: number
}

/** Shorter is a wrong press, longer is a window that forgot to press. Minutes. */
const SHORTEST = 0.1
const LONGEST = 180
const logOf = (minutes: number) => Math.log(Math.min(LONGEST, Math.max(SHORTEST, minutes)))

const logged = (key: string, log: number): Increment => ({ key, count: 1, sum: log, squares: log * log })
const counted = (key: string, count: number, sum: number): Increment => ({ key, count, sum, squares: 0 })

/** A visitor was served. `minutes`: from the call to the end. `standard`: the matter's standard time. */
export function servedIncrements(
  matter: string,
  { minutes, standard }: { minutes: number; standard: number },
): Increment[] {
  const log = logOf(minutes)
  return [logged(matter, log), logged(shared.pace, log - Math.log(standard)), counted(shared.calls, 1, 0)]
}

/** Nobody came to a call, and the clerk waited for so many minutes. */
export function missedIncrements(minutes: number): Increment[] {
  return [logged(shared.miss, logOf(minutes)), counted(shared.calls, 1, 1)]
}

/** The next was called so many minutes after the last one had left, and had waited for it. */
export function changedIncrements(minutes: number): Increment[] {
  return [logged(shared.change, logOf(minutes))]
}

/** A window was sat at for so many minutes; then it was left for a pause, in an hour of the hall's clock, or for the day (null). */
export function seatIncrements(sat: number, pause: { minutes: number; hour: number } | null): Increment[] {
  const seat = counted(shared.seats, pause === null ? 0 : 1, sat / 60)
  if (pause === null) return [seat]
  const log = logOf(pause.minutes)
  return [seat, logged(shared.pause, log), logged(`${shared.pause}-${pause.hour}`, log)]
}

/** A ticket waited for so many minutes, until it was called or left. */
export function waitedIncrements({ minutes, left }: { minutes: number; left: boolean }): Increment[] {
  return [counted(shared.leavers, left ? 1 : 0, minutes / 60)]
}

/** The rows after increments; the hub does the same in SQL. */
export function learn(learned: Learned, increments: readonly Increment[]): Map<string, Sums> {
  const next = new Map(learned)
  for (const { key, count, sum, squares } of increments) {
    const before = next.get(key) ?? NOTHING
    next.set(key, { count: before.count + count, sum: before.sum + sum, squares: before.squares + squares })
  }
  return next
}

/** Half of what a row knows is forgotten in this many service days: what was true last year is not the rule. */
export const HALF_LIFE = 120

/** The rows on the morning of the next service day. */
export function aged(learned: Learned): Map<string, Sums> {
  const keep = 0.5 ** (1 / HALF_LIFE)
  return new Map(
    [...learned].map(([key, { count, sum, squares }]) => [
      key,
      { count: count * keep, sum: sum * keep, squares: squares * keep },
    ]),
  )
}

const NOTHING: Sums = { count: 0, sum: 0, squares: 0 }
/** How far single visits lie from the standard before anything is known: a spread of half as much again. */
const SPREAD = 0.25

/** Normal-inverse-gamma: a belief that is worth `mean` observations of the mean and `spread` of the variance meets the data. */
function update(sums: Sums, { belief, worth }: { belief: Belief; worth: { mean: number; spread: number } }): Belief {
  const { count, sum } = sums
  const total = worth.mean + count
  const mean = (worth.mean * belief.mean + sum) / total
  const average = count > 0 ? sum / count : 0
  const within = count > 0 ? Math.max(0, sums.squares - sum * average) : 0
  const between = ((worth.mean * count) / total) * (average - belief.mean) ** 2
  const variance = (worth.spread * belief.variance + within + between) / (worth.spread + count)
  return { mean, variance, doubt: variance / total }
}

const about = (minutes: number, variance: number): Belief => ({
  mean: Math.log(minutes) - variance / 2,
  variance,
  doubt: variance,
})

/** How this hall lives up to standard times: a mean of 0 would be the standard exactly. */
export function paceOf(learned: Learned): Belief {
  return update(learned.get(shared.pace) ?? NOTHING, { belief: about(1, SPREAD), worth: { mean: 10, spread: 10 } })
}

/** What is believed of a matter's minutes. `pace`: `paceOf` of the same rows. */
export function beliefOf(
  learned: Learned,
  pace: Belief,
  { matter, standard }: { matter: string; standard: number },
): Belief {
  const belief = { ...pace, mean: Math.log(standard) + pace.mean }
  return update(learned.get(matter) ?? NOTHING, { belief, worth: { mean: 5, spread: 8 } })
}

/** What is taken for granted of the minutes that no matter explains, before anything is known. */
const usual = { [shared.miss]: about(2, SPREAD), [shared.change]: about(0.5, 0.5), [shared.pause]: about(15, 0.5) }

/** What is believed of the minutes that no matter explains. */
export function sharedBelief(learned: Learned, key: keyof typeof usual): Belief {
  return update(learned.get(key) ?? NOTHING, { belief: usual[key], worth: { mean: 10, spread: 10 } })
}

/** What is believed of a pause that begins in an hour of the hall's clock: at noon people eat. */
export function pauseBelief(learned: Learned, hour: number): Belief {
  const belief = sharedBelief(learned, shared.pause)
  return update(learned.get(`${shared.pause}-${hour}`) ?? NOTHING, { belief, worth: { mean: 4, spread: 4 } })
}

/** How likely nobody comes to a call: one in twenty-five before anything is known. */
export function missProbability(learned: Learned): number {
  const { count, sum } = learned.get(shared.calls) ?? NOTHING
  return (1 + sum) / (25 + count)
}

/** How often an hour a window is left for a pause, before anything is known once in four. */
export function pauseRate(learned: Learned): number {
  const { count, sum } = learned.get(shared.seats) ?? NOTHING
  return (1 + count) / (4 + sum)
}

/** How often an hour a ticket that waits leaves, before anything is known once in ten. */
export function leaveRate(learned: Learned): number {
  const { count, sum } = learned.get(shared.leavers) ?? NOTHING
  return (1 + count) / (10 + sum)
}

/** Visits that the rows rest on. */
export function visitsLearned(learned: Learned): number {
  return learned.get(shared.pace)?.count ?? 0
}
