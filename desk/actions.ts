// What a clerk can do now, and how a press becomes an intent. Pure: (window) → possibilities, (press) → path and body.
import type { StepName } from '#contract/intents.ts'
import type { DeskTicket, DeskWindow } from '#contract/views.ts'
import type { MissReason, OutOfOrderReason, TicketState } from '#contract/words.ts'

/** Everything that has a button of its own beside the current ticket. */
export type Action = 'next' | Exclude<StepName, 'call' | 'add' | 'drop'> | 'undo'

/** Why an action is not possible now; text.ts says each. */
export type WhyNot =
  | 'nobody_here'
  | 'somebody_here'
  | 'nobody_waiting'
  | 'already_serving'
  | 'nothing_to_undo'
  | 'no_more_matters'
  | 'paused'

export type Target = { lane: string } | { window: string }

/** One press, before it is sent. */
export type Press =
  | { kind: 'next' }
  | { kind: 'undo' }
  | { kind: 'reprint'; ticket: DeskTicket }
  /** Its holder left by phone and is here after all. */
  | { kind: 'restore'; ticket: DeskTicket }
  /** What is missing for the current matter, and the sheet that says it. */
  | { kind: 'missing'; ticket: DeskTicket; missing: string[]; note: string }
  | { kind: 'sheet'; ticket: DeskTicket }
  | {
      kind: 'step'
      step: StepName
      ticket: DeskTicket
      reason?: OutOfOrderReason | MissReason
      to?: Target
      matter?: string
    }

type Seat = Pick<DeskWindow, 'current' | 'waiting' | 'undo' | 'away'>

/** Which steps a ticket at a window can take from each of its states. */
const from: Record<Exclude<Action, 'next' | 'undo'>, readonly TicketState[]> = {
  again: ['called'],
  start: ['called'],
  hold: ['called', 'serving'],
  miss: ['called'],
  requeue: ['called', 'serving'],
  transfer: ['called', 'serving'],
  finish: ['called', 'serving'],
  onward: ['called', 'serving'],
  leave: ['called'],
}

/** The one thing to do next at this window. */
export function primary(seat: Seat): 'next' | 'start' | 'finish' | 'onward' {
  if (!seat.current) return 'next'
  if (seat.current.state === 'called') return 'start'
  return hasMore(seat.current) ? 'onward' : 'finish'
}

/** Another matter of this number comes after the one at the window. */
export const hasMore = ({ matters }: DeskTicket): boolean => matters?.some(({ stand }) => stand === 'next') ?? false

/** null when the action can be taken, else the reason that it cannot. */
export function whyNot(action: Action, seat: Seat): WhyNot | null {
  const { current } = seat
  if (seat.away) return 'paused'
  if (action === 'undo') return seat.undo ? null : 'nothing_to_undo'
  if (action === 'next') return current ? 'somebody_here' : seat.waiting === 0 ? 'nobody_waiting' : null
  if (!current) return 'nobody_here'
  if (action === 'onward' && !hasMore(current)) return 'no_more_matters'
  return from[action].includes(current.state) ? null : 'already_serving'
}

/**
 * A waiting ticket that is not the next one of this window needs a reason, which is counted in public.
 * What an earlier day left over comes before all. `today`: the hall's date.
 */
export function needsReason(ticket: DeskTicket, window: DeskWindow, today: string): boolean {
  return ticket.state === 'waiting' && ticket.serviceDate >= today && window.next[0]?.id !== ticket.id
}

/** True when this window serves the ticket's lane, or the ticket was sent to it. */
export function isMine(ticket: DeskTicket, window: DeskWindow): boolean {
  if (ticket.state === 'waiting' && ticket.window !== null) return ticket.window === window.number
  return window.allRound || window.lanes.includes(ticket.lane)
}

/** Where a press goes and what it says. */
export function intentOf(press: Press, windowId: string): { path: string; body: Record<string, unknown> } {
  if (press.kind === 'reprint') return { path: `/api/tickets/${press.ticket.id}/reprint`, body: { printer: null } }
  if (press.kind === 'restore') return { path: `/api/tickets/${press.ticket.id}/restore`, body: {} }
  if (press.kind === 'sheet')
    return { path: `/api/tickets/${press.ticket.id}/checklist/print`, body: { printer: null } }
  if (press.kind === 'missing') {
    const { ticket, missing, note } = press
    return { path: `/api/tickets/${ticket.id}/checklist`, body: { matter: ticket.matter, missing, note } }
  }
  if (press.kind !== 'step') return { path: `/api/windows/${windowId}/${press.kind}`, body: {} }
  const { ticket, step, reason, to, matter } = press
  return {
    path: `/api/tickets/${ticket.id}/steps`,
    body: { step, version: ticket.version, ...(reason && { reason }), ...(to && { to }), ...(matter && { matter }) },
  }
}

/** Names a press, so that its own button shows that it is on its way. */
export function pressId(press: Press): string {
  if (['reprint', 'restore', 'sheet', 'missing'].includes(press.kind) && 'ticket' in press)
    return `${press.kind}:${press.ticket.id}`
  return press.kind === 'step' ? `${press.step}:${press.ticket.id}` : press.kind
}
