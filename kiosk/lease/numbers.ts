// What a kiosk does with its blocks: takes them in, knows when it needs more, issues a slip, forgets what the hub has answered. Pure: what
// is kept in, what is kept out.
import type { AskLeases, LeaseBook, LeaseFace, SlipBody } from '#contract/leases.ts'
import type { HallDate } from '#contract/text.ts'
import { issueFromLease, needsLease, type LeaseRefusal } from '#domain/lease.ts'
import type { Kept } from './shelf.ts'

export const heldBy = ({ leases, used }: Kept): AskLeases['held'] =>
  leases.map(({ id }) => ({ id, used: used[id] ?? 0 }))

/** The hub's word: these are all the blocks that this kiosk has. */
export function taken(kept: Kept, { device, base, paper, leases }: LeaseBook): Kept {
  const used = Object.fromEntries(leases.map(({ id }) => [id, kept.used[id] ?? 0]))
  return { ...kept, device, base, paper, leases, used }
}

/** Whether the hub is to be asked for more: a lane that has no block for today, or the last one of which runs low. */
export function needsMore(kept: Kept, date: HallDate, lanes: readonly string[]): boolean {
  return lanes.some((lane) => {
    const newest = ofLane(kept, lane).findLast(({ serviceDate }) => serviceDate === date) ?? null
    return needsLease(newest && { ...newest, device: kept.device }, { date, used: kept.used[newest?.id ?? ''] ?? 0 })
  })
}

export interface Wish {
  id: string
  code: string
  lane: { id: string; prefix: string }
  matter: string
  /** Other matters of the same visit. */
  more?: readonly string[]
  class: string
  /** The key under which it was sent before. */
  asked: string | null
  time: { at: number; sure: boolean }
  /** The hall's date of `time`. */
  date: HallDate
}

export type Issued = { ok: true; slip: SlipBody } | { ok: false; refusal: LeaseRefusal }

/** The first number that is left of the lane's blocks of the day. The same wish (`asked`) gets the same slip. */
export function issue(kept: Kept, wish: Wish): { kept: Kept; result: Issued } {
  const before = wish.asked === null ? undefined : kept.slips.find(({ asked }) => asked === wish.asked)
  if (before) return { kept, result: { ok: true, slip: before } }
  const { id, code, lane, matter, more, asked, time, date } = wish
  const blocks = ofLane(kept, lane.id)
  const today = blocks.filter(({ serviceDate }) => serviceDate === date)
  let refusal: LeaseRefusal = 'lease_none'
  for (const block of today.length > 0 ? today : blocks) {
    const used = kept.used[block.id] ?? 0
    const issued = issueFromLease({ ...block, device: kept.device }, { device: kept.device, used, date })
    if (!issued.ok) {
      refusal = issued.refusal
      continue
    }
    const slip: SlipBody = {
      id,
      code,
      lease: block.id,
      lane: lane.id,
      prefix: lane.prefix,
      number: issued.number,
      matter,
      ...(more && { more: [...more] }),
      class: wish.class,
      takenAt: new Date(time.at).toISOString(),
      sure: time.sure,
      sequence: kept.sequence,
      asked,
      printed: 'unprinted',
    }
    const next = {
      ...kept,
      used: { ...kept.used, [block.id]: used + 1 },
      slips: [...kept.slips, slip],
      sequence: kept.sequence + 1,
    }
    return { kept: next, result: { ok: true, slip } }
  }
  return { kept, result: { ok: false, refusal } }
}

/** What became of a slip's paper. */
export function printed(kept: Kept, id: string, outcome: 'printed' | 'failed'): Kept {
  return { ...kept, slips: kept.slips.map((slip) => (slip.id === id ? { ...slip, printed: outcome } : slip)) }
}

/** The hub has these. */
export function without(kept: Kept, ids: ReadonlySet<string>): Kept {
  return { ...kept, slips: kept.slips.filter(({ id }) => !ids.has(id)) }
}

const ofLane = ({ leases }: Kept, lane: string): LeaseFace[] =>
  leases.filter((one) => one.lane === lane).sort((one, other) => one.first - other.first)
