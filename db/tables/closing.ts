// The tables of what is decided and recorded when a day closes, of what became of paper, and of the hall's targets, as rows.
import type { ClosingDecision } from '#contract/closing.ts'
import type { PrintState } from '#contract/words.ts'

interface OfHall {
  hall_id: string
}

export interface ClosingTables {
  /** One for each ticket that somebody decided on. It stands as long as its step does, and no other step follows. */
  closing_decision: OfHall & {
    step_id: string
    ticket_id: string
    /** The hall's date on which it was decided. */
    service_date: string
    decision: ClosingDecision
  }
  /** Written once at the closing instant: hours that are changed afterwards do not change what was. */
  closing_day: OfHall & { service_date: string; closes_at: string; waiting: number }
  /** What a kiosk or a printer said of the paper, each time. Append-only. */
  paper: OfHall & { id: string; ticket_id: string; outcome: PrintState; at: string }
  /** Minutes within which nine of ten are called. `lane_id`: empty for the whole hall. */
  target: OfHall & { lane_id: string; wait: number }
}
