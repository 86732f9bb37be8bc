// Chance for the simulator: a seeded stream, and the distributions of a hall's day. Shares nothing with the estimate on purpose.

/** Mulberry32: small, and good enough for queues. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let hash = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61)
    return ((hash ^ (hash >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A stream of its own, for one day. */
  fork(of: number): Chance {
    return new Chance(Math.imul(Math.floor(this.next() * 4_294_967_296) ^ of, 0x9e3779b1))
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** Time to the next of something that comes once in `mean`. */
  wait(mean: number): number {
    return -mean * Math.log(1 - this.next())
  }

  /** Log-normal by its mean and the spread of its logarithm. */
  around(mean: number, spread: number): number {
    return mean * Math.exp(spread * this.normal() - (spread * spread) / 2)
  }

  pick<T>(from: readonly T[], weight: (one: T) => number): T {
    let left = this.next() * from.reduce((sum, one) => sum + weight(one), 0)
    for (const one of from) {
      left -= weight(one)
      if (left < 0) return one
    }
    return from.at(-1)!
  }
}
