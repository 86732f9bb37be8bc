// A number even when the hub is gone: a kiosk holds a block of numbers for each lane and service day, and issues from it by a clock that no
// setting moves. The numbers are high ones, so that paper, voice and wall show how they were taken. Pure. What follows: lease-return.ts.
import type { HallDate, Instant } from '#contract/text.ts'

/** A block of numbers: from `first` to `last`, both included. */
export interface Lease {
  id: string
  device: string
  lane: string
  serviceDate: HallDate
  first: number
  last: number
  grantedAt: Instant
}

/** The first number that is ever leased; the hub's own numbers of a day stay below it, or jump over the blocks. */
export const LEASED_FROM = 601
/** Numbers in a block. */
export const BLOCK = 40

/** A new block behind those that were granted for the lane and the service day, whoever holds them. */
export function grantLease(
  wanted: Pick<Lease, 'id' | 'device' | 'lane' | 'serviceDate'>,
  { granted, now, size = BLOCK }: { granted: readonly Lease[]; now: number; size?: number },
): Lease {
  const first = 1 + Math.max(LEASED_FROM - 1, ...sameLane(granted, wanted).map(({ last }) => last))
  return { ...wanted, first, last: first + size - 1, grantedAt: new Date(now).toISOString() }
}

/** Whether a kiosk should ask for another block: none for today, or fewer than half of its numbers are left. */
export function needsLease(lease: Lease | null, { date, used }: { date: HallDate; used: number }): boolean {
  return !lease || lease.serviceDate !== date || 2 * used > lease.last - lease.first + 1
}

/** The hub's own next number after `number`: never one of a block. */
export function nextOwnNumber(number: number, leases: readonly Lease[]): number {
  let next = number + 1
  for (const { first, last } of [...leases].sort((one, other) => one.first - other.first))
    if (next >= first && next <= last) next = last + 1
  return next
}

/** Whether a number was issued from a block: it is shown and printed with a mark. */
export const isLeased = (number: number): boolean => number >= LEASED_FROM

/** What the kiosk noted when the hub last answered: the hub's time, its own two clocks, and which run of the page that was. */
export interface ClockMark {
  hubAt: number
  monotonic: number
  wall: number
  run: string
}
export type ClockReading = Omit<ClockMark, 'hubAt'>

/**
 * The hub's time by the kiosk's own clocks, epoch milliseconds. In the same run of the page it is counted by the clock that only runs forward, and
 * sure. After a restart only the wall clock remains, which somebody may have set: not sure, and never before the hub's last answer.
 */
export function hubTime(mark: ClockMark, reading: ClockReading): { at: number; sure: boolean } {
  if (reading.run === mark.run) return { at: mark.hubAt + Math.max(0, reading.monotonic - mark.monotonic), sure: true }
  return { at: mark.hubAt + Math.max(0, reading.wall - mark.wall), sure: false }
}

/** A number taken while the hub was away. `id`: made by the kiosk, kept until the hub has answered; the same id is the same number. */
export interface Slip {
  id: string
  device: string
  lease: string
  lane: string
  number: number
  matter: string
  class: string
  takenAt: Instant
  /** Whether `takenAt` was counted by the clock that only runs forward. */
  sure: boolean
  /** Counts the slips of a kiosk. */
  sequence: number
}

/** lease_none: no block for this lane. lease_over: it is of another service day. lease_foreign: of another kiosk. lease_empty: used up. */
export type LeaseRefusal = 'lease_none' | 'lease_over' | 'lease_foreign' | 'lease_empty'

/**
 * The next number of a block. `used`: how many of it were issued before; counted and stored by the kiosk before it shows the number. `date`: the
 * hall's date by the kiosk's clock.
 */
export function issueFromLease(
  lease: Lease | null,
  { device, used, date }: { device: string; used: number; date: HallDate },
): { ok: true; number: number } | { ok: false; refusal: LeaseRefusal } {
  const refuse = (refusal: LeaseRefusal) => ({ ok: false as const, refusal })
  if (!lease) return refuse('lease_none')
  if (lease.device !== device) return refuse('lease_foreign')
  if (lease.serviceDate !== date) return refuse('lease_over')
  const number = lease.first + used
  return number > lease.last ? refuse('lease_empty') : { ok: true, number }
}

const sameLane = (leases: readonly Lease[], { lane, serviceDate }: Pick<Lease, 'lane' | 'serviceDate'>) =>
  leases.filter((lease) => lease.lane === lane && lease.serviceDate === serviceDate)
