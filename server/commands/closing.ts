// What becomes of somebody who still waits when the hall closes: decided by staff, one ticket at a time, written as a step and in the log.
import type { DecideAtClosing, Targets } from '#contract/closing.ts'
import { refuse } from '#contract/errors.ts'
import type { StepReply } from '#contract/intents.ts'
import { decide, mayDecide, phaseAt, stepOf, BEFORE_CLOSING } from '#domain/closing.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label, undoStep, type Ticket } from '#domain/ticket.ts'
import { insertStep, markUndone } from '#db/queries/calls.ts'
import { decisionOn, insertDecision } from '#db/queries/closing.ts'
import { writeTargets } from '#db/queries/targets.ts'
import { findTicket, updateTicket } from '#db/queries/tickets.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

const standing = (ticket: Ticket): StepReply['ticket'] => ({
  id: ticket.id,
  label: label(ticket.prefix, ticket.number),
  state: ticket.state,
  version: ticket.version,
  window: null,
})

/** A decision is of the hall, not of a window: no window's undo takes it back, and nobody need sit at one. */
const NO_WINDOW = ''

export async function decideAtClosing(
  room: Room,
  { id, version, decision }: DecideAtClosing & { id: string },
): Promise<Outcome<StepReply>> {
  const { trx, hall, book, now, actor } = room
  const before = await findTicket(trx, hall, id)
  if (!before) return refuse('ticket_unknown')
  if (before.version !== version) return refuse('ticket_changed', standing(before))
  if (!mayDecide(book.hours, before, now)) {
    const { closes } = phaseAt(book.hours, now)
    return refuse('closing_not_yet', { from: closes === null ? null : iso(closes - BEFORE_CLOSING) })
  }
  const after = decide(before, decision, now)
  if (!after) return refuse('step_illegal', standing(before))
  const step = newId(now)
  await updateTicket(trx, after)
  await insertStep(trx, {
    hall_id: hall,
    id: step,
    ticket_id: id,
    window_id: NO_WINDOW,
    staff_id: actor.staff?.id ?? '',
    step: stepOf[decision],
    before: JSON.stringify(before),
    after_version: after.version,
    call_id: null,
    at: iso(now),
  })
  await insertDecision(trx, hall, { step, ticket: id, serviceDate: serviceDate(now, book.hall.zone), decision })
  const ticket = standing(after)
  return { ok: true, reply: { ticket }, act: { act: 'closing', about: ticket.label, detail: decision } }
}

/** Take back what was decided on a ticket, as long as nothing else has happened to it. */
export async function takeBackDecision(room: Room, id: string): Promise<Outcome<StepReply>> {
  const { trx, hall, now } = room
  const ticket = await findTicket(trx, hall, id)
  const decided = ticket && (await decisionOn(trx, hall, id))
  if (!ticket || !decided) return refuse('nothing_to_undo')
  const before = JSON.parse(decided.step.before) as Ticket
  const restored = undoStep(ticket, before)
  await updateTicket(trx, restored)
  await markUndone(trx, hall, { step: decided.step, at: iso(now), was: before.version, version: restored.version })
  const back = standing(restored)
  return {
    ok: true,
    reply: { ticket: back },
    act: { act: 'closing-undo', about: back.label, detail: decided.decision },
  }
}

/** The manager says within how many minutes people are to be called. */
export async function keepTargets({ trx, hall, book }: Room, targets: Targets): Promise<Outcome<Targets>> {
  if (Object.keys(targets.lanes).some((lane) => !book.lanes.some(({ id }) => id === lane)))
    return refuse('lane_unknown')
  await writeTargets(trx, hall, targets)
  const detail = [targets.wait, ...Object.entries(targets.lanes).map(([lane, wait]) => `${lane} ${wait}`)].join(', ')
  return { ok: true, reply: targets, book: true, act: { act: 'targets', about: '', detail } }
}
