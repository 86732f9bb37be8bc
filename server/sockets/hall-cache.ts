// The hall's views as they were last built: each with the revision at which its content last changed.
import { isDeepStrictEqual } from 'node:util'
import type { Stamp, ViewName, ViewOf } from '#contract/views.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { readFacts, type Facts } from '#db/queries/facts.ts'
import { getHall } from '#db/queries/hall.ts'
import type { Hub } from '../commands/run.ts'
import { boardView, catalogView, deskView, kioskView } from '../views/hall-views.ts'
import { hallViews, type HallViewName } from './audience.ts'

/** The facts of the hall at `now`, of one revision. */
export async function factsAt(hub: Hub, now: number): Promise<Facts> {
  return hub.store.read(async (db) => {
    const { bookRev, zone } = await getHall(db, hub.hall)
    const date = serviceDate(now, zone)
    const day = {
      date,
      from: iso(instantAt(date, '00:00', zone)),
      to: iso(instantAt(plusDays(date, 1), '00:00', zone)),
    }
    return readFacts(db, await hub.shelf.book(db, hub.hall, bookRev), day)
  })
}

export class HallCache {
  readonly #bodies = new Map<HallViewName, object>()
  readonly #views: Partial<ViewOf> = {}
  #facts: Facts | undefined

  /** The facts of the last build. */
  get facts(): Facts | undefined {
    return this.#facts
  }

  get<N extends HallViewName>(name: N): ViewOf[N] | undefined {
    return this.#views[name]
  }

  revs(names: readonly ViewName[]): Partial<Record<ViewName, number>> {
    return Object.fromEntries(names.flatMap((name) => (this.#views[name] ? [[name, this.#views[name].rev]] : [])))
  }

  /** Build every view; returns the names of those whose content changed, or whose epoch did. */
  build(facts: Facts, now: number): HallViewName[] {
    const stamp: Stamp = { epoch: facts.epoch, rev: facts.rev, at: iso(now) }
    const restarted = this.#facts?.epoch !== facts.epoch
    // The catalog changes with the book only; comparing forty matters for each ticket would be for nothing.
    const sameBook = !restarted && this.#facts?.book === facts.book
    this.#facts = facts
    const bodies: Record<HallViewName, object | null> = {
      board: boardView(facts, now),
      kiosk: kioskView(facts, now),
      catalog: sameBook ? null : catalogView(facts.book),
      desk: deskView(facts, now),
    }
    return hallViews.filter((name) => {
      const body = bodies[name]
      if (body === null || (!restarted && isDeepStrictEqual(body, this.#bodies.get(name)))) return false
      this.#bodies.set(name, body)
      Object.assign(this.#views, { [name]: { ...stamp, ...body } })
      return true
    })
  }
}
