// What condition the visitor is in, from the ticket's view and the clock. Each condition has a screen of its name. Pure.
import { timesOf } from '#assets/i18n/estimate.ts'
import { date } from '#assets/i18n/time.ts'
import type { TicketView } from '#contract/views.ts'

export type Condition =
  'in-queue' | 'go-now' | 'next-in-queue' | 'called' | 'serving' | 'held' | 'missed' | 'done' | 'left' | 'other-day'

/** With this many ahead or fewer one stands by the wall. */
export const NEAR = 1
/** With this many ahead or fewer, where no minutes can be said, it is time to come. */
const FEW = 3
/** Minutes on foot from anywhere nearby: with less until the call may come, it is time to come. */
export const WALK = 5

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
      if (view.ahead === null) return 'in-queue'
      if (view.ahead <= NEAR) return 'next-in-queue'
      return comesSoon(view, now) ? 'go-now' : 'in-queue'
  }
}

function comesSoon({ ahead, estimate }: TicketView, now: number): boolean {
  if (estimate?.why === 'now') return true
  // The clock moves towards the low end of the band; the band itself stays as it is.
  if (estimate?.band) return timesOf(estimate.band).from - now <= WALK * 60_000
  return ahead !== null && ahead <= FEW
}

/** The ticket's code in the page's path: /t/CODE. Null on /phone/. */
export function codeIn(path: string): string | null {
  return /^\/t\/([A-Za-z0-9_-]{1,64})\/?$/.exec(path)?.[1] ?? null
}
