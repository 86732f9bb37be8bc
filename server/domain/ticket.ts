// A ticket and the steps it can take: the life cycle as one table and one function. Pure.
import type { HallDate, Instant } from '#contract/text.ts'
import type { StepName } from '#contract/intents.ts'
import type { PrintState, TicketState } from '#contract/words.ts'
import { iso } from './service-day.ts'
import { rankOfReturn } from './queue-order.ts'
import { settled, withMatter, withoutMatter, type MissingThings, type VisitMatter } from './visit.ts'

export interface Ticket {
  id: string
  code: string
  /** Goes up with each step, and with each undo. */
  version: number
  serviceDate: HallDate
  /** The lane that issued the number; the label keeps its letter after a transfer. */
  prefix: string
  number: number
  lane: string
  matter: string
  class: string
  state: TicketState
  joinedAt: Instant
  rankAt: Instant
  /** The window that has it; while it waits, the window that it was transferred to; after a miss or the end, the last one. */
  window: string | null
  calledAt: Instant | null
  startedAt: Instant | null
  endedAt: Instant | null
  calls: number
  printed: PrintState
  /** All its matters in order, where it has several; `matter` is the current one. */
  matters?: readonly VisitMatter[]
  /** What is missing, by matter, where anything is. Not part of a step, like the paper. */
  checklist?: readonly MissingThings[]
}

/** From which states each step is possible. */
export const stepsFrom: Record<StepName, readonly TicketState[]> = {
  call: ['waiting', 'held', 'missed'],
  again: ['called'],
  start: ['called'],
  hold: ['called', 'serving'],
  miss: ['called'],
  requeue: ['called', 'serving', 'held', 'missed'],
  transfer: ['waiting', 'called', 'serving', 'held', 'missed'],
  finish: ['called', 'serving', 'held'],
  onward: ['called', 'serving', 'held'],
  add: ['called', 'serving'],
  drop: ['called', 'serving'],
  leave: ['waiting', 'called', 'held', 'missed'],
}

/** The states in which a window is occupied by a ticket. */
export const atWindow: readonly TicketState[] = ['called', 'serving']
/** The states that are the end. */
export const ended: readonly TicketState[] = ['done', 'left']

/** A012: at least three digits. */
export function label(prefix: string, number: number): string {
  return prefix + String(number).padStart(3, '0')
}

export interface StepInput {
  step: StepName
  /** The window at which the step is taken. */
  window: string
  /** transfer: where to. */
  to?: { lane: string } | { window: string }
  /** onward: the matter that comes next, its lane, and whether this window serves it. */
  next?: { matter: string; lane: string; here: boolean }
  /** add, drop: which. */
  matter?: string
  now: number
  /** Head start of a return after a missed call, minutes. */
  returnHeadStart: number
}

/** The ticket after a step, or null where its state (or another window's hold on it) does not allow the step. */
export function takeStep(ticket: Ticket, input: StepInput): Ticket | null {
  const { step, window, to, now, returnHeadStart } = input
  if (!stepsFrom[step].includes(ticket.state)) return null
  if (atWindow.includes(ticket.state) && ticket.window !== window) return null
  const at = iso(now)
  const next = { ...ticket, version: ticket.version + 1 }
  // Whoever comes back after a missed call ranks as returned just now; all others keep their place.
  const place = ticket.state === 'missed' ? rankOfReturn(ticket.rankAt, now, returnHeadStart) : ticket.rankAt
  switch (step) {
    case 'call':
      return { ...next, state: 'called', window, calledAt: at, calls: ticket.calls + 1 }
    case 'again':
      return { ...next, calledAt: at, calls: ticket.calls + 1 }
    case 'start':
      return { ...next, state: 'serving', startedAt: at }
    case 'hold':
      return { ...next, state: 'held' }
    case 'miss':
      return { ...next, state: 'missed' }
    case 'requeue':
      return { ...next, state: 'waiting', rankAt: place, window: null, calledAt: null, startedAt: null }
    case 'transfer':
      return {
        ...next,
        state: 'waiting',
        rankAt: place,
        lane: to && 'lane' in to ? to.lane : ticket.lane,
        window: to && 'window' in to ? to.window : null,
        calledAt: null,
        startedAt: null,
      }
    case 'finish':
      return {
        ...next,
        ...(ticket.matters && { matters: settled(ticket) }),
        state: 'done',
        startedAt: ticket.startedAt ?? ticket.calledAt,
        endedAt: at,
      }
    case 'leave':
      return { ...next, state: 'left', endedAt: at }
    case 'onward':
      return onward(next, { ...input, at })
    case 'add':
    case 'drop': {
      const change = step === 'add' ? withMatter : withoutMatter
      const matters = input.matter === undefined ? null : change(ticket, input.matter)
      return matters && { ...next, matters }
    }
  }
}

/** One matter is settled and the next begins: at this window where it serves it, else in the lane of that matter, at the same place. */
function onward(ticket: Ticket, { next, at }: StepInput & { at: Instant }): Ticket | null {
  if (!next) return null
  const on = { ...ticket, matters: settled(ticket), matter: next.matter, lane: next.lane }
  return next.here && atWindow.includes(ticket.state)
    ? { ...on, state: 'serving', startedAt: at }
    : { ...on, state: 'waiting', window: null, calledAt: null, startedAt: null }
}

/** The ticket as it was before a step; the paper's fate and the checklist are not part of a step. The version goes on, so that no stale screen matches. */
export function undoStep(now: Ticket, before: Ticket): Ticket {
  const { checklist: _, ...rest } = before
  return { ...rest, version: now.version + 1, printed: now.printed, ...(now.checklist && { checklist: now.checklist }) }
}
