// Closing a window: everything that it holds goes to another window, or back to its lane at the place that it had. Nothing is lost.
import { refuse } from '#contract/errors.ts'
import type { CloseReply, CloseWindow } from '#contract/visits.ts'
import { returnHeadStart, type Window } from '#domain/book.ts'
import { label, takeStep, type Ticket } from '#domain/ticket.ts'
import { freeSeats } from '#db/queries/staff.ts'
import { heldBy } from '#db/queries/windows.ts'
import type { Outcome, Room } from './run.ts'
import { writeStep } from './step-ticket.ts'

/**
 * Whoever sits there, or a manager. Called and being served: back into the lane, or on to `to`. On hold: stays on hold, with `to` or with no
 * window. Sent to it: to `to`, or free for every window of the lane. Each is a step of this window and can be undone there.
 */
export async function closeWindow(room: Room, id: string, { to }: CloseWindow): Promise<Outcome<CloseReply>> {
  const { trx, hall, book, actor } = room
  const window = book.windows.find((one) => one.id === id)
  const target = to === null ? null : book.windows.find((one) => one.id === to)
  if (!window || target === undefined || target?.id === id) return refuse('window_unknown')
  if (actor.window !== id && actor.staff?.role !== 'manager') return refuse('role_required')
  const handed: CloseReply['handed'] = []
  for (const before of await heldBy(trx, hall, id)) {
    const after = handedOn(room, before, { window, target })
    if (!after) continue
    // Going back where one came from is a step of its own; everything else is sent on.
    const step = before.state !== 'held' && before.state !== 'waiting' && !target ? 'requeue' : 'transfer'
    await writeStep(room, { before, after, step, window })
    handed.push({ label: label(before.prefix, before.number), window: target?.number ?? null })
  }
  await freeSeats(trx, hall, [id])
  return {
    ok: true,
    reply: { handed },
    act: { act: 'window-close', about: String(window.number), detail: handed.map((one) => one.label).join(' ') },
    book: true,
  }
}

function handedOn(
  { book, now }: Room,
  before: Ticket,
  { window, target }: { window: Window; target: Window | null },
): Ticket | null {
  if (before.state === 'held') return { ...before, version: before.version + 1, window: target?.id ?? null }
  const input = { window: window.id, now, returnHeadStart: returnHeadStart(book) }
  if (target) return takeStep(before, { ...input, step: 'transfer', to: { window: target.id } })
  if (before.state === 'waiting') return takeStep(before, { ...input, step: 'transfer', to: { lane: before.lane } })
  return takeStep(before, { ...input, step: 'requeue' })
}
