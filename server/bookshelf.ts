// Keeps the hall's book in memory for as long as its revision stands, and the hours for as long as time does not change them.
import type { HoursFace } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import { hoursFace, nextHoursChange } from '#domain/hours.ts'
import { readBook } from '#db/queries/book.ts'
import type { Db } from '#db/database.ts'

export class Bookshelf {
  #book: Book | undefined
  #hours: { book: Book; from: number; until: number; face: HoursFace } | undefined

  /** The book at `rev` (`hall.book_rev`), read with `db` where it is not at hand. */
  async book(db: Db, hall: string, rev: number): Promise<Book> {
    if (this.#book?.rev !== rev || this.#book.id !== hall) this.#book = await readBook(db, hall)
    return this.#book
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
