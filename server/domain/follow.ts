// What the holder of a number may do with it alone, from a phone: leave, take that back for a while, and come back after a missed call. Pure.
import type { HallDate, Instant } from '#contract/text.ts'
import { iso } from './service-day.ts'
import type { Ticket } from './ticket.ts'

/** The window of a step that was taken on no window: by phone. */
export const BY_PHONE = ''

/** A slip of the finger is taken back with the old place, within so many minutes. */
export const BACK_WITHIN = 10
const MINUTE = 60_000

/** Until when a place that was left at an instant is kept. */
export const backUntil = (leftAt: Instant): Instant => iso(Date.parse(leftAt) + BACK_WITHIN * MINUTE)

/** Whoever was called stands in a clerk's hands already: they are asked to say so at the window. */
export function leavesAlone(ticket: Ticket): boolean {
  return ticket.state === 'waiting' || ticket.state === 'held' || ticket.state === 'missed'
}

/** Whether the rule of the hall lets a missed number join again by itself: it has a head start for returns, and the number is of today. */
export function returnsAlone(
  ticket: Ticket,
  { today, classes }: { today: HallDate; classes: readonly { id: string }[] },
): boolean {
  return ticket.state === 'missed' && ticket.serviceDate === today && classes.some(({ id }) => id === 'return')
}
