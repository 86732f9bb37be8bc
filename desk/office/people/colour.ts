// The colour of whoever belongs to a committee. Pure.
import type { PeopleBook } from '#contract/people-book.ts'
import type { CommitteeColour } from '#contract/words.ts'

export function colourOf({ committees }: Pick<PeopleBook, 'committees'>, id: string | null): CommitteeColour {
  return committees.find((one) => one.id === id)?.colour ?? 'blue'
}
