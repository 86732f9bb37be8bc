// Wakes at the next instant at which time alone changes a view: opening, closing, a shift, an event, midnight.
import type { Facts } from '#db/queries/facts.ts'
import { nextEdge } from '#domain/duty.ts'
import { nextHoursChange } from '#domain/hours.ts'
import type { Clock } from './clock.ts'
import { bookViews } from './views/book-views.ts'

/** However far the next change is, the clock is looked at again after this long: it may have been set. Milliseconds. */
const LOOK_AGAIN = 5000

/** The next change after `now`, epoch milliseconds. */
export function nextChange(facts: Facts, now: number): number {
  const { book, shifts, events } = facts
  const edges = Object.values(bookViews).map((view) => view.next(facts, now))
  return Math.min(nextHoursChange(book.hours, now), nextEdge(shifts, now), nextEdge(events, now), ...edges)
}

export class Schedule {
  #at = Number.POSITIVE_INFINITY
  /** Of which book and plan `#at` is the next change: every ticket brings new facts, few of them bring another book. */
  #of: Pick<Facts, 'book' | 'plan'> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #clock: Clock
  readonly #wake: () => Promise<boolean>
  #stopped = false

  /** `wake` is called once for each change, and again after a while where it says that it could not do its work; it must not throw. */
  constructor(clock: Clock, wake: () => Promise<boolean>) {
    this.#clock = clock
    this.#wake = wake
  }

  /** The views were just built from these facts. */
  plan(facts: Facts): void {
    const now = this.#clock.now()
    const same = this.#of?.book === facts.book && this.#of.plan === facts.plan && now < this.#at
    if (!same) this.#at = nextChange(facts, now)
    this.#of = { book: facts.book, plan: facts.plan }
    this.#arm()
  }

  /** Look at the clock now: used by tests that move it. */
  async look(): Promise<void> {
    if (this.#clock.now() < this.#at) return
    this.#at = Number.POSITIVE_INFINITY
    this.#of = undefined
    const done = await this.#wake()
    if (!done) this.#at = this.#clock.now() + LOOK_AGAIN
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #arm(): void {
    clearTimeout(this.#timer)
    if (this.#stopped) return
    const wait = Math.min(LOOK_AGAIN, Math.max(0, this.#at - this.#clock.now()))
    this.#timer = setTimeout(() => void this.look().finally(() => this.#arm()), wait)
    this.#timer.unref()
  }
}
