// The tables as rows. snake_case lives here and in db/queries, and nowhere else.
import type { Generated } from 'kysely'
import type { HoursTables } from './tables/hours.ts'
import type { LeasesTables } from './tables/leases.ts'
import type { RosterTables } from './tables/roster.ts'
import type { CalendarTables } from './tables/calendar.ts'
import type { WallsTables } from './tables/walls.ts'
import type { NoticesTables } from './tables/notices.ts'
import type { EstimatesTables } from './tables/estimates.ts'
import type { AlertsTables } from './tables/alerts.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PeopleBookTables } from './tables/people-book.ts'
import type { PrintingTables } from './tables/printing.ts'
import type { AppointmentsTables } from './tables/appointments.ts'
import type { ProofTables } from './tables/proof.ts'
import type { ClosingTables } from './tables/closing.ts'
import type { LaneColumns, TicketVisitColumns, WindowAwayColumns, WindowLaneColumns } from './tables/visits.ts'
import type { MissReason, OutOfOrderReason, PrintState, Role, TicketState, DeviceKind } from '#contract/words.ts'

/** SQLite has no boolean. */
export type Bit = 0 | 1

interface OfHall {
  hall_id: string
}
interface Named {
  name_zh: string
  name_en: string
}

export interface HallRow extends Named {
  id: string
  subdistrict_zh: string
  subdistrict_en: string
  plaques: string
  address_zh: string
  address_en: string
  phone: string
  zone: string
  demo: Bit
  /** Proven calls that a number needs before it is missed. */
  proven_calls: Generated<number>
  epoch: string
  rev: Generated<number>
  book_rev: Generated<number>
  created_at: string
}

export interface TicketRow extends OfHall, TicketVisitColumns {
  id: string
  code: string
  version: number
  service_date: string
  prefix: string
  number: number
  lane_id: string
  matter_id: string
  class_id: string
  state: TicketState
  joined_at: string
  rank_at: string
  window_id: string | null
  called_at: string | null
  started_at: string | null
  ended_at: string | null
  calls: number
  printed: PrintState
  device_id: string | null
}

export interface CallRow extends OfHall {
  id: string
  ticket_id: string
  window_id: string
  at: string
  again: Bit
  reason: OutOfOrderReason | null
  service_date: string
  retracted: Bit
}

export interface StepRow extends OfHall {
  id: string
  ticket_id: string
  window_id: string
  staff_id: string
  step: string
  before: string
  after_version: number
  call_id: string | null
  at: string
  undone_at: string | null
  /** Why it was missed without a proven call. */
  reason: MissReason | null
}

export interface Schema
  extends
    HoursTables,
    LeasesTables,
    RosterTables,
    CalendarTables,
    WallsTables,
    NoticesTables,
    AlertsTables,
    EstimatesTables,
    PeopleTables,
    PeopleBookTables,
    PrintingTables,
    AppointmentsTables,
    ProofTables,
    ClosingTables {
  hall: HallRow
  committee: OfHall &
    Named & {
      id: string
      letter: string
      about_zh: string
      about_en: string
      colour: string
      icon: string
      sort: number
    }
  lane: OfHall & Named & LaneColumns & { id: string; prefix: string; committee_id: string; sort: number }
  ticket_class: OfHall & Named & { id: string; head_start: number; choice: Bit; sort: number }
  matter: OfHall &
    Named & {
      id: string
      committee_id: string
      lane_id: string
      words_zh: string
      words_en: string
      steps: string
      bring: string
      minutes: number
      common: Bit
      sort: number
    }
  room: OfHall & Named & { id: string; about_zh: string; about_en: string; sort: number }
  person: OfHall & {
    id: string
    name: string
    title_zh: string
    title_en: string
    committee_id: string | null
    phone: string | null
    sort: number
  }
  hotline: OfHall & Named & { id: string; number: string; hours_zh: string; hours_en: string; sort: number }
  hours_exception: OfHall & { date: string; spans: string; reason_zh: string; reason_en: string; source: string | null }
  shift: OfHall & {
    id: string
    person_id: string
    kind: string
    window_id: string | null
    starts_at: string
    ends_at: string
    by_hand: Generated<Bit>
  }
  staff: OfHall & {
    id: string
    name: string
    person_id: string | null
    role: Role
    pin_hash: string
    failures: Generated<number>
  }
  service_window: OfHall &
    Named &
    WindowAwayColumns & {
      id: string
      number: number
      all_round: Bit
      staff_id: string | null
      seated_at: string | null
    }
  window_lane: OfHall & WindowLaneColumns & { window_id: string; lane_id: string }
  device: OfHall & {
    id: string
    kind: DeviceKind
    name: string
    token_hash: string
    paired_at: string
    revoked_at: string | null
  }
  pairing: OfHall & {
    code_hash: string
    claim_hash: string
    kind: DeviceKind
    expires_at: string
    device_id: string | null
  }
  link: OfHall & {
    secret_hash: string
    kind: DeviceKind
    staff_id: string | null
    expires_at: string
    spent_at: string | null
  }
  session: OfHall & {
    id: string
    token_hash: string
    staff_id: string
    device_id: string
    window_id: string | null
    created_at: string
    seen_at: string
    ended_at: string | null
  }
  lane_day: OfHall & { service_date: string; lane_id: string; last_number: number; waiting: Generated<number> }
  ticket: TicketRow
  call: CallRow
  step: StepRow
  intent: OfHall & { device_id: string; key: string; body_hash: string; status: number; reply: string; at: string }
  act: OfHall & {
    id: Generated<number>
    at: string
    staff_id: string | null
    act: string
    about: string
    detail: string
  }
}
