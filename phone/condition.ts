// What condition the visitor is in, from the ticket's view and the clock. Each condition has a screen of its name. Pure.
import { date } from '#assets/i18n/time.ts'
import type { TicketView } from '#contract/views.ts'

export type Condition =
  'in-queue' | 'next-in-queue' | 'called' | 'serving' | 'held' | 'missed' | 'done' | 'left' | 'other-day'

/** With this many ahead or fewer it is time to come near. */
export const NEAR = 1

/** `now`: the hub's clock, epoch milliseconds. */
export function condition(view: TicketView, now: number): Condition {
  const past = view.serviceDate < date(now, view.hall.zone)
  switch (view.state) {
    case 'called':
    case 'serving':
    case 'done':
    case 'left':
      // A visit that runs past midnight is still that visit.
      return view.state
    case 'held':
    case 'missed':
      return past ? 'other-day' : view.state
    case 'waiting':
      if (past) return 'other-day'
      return view.ahead !== null && view.ahead <= NEAR ? 'next-in-queue' : 'in-queue'
  }
}

/** The ticket's code in the page's path: /t/CODE. Null on /phone/. */
export function codeIn(path: string): string | null {
  return /^\/t\/([A-Za-z0-9_-]{1,64})\/?$/.exec(path)?.[1] ?? null
}
