// Keeps the hall's book and the day's plan in memory for as long as the book's revision stands, and the hours for as long as time
// does not change them.
import type { HoursFace } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import type { EstimateModel } from '#domain/estimate-facts.ts'
import { hoursFace, nextHoursChange } from '#domain/hours.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { readBook } from '#db/queries/book.ts'
import { findMorning } from '#db/queries/estimates.ts'
import { readDayPlan, type Day, type DayPlan } from '#db/queries/day-plan.ts'
import type { Db } from '#db/database.ts'

export class Bookshelf {
  #book: Book | undefined
  #plan: { book: Book; date: string; plan: DayPlan } | undefined
  #day: Day = { date: '', from: '', to: '' }
  #standards: { book: Book; minutes: ReadonlyMap<string, number> } | undefined
  #model: { date: string; model: EstimateModel } | undefined
  #hours: { book: Book; from: number; until: number; face: HoursFace } | undefined

  /** The book at `rev` (`hall.book_rev`), read with `db` where it is not at hand. */
  async book(db: Db, hall: string, rev: number): Promise<Book> {
    if (this.#book?.rev !== rev || this.#book.id !== hall) this.#book = await readBook(db, hall)
    return this.#book
  }

  /** The service day at `now`, epoch milliseconds, with its bounds. */
  day(now: number, zone: string): Day {
    const date = serviceDate(now, zone)
    if (this.#day.date !== date) {
      const midnight = (of: string) => iso(instantAt(of, '00:00', zone))
      this.#day = { date, from: midnight(date), to: midnight(plusDays(date, 1)) }
    }
    return this.#day
  }

  /** Standard minutes by matter. */
  standards(book: Book): ReadonlyMap<string, number> {
    if (this.#standards?.book !== book)
      this.#standards = { book, minutes: new Map(book.matters.map(({ id, minutes }) => [id, minutes])) }
    return this.#standards.minutes
  }

  /** What the hall knew of waits on the morning of a service day; null while that is not written yet. */
  async model(db: Db, hall: string, date: string): Promise<EstimateModel | null> {
    if (this.#model?.date === date) return this.#model.model
    const model = await findMorning(db, hall, date)
    if (model) this.#model = { date, model }
    return model
  }

  /** The shifts and events of a service day. */
  async plan(db: Db, book: Book, day: Day): Promise<DayPlan> {
    if (this.#plan?.book !== book || this.#plan.date !== day.date) {
      this.#plan = { book, date: day.date, plan: await readDayPlan(db, book, day) }
    }
    return this.#plan.plan
  }

  /** The hours at `now`, epoch milliseconds. */
  hours(book: Book, now: number): HoursFace {
    const kept = this.#hours
    if (kept && kept.book === book && kept.from <= now && now < kept.until) return kept.face
    const face = hoursFace(book.hours, now)
    this.#hours = { book, from: now, until: nextHoursChange(book.hours, now), face }
    return face
  }
}
