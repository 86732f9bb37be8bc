// Residents who look again and again: whether a band that is shown ever changes without a reason. The reasons are taken from what happened in the
// hall, not from what the estimate believes to be one.
import type { Estimate } from '#domain/estimate-facts.ts'
import type { Bands } from './simulate-bands.ts'
import type { Observer, State, Waiting } from './simulate-day.ts'
import type { Script } from './simulate-hall.ts'

const MINUTE = 60_000

/** Counts over all days. */
export interface Looks {
  looks: number
  changes: number
  /** Changes between two looks with no call, no departure, no ticket that goes before, and no window opened or left in between. */
  unreasoned: number
  /** Bands of later looks that were put to the test, and those that the wait kept to. */
  tested: number
  kept: number
}
export const noLooks = (): Looks => ({ looks: 0, changes: 0, unreasoned: 0, tested: 0, kept: 0 })

/** Watches a day like `bands.watch`, and looks at every band after each event and again some minutes later. */
export function watchLooks(bands: Bands, script: Script, looks: Looks): Observer {
  const watch = bands.watch(script)
  let shown = new Map<string, Estimate>()
  let reason = false
  let newcomers: Waiting[] = []
  let open = ''
  const bandsOf = new Map<string, Estimate[]>()

  function compare(state: State, next: ReadonlyMap<string, Estimate>): void {
    for (const ticket of state.waiting) {
      const [before, after] = [shown.get(ticket.id), next.get(ticket.id)!]
      if (!before) continue
      looks.looks += 1
      const same = before.band?.low === after.band?.low && before.band?.high === after.band?.high
      if (same && before.why === after.why && before.ahead === after.ahead) continue
      looks.changes += 1
      const overtaken = newcomers.some((other) => other !== ticket && other.rankAt <= ticket.rankAt)
      if (!reason && !overtaken) looks.unreasoned += 1
    }
  }

  return {
    ...watch,
    joined(state, ticket) {
      watch.joined?.(state, ticket)
      newcomers.push(ticket)
    },
    returned: (ticket) => newcomers.push(ticket),
    called(state, ticket, seat) {
      watch.called?.(state, ticket, seat)
      reason = true
      for (const { at, band } of bandsOf.get(ticket.id) ?? []) {
        const wait = (state.now - at) / MINUTE
        if (!band) continue
        looks.tested += 1
        if (band.low <= wait && wait <= band.high) looks.kept += 1
      }
      bandsOf.delete(ticket.id)
    },
    left(minutes) {
      watch.left?.(minutes)
      reason = true
    },
    settled(state) {
      const seats = state.seats.map((seat) => seat.open).join()
      if (seats !== open) [reason, open] = [true, seats]
      const next = watch.look(state, shown)
      compare(state, next)
      for (const { id } of state.waiting) {
        const estimate = next.get(id)!
        if (shown.get(id) !== estimate) bandsOf.set(id, [...(bandsOf.get(id) ?? []), estimate])
      }
      ;[shown, reason, newcomers] = [next, false, []]
      // Time alone is no reason.
      const later = { ...state, now: state.now + 7 * MINUTE }
      compare(later, watch.look(later, shown))
    },
  }
}
