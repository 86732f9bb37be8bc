// A view that changes with the book, with the day's plan and with time, and with nothing else: it is built again only then.
import type { Stamp } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import type { DayPlan } from '#db/queries/day-plan.ts'
import type { Body } from './faces.ts'

export interface Planned {
  book: Book
  plan: DayPlan
}

export interface BookView<V extends Stamp> {
  /** `now`: epoch milliseconds. */
  build(planned: Planned, now: number): Body<V>
  /** The next instant after `now`, epoch milliseconds, at which time alone changes it; Infinity where nothing follows. */
  next(planned: Planned, now: number): number
}

export const never = (): number => Number.POSITIVE_INFINITY
