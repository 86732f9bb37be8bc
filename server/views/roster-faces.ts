// What the parts of the page of duty say of people and of gaps. Pure.
import type { GapFace } from '#contract/roster.ts'
import type { Book } from '#domain/book.ts'
import type { Gap } from '#domain/roster-gaps.ts'
import { iso } from '#domain/service-day.ts'

/** How many suggestions a gap comes with: a whole staff, and no whole district. */
const COULD = 12

export const named = (book: Book, id: string) => ({ id, name: book.people.get(id)?.name ?? id })

export function gapFaces({ now, book }: { now: number; book: Book }, gaps: readonly Gap[]): GapFace[] {
  return (
    gaps
      .map(({ need, empty, could, why }) => ({
        date: need.date,
        kind: need.kind,
        window: need.window,
        stretches: need.stretches.map(({ from, to }) => ({ from: iso(Math.max(from, now)), until: iso(to) })),
        empty,
        could: could.slice(0, COULD).map((person) => ({ person, name: named(book, person).name })),
        why,
      }))
      // Within a date, what residents would meet comes first.
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : Number(b.empty) - Number(a.empty)))
  )
}
