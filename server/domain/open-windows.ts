// Which windows serve just now, which lanes nobody serves, and when somebody is back. Open: somebody sits there and does not pause. Pure.
import type { UnservedLane } from '#contract/visits.ts'
import type { Book, Window } from './book.ts'
import type { Shift } from './duty.ts'
import { serves } from './queue-order.ts'

/** Who sits where: window id → name. */
export type Seats = ReadonlyMap<string, { name: string }>

export function openWindows({ windows }: Pick<Book, 'windows'>, seats: Seats): Window[] {
  return windows.filter(({ id, away }) => away === null && seats.has(id))
}

const servesLane = (window: Window, lane: string) => serves(window, { lane, window: null })

interface Now {
  seats: Seats
  /** Today's. */
  shifts: readonly Shift[]
  counts: ReadonlyMap<string, number>
  now: number
}

/** The lanes that no open window serves, each with whoever is back first: from a pause, or by the roster. */
export function unservedLanes(book: Pick<Book, 'windows' | 'lanes' | 'people'>, facts: Now): UnservedLane[] {
  const open = openWindows(book, facts.seats)
  return book.lanes
    .filter(({ id }) => !open.some((window) => servesLane(window, id)))
    .map(({ id }) => ({ lane: id, waiting: facts.counts.get(id) ?? 0, back: backFor(id, book, facts) }))
}

function backFor(
  lane: string,
  book: Pick<Book, 'windows' | 'people'>,
  { seats, shifts, now }: Now,
): UnservedLane['back'] {
  const windows = book.windows.filter((window) => servesLane(window, lane))
  const pauses = windows.flatMap(({ id, number, away }) => {
    const name = seats.get(id)?.name
    return away && name !== undefined ? [{ at: away.until, name, window: number }] : []
  })
  const coming = shifts.flatMap(({ person, window, startsAt }) => {
    const name = book.people.get(person)?.name
    const here = window !== null && windows.some(({ number }) => number === window)
    return here && name !== undefined && Date.parse(startsAt) > now ? [{ at: startsAt, name, window }] : []
  })
  const [first] = [...pauses, ...coming].sort((one, other) => (one.at < other.at ? -1 : 1))
  return first ?? null
}
