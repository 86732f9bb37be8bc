// The hall's views as they were last built: each with the revision at which its content last changed.
import { isDeepStrictEqual } from 'node:util'
import type { Stamp, ViewName, ViewOf } from '#contract/views.ts'
import { iso } from '#domain/service-day.ts'
import { readDeskFacts, readFacts, type DeskFacts, type Facts } from '#db/queries/facts.ts'
import { getHall } from '#db/queries/hall.ts'
import type { Hub } from '../commands/run.ts'
import { bookViews } from '../views/book-views.ts'
import { boardView, deskView, kioskView } from '../views/hall-views.ts'
import type { HallViewName } from './audience.ts'

/**
 * Read the facts of the hall at `now`, of one revision. `early` is called with what every screen shows, before the desk's own
 * part is read.
 */
export async function readHall(
  { hall, store, shelf }: Hub,
  now: number,
  early: (facts: Facts) => Promise<void>,
): Promise<Facts & DeskFacts> {
  return store.read(async (db) => {
    const state = await getHall(db, hall)
    const day = shelf.day(now, state.zone)
    const book = await shelf.book(db, hall, state.bookRev)
    const plan = await shelf.plan(db, book, day)
    const facts = await readFacts(db, { state, book, day, plan, hours: shelf.hours(book, now) })
    await early(facts)
    // The same object: what was built from it already stays built.
    return Object.assign(facts, await readDeskFacts(db, facts, now))
  })
}

/** Views that change with the queue. Null: the desk's own part was not read yet. */
const build: Record<'board' | 'kiosk' | 'desk', (facts: Facts | (Facts & DeskFacts), now: number) => object | null> = {
  board: boardView,
  kiosk: (facts, now) => ('waits' in facts ? kioskView(facts, now) : null),
  desk: (facts, now) => ('undo' in facts ? deskView(facts, now) : null),
}

const isBookView = (name: HallViewName): name is keyof typeof bookViews => name in bookViews

interface Built {
  facts: Facts
  body: object
  /** Epoch milliseconds; a view of the book is good until then. */
  until: number
}

export class HallCache {
  readonly #built = new Map<HallViewName, Built>()
  readonly #views: Partial<ViewOf> = {}
  #facts: Facts | (Facts & DeskFacts) | undefined
  #now = 0

  /** The newest facts. */
  get facts(): Facts | undefined {
    return this.#facts
  }

  /** New facts, read at `now`. Views are built from them when they are asked for: one that nobody looks at costs nothing. */
  take(facts: Facts, now: number): void {
    this.#facts = facts
    this.#now = now
  }

  /** Build a view from the newest facts. True where its content, or the epoch, is another than before. */
  refresh(name: HallViewName): boolean {
    const facts = this.#facts
    const before = this.#built.get(name)
    if (!facts || before?.facts === facts) return false
    const restarted = before?.facts.epoch !== facts.epoch
    // Comparing all matters, or a month of events, for each ticket would be for nothing.
    const same =
      !restarted && before.facts.book === facts.book && before.facts.plan === facts.plan && this.#now < before.until
    const body = same ? before.body : this.#build(name, facts)
    if (body === null) return false
    const until = same
      ? before.until
      : isBookView(name)
        ? bookViews[name].next(facts, this.#now)
        : Number.NEGATIVE_INFINITY
    this.#built.set(name, { facts, body, until })
    if (same || (!restarted && isDeepStrictEqual(body, before.body))) return false
    const stamp: Stamp = { epoch: facts.epoch, rev: facts.rev, at: iso(this.#now) }
    Object.assign(this.#views, { [name]: { ...stamp, ...body } })
    return true
  }

  #build(name: HallViewName, facts: Facts | (Facts & DeskFacts)): object | null {
    return isBookView(name) ? bookViews[name].build(facts, this.#now) : build[name](facts, this.#now)
  }

  /** A view as of the newest facts. */
  get<N extends HallViewName>(name: N): ViewOf[N] | undefined {
    this.refresh(name)
    return this.#views[name]
  }

  /** The revisions of those views that were built. */
  revs(names: readonly ViewName[]): Partial<Record<ViewName, number>> {
    return Object.fromEntries(names.flatMap((name) => (this.#views[name] ? [[name, this.#views[name].rev]] : [])))
  }
}
