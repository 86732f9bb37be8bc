// The tables of leased numbers and of the slips that came back, as rows.
import type { SlipOutcome } from '#contract/leases.ts'

export interface LeasesTables {
  lease: {
    hall_id: string
    id: string
    device_id: string
    lane_id: string
    service_date: string
    first: number
    last: number
    granted_at: string
  }
  slip: {
    hall_id: string
    id: string
    device_id: string
    /** As it stood on the paper. */
    label: string
    /** What it became; null where it was refused. */
    ticket_id: string | null
    outcome: SlipOutcome
    taken_at: string
    returned_at: string
    /** What the kiosk handed in: JSON. */
    body: string
    /** When staff put the message about it away. */
    seen_at: string | null
  }
}
