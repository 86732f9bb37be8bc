// What a clerk does with tickets: call the next, take a step, undo. Every answer says where the ticket stands now.
import { refuse, type TicketNow } from '#contract/errors.ts'
import type { Step, StepName, StepReply } from '#contract/intents.ts'
import type { MissReason, OutOfOrderReason } from '#contract/words.ts'
import { returnHeadStart, type Book, type Window } from '#domain/book.ts'
import { mayMiss, provenCalls } from '#domain/proof.ts'
import { instantAt, iso, serviceDate } from '#domain/service-day.ts'
import { atWindow, label, stepsFrom, takeStep, undoStep, type Ticket } from '#domain/ticket.ts'
import { insertCall, insertStep, lastStep, markUndone } from '#db/queries/calls.ts'
import { standingCalls } from '#db/queries/proof.ts'
import { findAtWindow, findTicket, updateTicket } from '#db/queries/tickets.ts'
import { newId } from '../ids.ts'
import { nextAt } from './next-ticket.ts'
import { recordedAs, visitInput } from './visit-steps.ts'
import type { Outcome, Room } from './run.ts'

/** Where a ticket stands, for a reply or a refusal. */
export function nowOf(book: Book, ticket: Ticket): TicketNow {
  const window = book.windows.find(({ id }) => id === ticket.window)?.number ?? null
  return {
    id: ticket.id,
    label: label(ticket.prefix, ticket.number),
    state: ticket.state,
    version: ticket.version,
    window,
  }
}

/** The window at which the actor sits, if it is `id` (or whichever, without one). */
function seat({ book, actor }: Room, id = actor.window): Window | null {
  return (id === actor.window && book.windows.find((window) => window.id === id)) || null
}

/** Who is next for a window today. */
const nextOf = ({ trx, book, now }: Room, window: Window) =>
  nextAt(trx, book, { window, date: serviceDate(now, book.hall.zone) })

/** Write a step with all that belongs to it: the ticket, what undo needs, and the call. */
export async function writeStep(
  room: Room,
  {
    before,
    after,
    step,
    window,
    reason,
    missed,
  }: {
    before: Ticket
    after: Ticket
    step: StepName
    window: Window
    /** Why it is called before its turn. */
    reason?: OutOfOrderReason | undefined
    /** Why it is missed though no call of it was proven. */
    missed?: MissReason | undefined
  },
): Promise<Outcome<StepReply>> {
  const { trx, hall, book, now, actor } = room
  const at = iso(now)
  const called = step === 'call' || step === 'again'
  const call = called ? newId(now) : null
  await updateTicket(trx, after)
  if (call) {
    await insertCall(trx, {
      hall_id: hall,
      id: call,
      ticket_id: after.id,
      window_id: window.id,
      at,
      again: before.calls > 0 ? 1 : 0,
      reason: reason ?? null,
      service_date: serviceDate(now, book.hall.zone),
    })
  }
  await insertStep(trx, {
    hall_id: hall,
    id: newId(now),
    ticket_id: after.id,
    window_id: window.id,
    staff_id: actor.staff?.id ?? '',
    step,
    before: JSON.stringify(before),
    after_version: after.version,
    call_id: call,
    at,
    reason: missed ?? null,
  })
  const ticket = nowOf(book, after)
  return {
    ok: true,
    reply: { ticket },
    called,
    act: { act: step, about: ticket.label, detail: reason ?? missed ?? String(window.number) },
  }
}

export async function callNext(room: Room, windowId: string): Promise<Outcome<StepReply>> {
  const { trx, hall, book, now } = room
  const window = seat(room, windowId)
  if (!window) return refuse('window_not_chosen')
  if (window.away) return refuse('window_paused')
  const busy = await findAtWindow(trx, hall, window.id)
  if (busy) return refuse('window_busy', nowOf(book, busy))
  const next = await nextOf(room, window)
  const before = next && (await findTicket(trx, hall, next.id))
  const after = before && takeStep(before, { step: 'call', window: window.id, now, returnHeadStart: 0 })
  if (!before || !after) return refuse('queue_empty')
  return writeStep(room, { before, after, step: 'call', window })
}

