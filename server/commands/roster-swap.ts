// Swaps: a clerk asks a colleague, the colleague agrees, the manager consents. One touch each; each is an act.
import { refuse } from '#contract/errors.ts'
import type { AskSwap } from '#contract/roster.ts'
import type { RosterShift } from '#domain/roster-shift.ts'
import { iso } from '#domain/service-day.ts'
import { findShift, personOf, putShift, readRoster } from '#db/queries/roster.ts'
import { insertSwap, lapseSwaps, readSwaps, setSwap, type Swap } from '#db/queries/roster-requests.ts'
import { newId } from '../ids.ts'
import { actOf, clashOf, mirror } from './edit-roster.ts'
import type { Outcome, Room } from './run.ts'

const isOpen = ({ state }: Swap) => state === 'asked' || state === 'agreed'

export async function askSwap(room: Room, { shift: id, colleague, back: backId }: AskSwap): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  const me = actor.staff ? await personOf(trx, hall, actor.staff.id) : null
  if (me === null) return refuse('not_on_roster')
  const shift = await findShift(trx, hall, id)
  if (shift?.person !== me) return refuse('shift_unknown')
  if (!book.people.has(colleague) || colleague === me) return refuse('person_unknown')
  const back = backId === null ? null : await findShift(trx, hall, backId)
  if (backId !== null && back?.person !== colleague) return refuse('shift_unknown')
  const first = Math.min(shift.from, back?.from ?? shift.from)
  if (first <= now) return refuse('shift_past')
  await lapseSwaps(trx, hall, iso(now))
  const open = (await readSwaps(trx, hall, iso(now))).filter(isOpen)
  if (open.some((swap) => [swap.shift, swap.back].some((one) => one !== null && (one === id || one === backId))))
    return refuse('request_settled')
  const refusal = await clashAfter(room, shift, back, colleague)
  if (refusal) return { ok: false, refusal }
  const swap = {
    id: newId(now),
    shift: id,
    person: me,
    colleague,
    back: backId,
    startsAt: iso(first),
    askedAt: iso(now),
  }
  await insertSwap(trx, hall, swap)
  return { ok: true, reply: { id: swap.id }, status: 201, book: true, act: { act: 'swap-ask', ...actOf(room, shift) } }
}

/** After the swap nobody may be in two places. */
async function clashAfter(
  { trx, hall, ...room }: Room,
  shift: RosterShift,
  back: RosterShift | null,
  colleague: string,
) {
  const others = async (one: RosterShift) =>
    (await readRoster(trx, hall, one)).filter(({ id }) => id !== shift.id && id !== back?.id)
  const there = clashOf({ trx, hall, ...room }, { ...shift, person: colleague }, await others(shift))
  if (there || !back) return there
  return clashOf({ trx, hall, ...room }, { ...back, person: shift.person }, await others(back))
}

/** The colleague says yes or no. */
export async function answerSwap(room: Room, id: string, yes: boolean): Promise<Outcome> {
  const { trx, hall, actor } = room
  const me = actor.staff ? await personOf(trx, hall, actor.staff.id) : null
  const found = await findSwap(room, id)
  if (!found || found.swap.colleague !== me) return refuse('request_unknown')
  if (found.swap.state !== 'asked') return refuse('request_settled')
  return settle(room, found, yes ? 'agreed' : 'declined')
}

/** The manager consents; only then do the two shifts change hands. */
export async function decideSwap(room: Room, id: string, yes: boolean): Promise<Outcome> {
  const { trx, hall } = room
  const found = await findSwap(room, id)
  if (!found) return refuse('request_unknown')
  const { swap, shift, back } = found
  // The manager may decide before the colleague has answered only to refuse.
  if (swap.state !== 'agreed' && (yes || swap.state !== 'asked')) return refuse('request_settled')
  if (yes) {
    const refusal = await clashAfter(room, shift, back, swap.colleague)
    if (refusal) return { ok: false, refusal }
    const moved = [{ ...shift, person: swap.colleague, byHand: true }]
    if (back) moved.push({ ...back, person: swap.person, byHand: true })
    for (const one of moved) await putShift(trx, hall, one)
    for (const one of moved) await mirror(room, one)
  }
  const outcome = await settle(room, found, yes ? 'granted' : 'refused')
  await lapseSwaps(trx, hall, iso(room.now))
  return outcome
}

/** Who asked takes it back. */
export async function withdrawSwap(room: Room, id: string): Promise<Outcome> {
  const { trx, hall, actor } = room
  const me = actor.staff ? await personOf(trx, hall, actor.staff.id) : null
  const found = await findSwap(room, id)
  if (!found || found.swap.person !== me) return refuse('request_unknown')
  if (!isOpen(found.swap)) return refuse('request_settled')
  return settle(room, found, 'withdrawn')
}

interface Found {
  swap: Swap
  shift: RosterShift
  back: RosterShift | null
}

async function findSwap({ trx, hall, now }: Room, id: string): Promise<Found | null> {
  await lapseSwaps(trx, hall, iso(now))
  const swap = (await readSwaps(trx, hall, iso(now))).find((one) => one.id === id)
  const shift = swap && (await findShift(trx, hall, swap.shift))
  if (!swap || !shift) return null
  return { swap, shift, back: swap.back === null ? null : await findShift(trx, hall, swap.back) }
}

const acts = { agreed: 'agree', declined: 'decline', granted: 'grant', refused: 'refuse', withdrawn: 'withdraw' }

async function settle(room: Room, { swap, shift }: Found, state: keyof typeof acts): Promise<Outcome> {
  const { trx, hall, now, actor } = room
  await setSwap(trx, hall, { id: swap.id, state, at: iso(now), by: actor.staff?.id ?? '' })
  return {
    ok: true,
    reply: { id: swap.id },
    book: true,
    act: { act: `swap-${acts[state]}`, ...actOf(room, { ...shift, person: swap.person }) },
  }
}
