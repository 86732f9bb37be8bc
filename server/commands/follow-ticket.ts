// What the holder of a code does from a phone: leave the queue, take that back, come back after a missed call. Each is a step like a clerk's, taken
// at no window.
import { refuse } from '#contract/errors.ts'
import type { FollowReply, StepName } from '#contract/intents.ts'
import { returnHeadStart } from '#domain/book.ts'
import { backUntil, BY_PHONE, leavesAlone, returnsAlone } from '#domain/follow.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label, takeStep, undoStep, type Ticket } from '#domain/ticket.ts'
import { insertStep, markUndone } from '#db/queries/calls.ts'
import { leaveByPhone } from '#db/queries/follow.ts'
import { findTicket, findTicketByCode, updateTicket } from '#db/queries/tickets.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'
import { nowOf } from './step-ticket.ts'

type Followed = Outcome<FollowReply>

const reply = (ticket: Ticket, act: string, detail: string): Followed => {
  const face = { label: label(ticket.prefix, ticket.number), state: ticket.state }
  return { ok: true, reply: { ticket: face }, act: { act, about: face.label, detail } }
}

async function step(room: Room, before: Ticket, name: StepName & ('leave' | 'requeue')): Promise<Followed> {
  const { trx, hall, book, now } = room
  const after = takeStep(before, { step: name, window: BY_PHONE, now, returnHeadStart: returnHeadStart(book) })
  if (!after) return refuse('step_illegal', nowOf(book, before))
  await updateTicket(trx, after)
  await insertStep(trx, {
    hall_id: hall,
    id: newId(now),
    ticket_id: after.id,
    window_id: BY_PHONE,
    staff_id: '',
    step: name,
    before: JSON.stringify(before),
    after_version: after.version,
    call_id: null,
    at: iso(now),
  })
  return reply(after, name, 'phone')
}

/** The holder goes and will not come: nobody waits for them, and nobody calls an empty place. */
export async function leaveQueue(room: Room, code: string): Promise<Followed> {
  const { trx, hall, book } = room
  const ticket = await findTicketByCode(trx, hall, code)
  if (!ticket) return refuse('ticket_unknown')
  if (!leavesAlone(ticket)) return refuse('step_illegal', nowOf(book, ticket))
  return step(room, ticket, 'leave')
}

/** Back in the queue after a missed call, where the hall's rule lets people do that by themselves. */
export async function comeBack(room: Room, code: string): Promise<Followed> {
  const { trx, hall, book, now } = room
  const ticket = await findTicketByCode(trx, hall, code)
  if (!ticket) return refuse('ticket_unknown')
  const today = serviceDate(now, book.hall.zone)
  if (ticket.state !== 'missed') return refuse('step_illegal', nowOf(book, ticket))
  if (ticket.serviceDate !== today) return refuse('ticket_past')
  if (!returnsAlone(ticket, { today, classes: book.classes })) return refuse('return_at_desk')
  return step(room, ticket, 'requeue')
}

/** Leaving was a slip: the same place again, for a while. */
export async function takeBack(room: Room, code: string): Promise<Followed> {
  const ticket = await findTicketByCode(room.trx, room.hall, code)
  return ticket ? restore(room, ticket, 'phone') : refuse('ticket_unknown')
}

/** The same at the desk, for whoever comes to a window and says so: also later, as long as it is the same day. */
export async function takeBackAtDesk(room: Room, id: string): Promise<Followed> {
  const ticket = await findTicket(room.trx, room.hall, id)
  return ticket ? restore(room, ticket, 'desk') : refuse('ticket_unknown')
}

async function restore({ trx, hall, book, now }: Room, ticket: Ticket, by: 'phone' | 'desk'): Promise<Followed> {
  const leave = ticket.state === 'left' ? await leaveByPhone(trx, hall, ticket.id) : null
  if (leave?.after_version !== ticket.version) return refuse('step_illegal', nowOf(book, ticket))
  if (ticket.serviceDate !== serviceDate(now, book.hall.zone)) return refuse('ticket_past')
  if (by === 'phone' && iso(now) > backUntil(leave.at)) return refuse('back_too_late')
  const before = JSON.parse(leave.before) as Ticket
  const restored = undoStep(ticket, before)
  await updateTicket(trx, restored)
  await markUndone(trx, hall, { step: leave, at: iso(now), was: before.version, version: restored.version })
  return reply(restored, 'undo', 'leave')
}