export async function stepTicket(room: Room, { id, step }: { id: string; step: Step }): Promise<Outcome<StepReply>> {
  const { trx, hall, book, now } = room
  const window = seat(room)
  if (!window) return refuse('window_not_chosen')
  const before = await findTicket(trx, hall, id)
  if (!before) return refuse('ticket_unknown')
  if (before.version !== step.version) return refuse('ticket_changed', nowOf(book, before))
  if (step.step === 'transfer') {
    const { to } = step
    if ('lane' in to && !book.lanes.some((lane) => lane.id === to.lane)) return refuse('lane_unknown')
    if ('window' in to && !book.windows.some((one) => one.id === to.window)) return refuse('window_unknown')
  }
  let reason: OutOfOrderReason | undefined
  if (step.step === 'call') {
    if (window.away) return refuse('window_paused')
    const busy = await findAtWindow(trx, hall, window.id)
    if (busy) return refuse('window_busy', nowOf(book, busy))
    if (!stepsFrom.call.includes(before.state)) return refuse('step_illegal', nowOf(book, before))
    if (await jumpsQueue(room, before, window)) {
      if (!step.reason) return refuse('reason_required')
      reason = step.reason
    }
  }
  const visit = visitInput(book, step, { before, window })
  if (!visit.ok) return visit
  const after = takeStep(before, {
    ...visit.input,
    step: step.step,
    window: window.id,
    now,
    returnHeadStart: returnHeadStart(book),
    ...(step.step === 'transfer' && { to: step.to }),
  })
  if (!after) return refuse('step_illegal', nowOf(book, before))
  let missed: MissReason | undefined
  if (step.step === 'miss') {
    const proven = await provenOf(room, before)
    if (!mayMiss({ proven, needed: book.provenCalls, reason: step.reason !== undefined }))
      return refuse('call_unproven', { label: label(before.prefix, before.number), proven, needed: book.provenCalls })
    // A reason counts only where one was needed.
    if (proven < book.provenCalls) missed = step.reason
  }
  return writeStep(room, { before, after, step: recordedAs(step.step, after), window, reason, missed })
}

/** How many calls of a ticket that is awaited were shown and spoken. */
async function provenOf({ trx, hall }: Room, { id }: Ticket): Promise<number> {
  return provenCalls((await standingCalls(trx, hall)).filter(({ ticket }) => ticket.id === id))
}

/** True when somebody who waits would be passed over. Held and missed had their turn; a leftover of an earlier day is before all. */
async function jumpsQueue(room: Room, ticket: Ticket, window: Window): Promise<boolean> {
  if (ticket.state !== 'waiting' || ticket.serviceDate < serviceDate(room.now, room.book.hall.zone)) return false
  const first = await nextOf(room, window)
  return first?.id !== ticket.id
}

export async function undo(room: Room, windowId: string): Promise<Outcome<StepReply>> {
  const { trx, hall, book, now } = room
  const window = seat(room, windowId)
  if (!window) return refuse('window_not_chosen')
  if (window.away) return refuse('window_paused')
  const { zone } = book.hall
  const since = iso(instantAt(serviceDate(now, zone), '00:00', zone))
  const step = await lastStep(trx, hall, { window: window.id, since })
  const ticket = step && (await findTicket(trx, hall, step.ticket_id))
  if (!step || !ticket) return refuse('nothing_to_undo')
  if (ticket.version !== step.after_version) return refuse('undo_overtaken', nowOf(book, ticket))
  const before = JSON.parse(step.before) as Ticket
  const restored = undoStep(ticket, before)
  if (atWindow.includes(restored.state) && restored.window) {
    const busy = await findAtWindow(trx, hall, restored.window)
    if (busy && busy.id !== ticket.id) return refuse('window_busy', nowOf(book, busy))
  }
  await updateTicket(trx, restored)
  await markUndone(trx, hall, { step, at: iso(now), was: before.version, version: restored.version })
  const standing = nowOf(book, restored)
  return { ok: true, reply: { ticket: standing }, act: { act: 'undo', about: standing.label, detail: step.step } }
}
