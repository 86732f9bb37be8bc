// Who has a place at an event and who waits for one: strictly in the order of the numbers. Pure.

/** A standing sign-up: its number (报名 07) and how many people it is for. */
export interface SignedUp {
  number: number
  people: number
}

export interface Seating {
  all: number
  /** Places that a new sign-up would get. */
  left: number
  /** People on the waiting list. */
  waiting: number
  /** The numbers that have a place. */
  seated: ReadonlySet<number>
}

/** One sign-up is for this many people at most. */
export const PEOPLE_MOST = 2

/**
 * The first of the queue have the places. Nobody overtakes: where two wait and one place is free, one who comes later waits
 * too. So whoever has a place keeps it whatever others do, and everybody who leaves moves the list up.
 */
export function seating(places: number, signed: readonly SignedUp[]): Seating {
  const queue = signed.toSorted((a, b) => a.number - b.number)
  const seated = new Set<number>()
  let taken = 0
  let waiting = 0
  for (const { number, people } of queue) {
    if (waiting === 0 && taken + people <= places) {
      taken += people
      seated.add(number)
    } else waiting += people
  }
  return { all: places, left: waiting > 0 ? 0 : places - taken, waiting, seated }
}

/** People ahead of a number on the waiting list; null where it has a place or is not there. */
export function aheadOf(number: number, places: number, signed: readonly SignedUp[]): number | null {
  const { seated } = seating(places, signed)
  if (seated.has(number) || !signed.some((one) => one.number === number)) return null
  return signed
    .filter((one) => one.number < number && !seated.has(one.number))
    .reduce((sum, { people }) => sum + people, 0)
}
