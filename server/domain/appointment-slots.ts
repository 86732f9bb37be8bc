// Slots of a lane on one date: from the hours, the windows that serve it and the standard time. Only a share of the windows' time is ever sold, so
// that those who come without an appointment are served too. Pure.
const MINUTE = 60_000

export interface SlotRule {
  /** Minutes from one slot to the next. */
  every: number
  /** The share of the windows' time that is sold, 0 to 1. */
  share: number
}

/** Epoch milliseconds. `places`: how many may book it. */
export interface Slot {
  at: number
  places: number
}

/**
 * The slots within the hours. `spans`: of the date, epoch milliseconds, in order. `windows`: how many serve the lane. `minutes`: the standard
 * time of its matters. A slot ends before its span does; one of a lane that has too little time for a place in each slot comes less often.
 */
export function slotsOf(
  spans: readonly { from: number; to: number }[],
  { windows, minutes, every, share }: SlotRule & { windows: number; minutes: number },
): Slot[] {
  const perSlot = (share * windows * every) / minutes
  const starts = spans.flatMap(({ from, to }) =>
    Array.from(
      { length: Math.max(0, Math.floor((to - from) / (every * MINUTE))) },
      (_, at) => from + at * every * MINUTE,
    ),
  )
  // Counted over the day, so that half a place in each slot is a whole one in every second.
  return starts
    .map((at, index) => ({ at, places: Math.floor((index + 1) * perSlot) - Math.floor(index * perSlot) }))
    .filter(({ places }) => places > 0)
}

/** What can still be booked at `now`, epoch milliseconds. `booked`: the slots of the appointments that stand. */
export function freeSlots(slots: readonly Slot[], { booked, now }: { booked: readonly number[]; now: number }): Slot[] {
  return slots
    .map(({ at, places }) => ({ at, places: places - booked.filter((slot) => slot === at).length }))
    .filter(({ at, places }) => places > 0 && at > now)
}

/** The appointments that have no place any more after the hours or the windows changed, the last to book first: they are told. */
export function displaced<T extends { slot: number; bookedAt: number }>(
  appointments: readonly T[],
  slots: readonly Slot[],
): T[] {
  const left = new Map(slots.map(({ at, places }) => [at, places]))
  return [...appointments]
    .sort((one, other) => one.bookedAt - other.bookedAt)
    .filter(({ slot }) => {
      const places = left.get(slot) ?? 0
      left.set(slot, places - 1)
      return places <= 0
    })
    .reverse()
}
