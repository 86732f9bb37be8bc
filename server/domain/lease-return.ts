// The hub is back: slips become tickets, each once, with a place by the time at which the number was taken. Nobody who holds a slip of the day is
// turned away; whose number is another's already gets a new one. Pure.
import type { Instant } from '#contract/text.ts'
import type { Lease, Slip } from './lease.ts'
import { rankOf } from './queue-order.ts'
import { iso, serviceDate } from './service-day.ts'

export interface HubFacts {
  /** Epoch milliseconds. */
  now: number
  zone: string
  /** Blocks that the hub has granted, of any day. */
  leases: readonly Lease[]
  /** Numbers of tickets that slips became before, by the slips' ids: an answer that was lost is given again. */
  known: ReadonlyMap<string, number>
  /** Whether a number of a lane and a service day is a ticket's. */
  taken(lane: string, serviceDate: string, number: number): boolean
  /** A number of the lane and the day that is nobody's and in no block; a new one each time. */
  fresh(lane: string, serviceDate: string): number
  /** Minutes by class. */
  headStarts: ReadonlyMap<string, number>
}

/**
 * known: was a ticket already. kept: a new ticket with the slip's number. renumbered: a new ticket with another one, because the slip's was
 * somebody's (two kiosks with one block) or no block of the kiosk's holds it; the desk and the kiosk say so. refused: of another day than its
 * block; the desk is told, and the resident takes a new number.
 */
export type Return =
  | { slip: Slip; outcome: 'known'; number: number }
  | {
      slip: Slip
      outcome: 'kept' | 'renumbered'
      number: number
      serviceDate: string
      joinedAt: Instant
      rankAt: Instant
    }
  | { slip: Slip; outcome: 'refused' }

/** The slips of one kiosk, in the order in which they are to be written. The caller writes them in the transaction that it read the facts in. */
export function returnSlips(slips: readonly Slip[], facts: HubFacts): Return[] {
  const times = timesOf(slips, facts)
  const given = new Set<string>()
  const once = new Map<string, number>()
  return [...slips].sort(bySequence).map((slip) => {
    const known = facts.known.get(slip.id) ?? once.get(slip.id)
    if (known !== undefined) return { slip, outcome: 'known', number: known }
    const joined = times.get(slip.id)!
    const lease = facts.leases.find(({ id }) => id === slip.lease)
    const day = lease?.serviceDate ?? serviceDate(joined, facts.zone)
    if (day !== serviceDate(joined, facts.zone)) return { slip, outcome: 'refused' }
    const key = `${slip.lane} ${slip.number}`
    const free = inBlock(slip, lease) && !given.has(key) && !facts.taken(slip.lane, day, slip.number)
    const number = free ? slip.number : facts.fresh(slip.lane, day)
    given.add(key)
    once.set(slip.id, number)
    return {
      slip,
      outcome: free ? 'kept' : 'renumbered',
      number,
      serviceDate: day,
      joinedAt: iso(joined),
      rankAt: rankOf(joined, facts.headStarts.get(slip.class) ?? 0),
    }
  })
}

function inBlock(slip: Slip, lease: Lease | undefined): boolean {
  return lease?.lane === slip.lane && lease.first <= slip.number && slip.number <= lease.last
}

const bySequence = (one: Slip, other: Slip) => one.sequence - other.sequence || (one.id < other.id ? -1 : 1)

/**
 * When each was taken: never before the block was granted nor after now, and in the order in which the kiosk issued. A time that is not sure
 * (the kiosk restarted, and somebody may have set its clock) lies between the sure ones around it.
 */
function timesOf(slips: readonly Slip[], { now, leases }: HubFacts): Map<string, number> {
  const sorted = [...slips].sort(bySequence)
  const granted = new Map(leases.map(({ id, grantedAt }) => [id, Date.parse(grantedAt)]))
  const latest: number[] = []
  let bound = now
  for (const [index, { takenAt, sure }] of [...sorted.entries()].reverse()) {
    if (sure) bound = Math.min(bound, Date.parse(takenAt))
    latest[index] = bound
  }
  let earliest = -Infinity
  return new Map(
    sorted.map(({ id, lease, takenAt }, index) => {
      earliest = Math.max(earliest, granted.get(lease) ?? -Infinity)
      earliest = Math.max(earliest, Math.min(latest[index]!, Date.parse(takenAt)))
      return [id, Math.min(earliest, now)]
    }),
  )
}
