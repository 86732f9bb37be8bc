// The tables of appointments, as rows.
import type { AppointmentState, AppointmentWhy } from '#contract/appointments.ts'

export interface AppointmentRow {
  hall_id: string
  id: string
  /** Unguessable: the resident's link. */
  code: string
  /** Eight digits: typed at the kiosk. */
  short: string
  matter_id: string
  lane_id: string
  /** The hall's date of the slot. */
  date: string
  slot: string
  /** Which of the slot's places: no two that stand have the same. */
  place: number
  booked_at: string
  booked_by: 'phone' | 'desk'
  note: string | null
  state: AppointmentState
  /** When it came to that state. */
  state_at: string
  /** Of a cancelled one. */
  why: AppointmentWhy | null
  reason_zh: string | null
  reason_en: string | null
  /** When the page of one that the hall cancelled was first looked at. */
  seen_at: string | null
  ticket_id: string | null
  /** Goes up with every change, for calendars. */
  sequence: number
}

export interface AppointmentsTables {
  appointment: AppointmentRow
  /** A lane without a row takes no appointments. every: minutes; share: percent of the windows' time. */
  lane_appointments: { hall_id: string; lane_id: string; every: number; share: number }
}
