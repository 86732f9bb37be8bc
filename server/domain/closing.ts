// How a day ends: when its closing begins, what becomes of a ticket that somebody decides on, and what such a decision is as a step. Pure.
import type { ClosingDecision, ClosingPhase } from '#contract/closing.ts'
import type { HallDate } from '#contract/text.ts'
import { HORIZON, spansOn, type Hours } from './hours.ts'
import { instantAt, iso, plusDays, serviceDate } from './service-day.ts'
import type { Ticket } from './ticket.ts'

/** From so long before closing the desk looks at the overtime, and decides. Milliseconds. */
export const BEFORE_CLOSING = 3_600_000

/** When the last number of a day is given, epoch milliseconds; null on a day without published hours. */
export function closingOf(hours: Hours, date: HallDate): number | null {
  const last = spansOn(hours, date).spans.at(-1)
  return last ? instantAt(date, last.to, hours.zone) : null
}

export function phaseAt(hours: Hours, now: number): { phase: ClosingPhase; closes: number | null } {
  const closes = closingOf(hours, serviceDate(now, hours.zone))
  if (closes === null || now < closes - BEFORE_CLOSING) return { phase: 'day', closes }
  return { phase: now < closes ? 'hour' : 'closed', closes }
}

/** The next instant at which `phaseAt` of the same day changes by time alone; Infinity where none is left. */
export function nextPhase(hours: Hours, now: number): number {
  const { phase, closes } = phaseAt(hours, now)
  if (closes === null || phase === 'closed') return Number.POSITIVE_INFINITY
  return phase === 'day' ? closes - BEFORE_CLOSING : closes
}

/** Whoever took a number is served that day: today's may be decided on from an hour before closing, those of earlier days at any time. */
export function mayDecide(hours: Hours, ticket: Pick<Ticket, 'serviceDate'>, now: number): boolean {
  return ticket.serviceDate < serviceDate(now, hours.zone) || phaseAt(hours, now).phase !== 'day'
}

/**
 * When somebody with first place comes. A number of today: when the hall opens on the next day that it does, however long it is open today.
 * One of an earlier day: now, where it is open, else when it opens next. Epoch milliseconds; `opens` is null for now, and where no
 * opening is published.
 */
export function comesBack(
  hours: Hours,
  ticket: Pick<Ticket, 'serviceDate'>,
  now: number,
): { today: boolean; opens: number | null } {
  const date = serviceDate(now, hours.zone)
  const earlier = ticket.serviceDate < date
  for (let ahead = earlier ? 0 : 1; ahead <= HORIZON; ahead += 1) {
    const day = plusDays(date, ahead)
    for (const { from, to } of spansOn(hours, day).spans) {
      if (instantAt(day, to, hours.zone) <= now) continue
      const opens = instantAt(day, from, hours.zone)
      return opens <= now ? { today: true, opens: null } : { today: false, opens }
    }
  }
  return { today: false, opens: null }
}

/** The step that a decision is recorded as: what the report, undo and the log know. */
export const stepOf: Record<ClosingDecision, 'hold' | 'leave'> = {
  next_day: 'hold',
  handed_over: 'leave',
  phone_call: 'leave',
  left: 'leave',
}

/** The ticket after a decision; null where it is at a window, or over already. Its place in the order stays. */
export function decide(ticket: Ticket, decision: ClosingDecision, now: number): Ticket | null {
  if (!['waiting', 'held', 'missed'].includes(ticket.state)) return null
  const next = { ...ticket, version: ticket.version + 1 }
  if (stepOf[decision] === 'hold') return { ...next, state: 'held', window: null }
  return { ...next, state: 'left', endedAt: iso(now) }
}
