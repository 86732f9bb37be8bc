// What a window holds, as the desk sees it: at it, on hold from it, or sent to it. Pure.
import type { DeskTicket, DeskView, DeskWindow } from '#contract/views.ts'
import type { MostMatters } from '#contract/visits.ts'

/** As many matters as one number carries. */
export const MOST_MATTERS: MostMatters = 4

export function heldBy(view: Pick<DeskView, 'held' | 'waiting'>, window: DeskWindow): DeskTicket[] {
  const mine = ({ window: number }: DeskTicket) => number === window.number
  return [...(window.current ? [window.current] : []), ...view.held.filter(mine), ...view.waiting.filter(mine)]
}
