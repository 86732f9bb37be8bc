// Who is responsible for a matter. Pure.
import type { OwnerEntry } from '#contract/people.ts'
import type { Book } from './book.ts'
import type { Around } from './people-presence.ts'

/** Somebody responsible. */
export interface Responsible {
  person: string
  rank: number
}

/**
 * Who is responsible for a matter or an answer: the holders of each post that owns it, those of its own committee where there are any. Everybody
 * who might be, whichever buildings they are for. Of one rank, who is there comes first.
 */
export function responsible(
  book: Book,
  { owners, committee }: { owners: readonly OwnerEntry[]; committee: string | null },
  { cards, presence }: Around,
): Responsible[] {
  const isHere = (person: string) => presence.get(person)?.here !== null
  const seen = new Set<string>()
  return [...owners]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ post, rank }) => {
      const holders = cards.filter(({ posts }) => posts.includes(post))
      const own = holders.filter(({ person }) => book.people.get(person)?.committee === committee)
      return (own.length > 0 && committee !== null ? own : holders)
        .sort((a, b) => Number(isHere(b.person)) - Number(isHere(a.person)))
        .map(({ person }) => ({ person, rank }))
    })
    .filter(({ person }) => !seen.has(person) && seen.add(person))
}
