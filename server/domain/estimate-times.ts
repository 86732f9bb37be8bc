// How long things last in one possible continuation of the queue: drawn from what was learned, with what all of them share. Pure.
import { beliefOf, paceOf, type Belief, type Learned } from './estimate-learn.ts'
import { normalAt, normalBelow, uniform } from './estimate-random.ts'

/** Continuations that are drawn. */
export const DRAWS = 160
/** Clerks and days differ: the spread of ln(minutes) that a whole continuation shares. */
const DAY_SPREAD = 0.1

/** Times by place: a matter has one, and each belief that is added. Minutes. */
export class Times {
  readonly #standards: ReadonlyMap<string, number>
  readonly #learned: Learned
  readonly #pace: Belief
  readonly #places = new Map<string, number>()
  readonly #beliefs: Belief[] = []
  readonly #means: number[] = []
  #draw = 0
  #day = 0

  constructor(standards: ReadonlyMap<string, number>, learned: Learned) {
    this.#standards = standards
    this.#learned = learned
    this.#pace = paceOf(learned)
  }

  placeOf(matter: string): number {
    const known = this.#places.get(matter)
    if (known !== undefined) return known
    const place = this.#beliefs.length
    const standard = this.#standards.get(matter) ?? STANDARD
    this.#beliefs.push(beliefOf(this.#learned, this.#pace, { matter, standard }))
    this.#places.set(matter, place)
    return place
  }

  add(belief: Belief): number {
    return this.#beliefs.push(belief) - 1
  }

  /** One continuation shares its day, and one opinion of each matter. */
  begin(draw: number): void {
    this.#draw = draw
    this.#day = DAY_SPREAD * normalAt((draw + 0.5) / DRAWS)
    for (const [place, { mean, doubt }] of this.#beliefs.entries())
      this.#means[place] = mean + this.#day + Math.sqrt(doubt) * normalAt(uniform(draw, place ^ 0x5bd1e995))
  }

  /** Minutes of what `of` stands for: the same in every look at the same ticket. */
  minutes(place: number, of: number): number {
    return Math.exp(this.#means[place]! + Math.sqrt(this.#beliefs[place]!.variance) * normalAt(uniform(this.#draw, of)))
  }

  /** Minutes left of a visit that has lasted `elapsed` already. */
  left(place: number, { elapsed, of }: { elapsed: number; of: number }): number {
    if (elapsed <= 0) return this.minutes(place, of)
    const [mean, spread] = [this.#means[place]!, Math.sqrt(this.#beliefs[place]!.variance)]
    const gone = normalBelow((Math.log(elapsed) - mean) / spread)
    // Beyond all experience there is no tail left to draw from: as long again as a short visit.
    if (gone > 0.9999) return 0.3 * elapsed * (0.5 + uniform(this.#draw, of))
    return Math.exp(mean + spread * normalAt(gone + (1 - gone) * uniform(this.#draw, of))) - elapsed
  }
}
/** Minutes of a matter that the book does not hold any more. */
const STANDARD = 10
