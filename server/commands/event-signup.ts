// A place at an event without a name: a short number and an unguessable code. Whoever leaves moves the waiting list up.
import type { SignupReply } from '#contract/calendar.ts'
import { refuse } from '#contract/errors.ts'
import type { Book } from '#domain/book.ts'
import { eventFace, findOccurrence, type Occurrence } from '#domain/calendar.ts'
import { aheadOf, seating, type SignedUp } from '#domain/calendar-places.ts'
import { iso } from '#domain/service-day.ts'
import { cancelSignup, findSignup, forgetSignups, insertSignup, listSignups, type Signup } from '#db/queries/signups.ts'
import { newId, newSecret } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** Sign-ups are forgotten after this many days. */
const DAYS_KEPT = 400

export async function signUp(
  { trx, hall, book, now, hub }: Room,
  { event, people }: { event: string; people: number },
): Promise<Outcome<SignupReply>> {
  const one = findOccurrence(book, event)
  if (!one) return refuse('event_unknown')
  if (one.places === null || one.cancelled || one.startsAt <= iso(now)) return refuse('signup_closed')
  await forgetSignups(trx, hall, iso(now - DAYS_KEPT * 86_400_000))
  const signup = { id: newId(now), code: newSecret(), occurrence: one.id, people, at: iso(now) }
  const number = await insertSignup(trx, hall, signup)
  const signed = [...(book.calendar.signed.get(one.id) ?? []), { number, people }]
  const reply = signupReply(
    withSigned(book, one.id, signed),
    { ...signup, number, cancelledAt: null },
    one,
    hub.publicUrl,
  )
  return { ok: true, status: 201, reply, book: true }
}

/** By its code: whoever has it. */
export async function leaveEvent({ trx, hall, book, now, hub }: Room, code: string): Promise<Outcome<SignupReply>> {
  const signup = await findSignup(trx, hall, code)
  const one = signup && findOccurrence(book, signup.occurrence)
  if (!signup || !one) return refuse('signup_unknown')
  const at = iso(now)
  if (signup.cancelledAt === null) await cancelSignup(trx, hall, { code, at })
  const left = { ...signup, cancelledAt: signup.cancelledAt ?? at }
  const signed = (book.calendar.signed.get(one.id) ?? []).filter(({ number }) => number !== signup.number)
  const reply = signupReply(withSigned(book, one.id, signed), left, one, hub.publicUrl)
  return { ok: true, reply, book: true }
}

/** By its number: staff, for somebody at the window who lost the code. */
export async function strikeSignup(
  { trx, hall, book, now }: Room,
  { event, number }: { event: string; number: number },
): Promise<Outcome> {
  const one = findOccurrence(book, event)
  const signup = (await listSignups(trx, hall, event)).find((other) => other.number === number)
  if (!one || !signup) return refuse('signup_unknown')
  await cancelSignup(trx, hall, { code: signup.code, at: iso(now) })
  const detail = String(number).padStart(2, '0')
  return { ok: true, reply: {}, act: { act: 'signup-cancel', about: one.title.zh, detail }, book: true }
}

const withSigned = (book: Book, event: string, signed: readonly SignedUp[]): Book => ({
  ...book,
  calendar: { ...book.calendar, signed: new Map(book.calendar.signed).set(event, signed) },
})

/** What the holder of a code is told. */
export function signupReply(book: Book, signup: Signup, one: Occurrence, publicUrl: string): SignupReply {
  const { code, number, people } = signup
  const signed = book.calendar.signed.get(one.id) ?? []
  const places = one.places ?? 0
  const state =
    signup.cancelledAt !== null ? 'cancelled' : seating(places, signed).seated.has(number) ? 'seated' : 'waiting'
  const ahead = state === 'waiting' ? aheadOf(number, places, signed) : null
  return {
    signup: { code, number, people, state, ahead, link: `${publicUrl}/h/signup/${code}` },
    event: eventFace(book, one),
  }
}
