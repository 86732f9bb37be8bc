// The tables of what is shown of waits and what was learned for it, as rows.
import type { NoBand } from '#contract/estimates.ts'

interface Shown {
  low: number | null
  high: number | null
  why: NoBand | null
  at: string
}

export interface EstimatesTables {
  estimate: Shown & {
    ticket_id: string
    hall_id: string
    service_date: string
    ahead: number
    middle: number | null
    row: number | null
    mark: number
    first_low: number | null
    first_high: number | null
    first_middle: number | null
    first_row: number | null
    first_at: string | null
  }
  estimate_lane: Shown & { hall_id: string; lane_id: string }
  /** `learned`, `calibration`: JSON. */
  estimate_morning: { hall_id: string; service_date: string; learned: string; calibration: string }
}
