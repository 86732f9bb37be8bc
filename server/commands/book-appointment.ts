// An appointment without a name: booked, moved, cancelled. A place of a slot is given once: in the transaction, and by a constraint.
import { randomInt } from 'node:crypto'
import type { AppointmentReply, BookAppointment } from '#contract/appointments.ts'
import { refuse } from '#contract/errors.ts'
import type { Text } from '#contract/text.ts'
import { bookable, bookableDates, openOn } from '#domain/appointment-days.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import {
  findAppointment,
  insertAppointment,
  listTaken,
  updateAppointment,
  type Appointment,
} from '#db/queries/appointments.ts'
import { newId, newSecret } from '../ids.ts'
import { appointmentReply, stateAt } from './read-appointment.ts'
import type { Outcome, Room } from './run.ts'

type Booked = Outcome<AppointmentReply>

/** By whoever opened the page, or by a clerk for somebody at the desk; only a clerk leaves a note. */
export async function bookAppointment(room: Room, { matter, at, note }: BookAppointment): Promise<Booked> {
  const { trx, hall, book, now, actor } = room
  const wanted = book.matterOf.get(matter)
  if (!wanted) return refuse('matter_unknown')
  const place = await placeAt(room, { lane: wanted.lane, at })
  if ('refusal' in place) return place
  const staff = actor.staff !== null
  const one: Appointment = {
    ...{ id: newId(now), code: newSecret(), short: await newShort(room) },
    ...{ matter, lane: wanted.lane, ...place },
    ...{ bookedAt: iso(now), by: staff ? 'desk' : 'phone', note: (staff && note) || null },
    ...{ state: 'booked', stateAt: iso(now), why: null, reason: null, seenAt: null, ticket: null, sequence: 0 },
  }
  await insertAppointment(trx, hall, one)
  return { ok: true, status: 201, quiet: true, reply: await appointmentReply(room, one), ...logged(room, 'book', one) }
}

/** To another slot: while it is to come, or after the hall cancelled it. The code stays. */
export async function moveAppointment(room: Room, { code, at }: { code: string; at: string }): Promise<Booked> {
  const { trx, hall, now } = room
  const one = await findAppointment(trx, hall, { code })
  if (!one) return refuse('appointment_unknown')
  const state = stateAt(one, now)
  const cancelledByHall = state === 'cancelled' && one.why !== 'resident'
  if (state !== 'booked' && !cancelledByHall) return refuse('appointment_settled')
  // The same time again is no move, and must not be refused because it is full by itself.
  if (state === 'booked' && one.slot === at) return { ok: true, quiet: true, reply: await appointmentReply(room, one) }
  const place = await placeAt(room, { lane: one.lane, at })
  if ('refusal' in place) return place
  const fresh = { state: 'booked', stateAt: iso(now), why: null, reason: null, seenAt: null } as const
  const moved: Appointment = { ...one, ...place, ...fresh, sequence: one.sequence + 1 }
  await updateAppointment(trx, hall, moved)
  return { ok: true, quiet: true, reply: await appointmentReply(room, moved), ...logged(room, 'move', moved) }
}

/** By its holder, with the code. Twice is once. */
export async function cancelAppointment(room: Room, code: string): Promise<Booked> {
  const one = await findAppointment(room.trx, room.hall, { code })
  if (!one) return refuse('appointment_unknown')
  return cancel(room, one, { why: 'resident', reason: null })
}

/** By a clerk, with a reason that stands on its page. */
export async function strikeAppointment(
  room: Room,
  { id, reason }: { id: string; reason: Text },
): Promise<Outcome<AppointmentReply>> {
  const one = await findAppointment(room.trx, room.hall, { id })
  if (!one) return refuse('appointment_unknown')
  return cancel(room, one, { why: 'staff', reason })
}

async function cancel(
  room: Room,
  one: Appointment,
  { why, reason }: { why: 'resident' | 'staff'; reason: Text | null },
): Promise<Booked> {
  const { trx, hall, now } = room
  const state = stateAt(one, now)
  if (state === 'cancelled') return { ok: true, quiet: true, reply: await appointmentReply(room, one) }
  if (state !== 'booked') return refuse('appointment_settled')
  const gone = { state: 'cancelled', stateAt: iso(now), why, reason } as const
  const cancelled: Appointment = { ...one, ...gone, sequence: one.sequence + 1 }
  await updateAppointment(trx, hall, cancelled)
  return { ok: true, quiet: true, reply: await appointmentReply(room, cancelled), ...logged(room, 'cancel', cancelled) }
}

/** Only what staff does stands in the log. */
function logged({ actor, book }: Room, what: 'book' | 'move' | 'cancel', one: Appointment) {
  if (!actor.staff) return {}
  const words = book.matterOf.get(one.matter)?.words.zh ?? one.matter
  return { act: { act: `appointment-${what}`, about: one.short, detail: one.reason?.zh ?? words } }
}

/** The place that somebody gets who wants a slot: the smallest that nobody has. */
async function placeAt({ trx, hall, book, now }: Room, { lane, at }: { lane: string; at: string }) {
  const instant = Date.parse(at)
  if (!book.appointments.has(lane)) return refuse('appointments_none')
  const date = serviceDate(instant, book.hall.zone)
  if (instant <= now || !bookableDates(book, now).includes(date)) return refuse('slot_gone')
  if (!openOn(book, date).some(({ from, to }) => from <= instant && instant < to)) return refuse('slot_closed')
  const taken = await listTaken(trx, hall, { lane, from: date, to: date })
  const booked = taken.map(({ slot }) => Date.parse(slot))
  const every = bookable(book, { lane, date, booked: [], now })
  if (!every.some((slot) => slot.at === instant)) return refuse('slot_gone')
  if (!bookable(book, { lane, date, booked, now }).some((slot) => slot.at === instant)) return refuse('slot_full')
  const slot = iso(instant)
  const has = new Set(taken.filter((one) => one.slot === slot).map(({ place }) => place))
  let place = 1
  while (has.has(place)) place += 1
  return { date, slot, place }
}

/** Eight digits that no other appointment has. The first is never zero: people drop it. */
async function newShort({ trx, hall }: Room): Promise<string> {
  let short: string
  do short = String(randomInt(10_000_000, 100_000_000))
  while (await findAppointment(trx, hall, { short }))
  return short
}
