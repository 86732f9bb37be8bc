// Who may still come and go before somebody who waits already, in one possible continuation of the queue. Pure.
import type { QueueFacts } from './estimate-facts.ts'
import { normalAt, uniform } from './estimate-random.ts'
import type { Times } from './estimate-times.ts'
import { serves } from './queue-order.ts'

const MINUTE = 60_000
const HOUR = 60

/** A ticket that may come before others although it has not been taken yet. Minutes from now. */
export interface Newcomer {
  windows: readonly boolean[]
  arrives: number
  rank: number
  /** How long it takes, and which luck it has. */
  place: number
  of: number
}

/** Those with a head start, as many as came in the last hour, and appointments; by rank. */
export function newcomers(facts: QueueFacts, times: Times): (draw: number) => Newcomer[] {
  const { now, windows, entitled, expected } = facts
  const windowsOf = (lane: string) => windows.map((window) => serves(window, { lane, window: null }))
  const horizon = Math.max(0, ...entitled.map(({ headStart }) => headStart))
  const kinds = entitled.map(({ lane, headStart, matter }) => ({
    windows: windowsOf(lane),
    headStart,
    place: times.placeOf(matter),
  }))
  const booked = expected.map(({ lane, slot, rankAt, matter }) => ({
    windows: windowsOf(lane),
    slot: (slot - now) / MINUTE,
    rank: (Date.parse(rankAt) - now) / MINUTE,
    place: times.placeOf(matter),
  }))
  let [draw, seed] = [0, 0]
  const next = () => uniform(draw, (seed += 1))
  return (of) => {
    const coming: Newcomer[] = []
    ;[draw, seed] = [of, 0x2545f491]
    for (let arrives = 0; kinds.length > 0;) {
      arrives -= (Math.log(1 - next()) * HOUR) / kinds.length
      if (arrives >= horizon) break
      const { windows, headStart, place } = kinds[Math.floor(next() * kinds.length)]!
      coming.push({ windows, arrives, rank: arrives - headStart, place, of: (seed += 1) })
    }
    for (const { windows, slot, rank, place } of booked) {
      if (next() < ABSENT) continue
      coming.push({ windows, arrives: slot + EARLY * (normalAt(next()) - 1), rank, place, of: (seed += 1) })
    }
    return coming.sort((one, other) => one.rank - other.rank)
  }
}
/** One in ten appointments is not kept; those who keep it come this many minutes early, more or less. */
const ABSENT = 0.1
const EARLY = 5
