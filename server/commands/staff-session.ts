// Signing in on a paired desk, taking a window, leaving it, signing out.
import { refuse } from '#contract/errors.ts'
import type { Session, SignIn } from '#contract/intents.ts'
import type { Book } from '#domain/book.ts'
import { iso } from '#domain/service-day.ts'
import { PIN_FAILURES } from '#domain/secrets.ts'
import { endSession, findStaff, insertSession, readSeats, setFailures, setSeat } from '#db/queries/staff.ts'
import { hash, newId, newSecret } from '../ids.ts'
import { checkPin } from '../pin.ts'
import { run, type Actor, type Answer, type Hub, type Outcome, type Room } from './run.ts'

/**
 * Two transactions with the slow hash between them. The try is counted before it is checked, so that guesses sent at once
 * count as well. The reply carries the session's token; the edge puts it into a cookie.
 */
export async function signIn(hub: Hub, actor: Actor, { staff: id, pin }: SignIn): Promise<Answer> {
  const intent = { actor, name: 'sign-in', body: null, key: null }
  let stored = ''
  let left = 0
  const counted = await run(hub, intent, async ({ trx, hall }) => {
    const staff = await findStaff(trx, hall, id)
    if (!staff) return refuse('staff_unknown')
    if (staff.failures >= PIN_FAILURES) return refuse('pin_locked')
    stored = staff.pinHash
    left = PIN_FAILURES - staff.failures - 1
    await setFailures(trx, hall, { id, failures: staff.failures + 1 })
    return { ok: true, reply: {}, quiet: true }
  })
  if (counted.status !== 200) return counted
  const right = await checkPin(pin, stored)
  return run(hub, intent, async (room) => {
    if (!right)
      return {
        ...refuse('pin_wrong', { left }),
        act: { act: 'pin-wrong', about: id, detail: room.actor.device?.name ?? '' },
      }
    await setFailures(room.trx, room.hall, { id, failures: 0 })
    return beginSession(room, id)
  })
}

/** A new session of `staff` on the actor's desk. */
export async function beginSession({ trx, hall, now, actor }: Room, id: string): Promise<Outcome<Session>> {
  const staff = await findStaff(trx, hall, id)
  if (!staff || !actor.device) return refuse('staff_unknown')
  const token = newSecret()
  await insertSession(trx, hall, {
    id: newId(now),
    tokenHash: hash(token),
    staff: id,
    device: actor.device.id,
    at: iso(now),
  })
  return {
    ok: true,
    reply: { staff: { id, name: staff.name, role: staff.role }, window: null, token },
    act: { act: 'sign-in', about: staff.name, detail: actor.device.name },
  }
}

export async function signOut({ trx, hall, book, now, actor }: Room): Promise<Outcome> {
  if (!actor.session || !actor.staff) return refuse('session_required')
  const at = iso(now)
  await setSeat(trx, hall, { staff: actor.staff.id, window: null, session: actor.session, at })
  await endSession(trx, hall, { id: actor.session, at })
  return { ok: true, reply: {}, book: paused(book), act: { act: 'sign-out', about: actor.staff.name, detail: '' } }
}

/** A pause ends with the seat, and the book tells of pauses. */
const paused = ({ windows }: Book): boolean => windows.some(({ away }) => away !== null)

/** Sit down at `window`; null stands up. */
export async function takeSeat(
  room: Room,
  { window, takeOver }: { window: string | null; takeOver?: boolean | undefined },
): Promise<Outcome<Session>> {
  const { trx, hall, book, now, actor } = room
  if (!actor.session || !actor.staff) return refuse('session_required')
  const there = book.windows.find(({ id }) => id === window)
  if (window !== null) {
    if (!there) return refuse('window_unknown')
    const sitting = (await readSeats(trx, hall)).get(window)
    if (sitting && sitting.staff !== actor.staff.id && !takeOver) return refuse('window_taken', { staff: sitting.name })
  }
  await setSeat(trx, hall, { staff: actor.staff.id, window, session: actor.session, at: iso(now) })
  return {
    ok: true,
    reply: { staff: actor.staff, window },
    book: paused(book),
    act: { act: there ? 'sit' : 'stand', about: String(there?.number ?? ''), detail: actor.staff.name },
  }
}
