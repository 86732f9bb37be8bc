// Who is responsible for a matter, for those who live in a building, and who stands in. Pure.
import type { OwnerEntry } from '#contract/people.ts'
import type { Book } from './book.ts'
import { isFor, published } from './people.ts'
import { presenceOf, standInOf, type Moment } from './people-presence.ts'

/** Somebody responsible, and who stands in while they are not there. */
export interface Responsible {
  person: string
  rank: number
  /** Only for those who live there; empty: for everybody. */
  buildings: string[]
  standIn: string | null
}

/**
 * Who is responsible for a matter or an answer: the holders of each post that owns it, those of its own committee where there are any. `building`:
 * where the resident lives; without it everybody who might be, each with their buildings. Of one rank, who is there comes first.
 */
export function responsible(
  book: Book,
  { owners, committee }: { owners: readonly OwnerEntry[]; committee: string | null },
  moment: Moment & { building?: string },
): Responsible[] {
  const all = published(book.directory, moment.date)
  const seen = new Set<string>()
  const found = [...owners]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ post, rank }) => {
      const holders = all.filter(({ posts }) => posts.includes(post))
      const own = holders.filter(({ person }) => book.people.get(person)?.committee === committee)
      const here = new Map(holders.map((card) => [card, presenceOf(book, card, moment).here !== null]))
      return (own.length > 0 && committee !== null ? own : holders)
        .filter(({ buildings }) => moment.building === undefined || isFor(buildings, moment.building))
        .sort((a, b) => Number(here.get(b)) - Number(here.get(a)))
        .map((card) => ({ card, rank, here: here.get(card) ?? false }))
    })
    .filter(({ card }) => !seen.has(card.person) && seen.add(card.person))
  return found.map(({ card, rank, here }) => ({
    person: card.person,
    rank,
    buildings: card.buildings,
    standIn: here
      ? null
      : standInOf(book, card, { ...moment, also: found.filter((one) => one.here).map((one) => one.card) }),
  }))
}
