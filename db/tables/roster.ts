// The tables of the roster's rules, drafts, leave, swaps, compensatory rest and the duty log, as rows.
import type { Generated } from 'kysely'

interface OfHall {
  hall_id: string
}

export interface ShiftRow extends OfHall {
  id: string
  person_id: string
  kind: string
  window_id: string | null
  starts_at: string
  ends_at: string
}

export interface LeaveRow extends OfHall {
  id: string
  person_id: string
  from_date: string
  to_date: string
  kind: string
  reason: string
  minutes: number
  state: string
  asked_at: string
  decided_at: string | null
  decided_by: string | null
}

export interface SwapRow extends OfHall {
  id: string
  shift_id: string
  person_id: string
  colleague_id: string
  back_shift_id: string | null
  starts_at: string
  state: string
  asked_at: string
  answered_at: string | null
  decided_at: string | null
  decided_by: string | null
}

export interface RestRow extends OfHall {
  id: Generated<number>
  person_id: string
  at: string
  date: string
  minutes: number
  why: string
  shift_id: string | null
  leave_id: string | null
  note: string
  staff_id: string | null
}

export interface DutyEntryRow extends OfHall {
  id: string
  date: string
  at: string
  happened_at: string
  staff_id: string
  kind: string
  body: string
  follow_up: 0 | 1
}

export interface DutyAdditionRow extends OfHall {
  id: string
  entry_id: string
  at: string
  staff_id: string
  what: string
  body: string
  reported_to: string | null
  reported_how: string | null
  reported_at: string | null
}

export interface RosterTables {
  roster_rules: OfHall & { rules: string }
  roster_draft: OfHall & { from_date: string; to_date: string; seed: number; made_at: string; made_by: string }
  draft_shift: ShiftRow & { by_hand: 0 | 1 }
  leave: LeaveRow
  swap: SwapRow
  rest_entry: RestRow
  rest_ledger: OfHall & { settled_to: string }
  duty_entry: DutyEntryRow
  duty_addition: DutyAdditionRow
}
