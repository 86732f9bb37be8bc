// Every code that the hub can answer with, its HTTP status, and the facts that come with it. Codes, never prose:
// assets/i18n says each of them in both languages.
import type { ClockTime, Instant, Text } from './text.ts'
import type { PhotoFault, SheetFault } from './people-book.ts'
import type { CapFault, Hazard, NoticeState, TicketState } from './words.ts'

export const errorStatus = {
  alert_changed: 409,
  alert_drill_stays: 409,
  alert_over: 409,
  alert_real_on: 409,
  alert_says_drill: 409,
  alert_unconfirmed: 409,
  alert_unknown: 404,
  appointment_cancelled: 409,
  appointment_guesses: 429,
  appointment_limit: 429,
  appointment_other_day: 409,
  appointment_settled: 409,
  appointment_unknown: 404,
  appointments_none: 409,
  back_too_late: 409,
  body_invalid: 400,
  body_not_json: 400,
  body_not_utf8: 400,
  body_too_large: 413,
  checklist_stale: 409,
  call_unproven: 409,
  cap_refused: 422,
  card_unknown: 404,
  class_fixed: 409,
  class_unknown: 404,
  classes_full: 409,
  closing_not_yet: 409,
  date_past: 409,
  dates_wrong: 409,
  device_required: 401,
  draft_unknown: 404,
  entry_unknown: 404,
  event_unknown: 404,
  feed_unreachable: 409,
  feed_unreadable: 409,
  feed_unknown: 404,
  file_broken: 422,
  file_gone: 410,
  file_too_large: 413,
  file_unknown: 404,
  file_unsuitable: 415,
  hall_closed: 409,
  hall_emergency: 409,
  holidays_wrong: 422,
  hours_changed: 409,
  hours_gone: 404,
  hub_stopping: 503,
  import_unknown: 404,
  internal: 500,
  key_required: 400,
  key_reused: 422,
  lane_in_use: 409,
  lane_last: 409,
  lane_unknown: 404,
  link_spent: 410,
  matter_twice: 409,
  matter_unknown: 404,
  matters_full: 409,
  method_not_allowed: 405,
  no_more_matters: 409,
  not_found: 404,
  nothing_to_undo: 409,
  notice_changed: 409,
  notice_unknown: 404,
  not_on_roster: 403,
  option_unknown: 404,
  origin_refused: 403,
  pairing_guesses_used: 429,
  pairing_unknown: 404,
  people_changed: 409,
  people_in_use: 409,
  people_reference: 422,
  person_unknown: 404,
  photo_refused: 422,
  picture_needed: 409,
  pin_locked: 423,
  pin_wrong: 401,
  proposal_closed: 409,
  proposal_running: 409,
  proposal_unknown: 404,
  printer_none: 409,
  printer_unknown: 404,
  queue_empty: 409,
  reason_required: 409,
  request_settled: 409,
  request_unknown: 404,
  rest_short: 409,
  return_at_desk: 409,
  role_required: 403,
  room_taken: 409,
  room_unknown: 404,
  rule_empty: 409,
  session_required: 401,
  sheet_refused: 422,
  shift_clash: 409,
  shift_past: 409,
  shift_unknown: 404,
  signup_closed: 409,
  signup_limit: 429,
  signup_unknown: 404,
  signups_stand: 409,
  slot_closed: 409,
  slot_full: 409,
  slot_gone: 409,
  staff_unknown: 404,
  step_illegal: 409,
  storage_full: 503,
  ticket_changed: 409,
  ticket_elsewhere: 409,
  ticket_past: 409,
  ticket_unknown: 404,
  too_many_requests: 429,
  undo_overtaken: 409,
  wall_last: 409,
  wall_room_unknown: 404,
  wall_unknown: 404,
  window_busy: 409,
  window_in_use: 409,
  window_last: 409,
  window_not_chosen: 409,
  window_number_taken: 409,
  window_paused: 409,
  window_taken: 409,
  window_unknown: 404,
} as const

export type ErrorCode = keyof typeof errorStatus

/** Where a ticket stands, told to a clerk whose screen was behind. */
export interface TicketNow {
  id: string
  label: string
  state: TicketState
  version: number
  window: number | null
}

/** What each code explains. Codes that are not listed here come with no facts. */
export interface ErrorFacts {
  /** When it was, or is, to be. */
  appointment_cancelled: { at: Instant }
  appointment_other_day: { at: Instant }
  body_invalid: { issues: { path: string; message: string }[] }
  body_too_large: { limit: number }
  file_too_large: { limit: number }
  /** Calls that were shown and spoken, and as many as are needed before a number may be marked as missed without a reason. */
  call_unproven: { label: string; proven: number; needed: number }
  /** `element`: the part of the message that is meant; empty where it is the whole. */
  cap_refused: { fault: CapFault; element: string }
  /** As many may be offered beside everybody's. */
  classes_full: { most: number }
  hall_emergency: { hazard: Hazard }
  /** From when what becomes of those who wait is decided; null on a day without hours. */
  closing_not_yet: { from: Instant | null }
  /** The line that cannot be right, from 1; 0: the whole. */
  holidays_wrong: { line: number }
  /** The version that stands now. */
  hours_changed: { version: number }
  hall_closed: { next: Instant | null; from: ClockTime | null }
  /** What keeps it: matters, tickets that are not settled, appointments to come. */
  lane_in_use: { matters: number; open: number; booked: number }
  notice_changed: { version: number; state: NoticeState }
  /** Whom the roster or the staff still know. */
  people_in_use: { name: string }
  /** What names something that is not there, and what that is. */
  people_reference: { where: string; what: string }
  photo_refused: { why: PhotoFault }
  /** `name`: the heading or the table that is meant; may be empty. */
  sheet_refused: { why: SheetFault; name: string }
  pin_wrong: { left: number }
  /** Minutes that are there, and that were asked for. */
  rest_short: { minutes: number; asked: number }
  /** What is there already, and on which occurrence of the wish. */
  room_taken: { room: Text; title: Text; startsAt: Instant; endsAt: Instant; wantedAt: Instant }
  shift_clash: { person: string; from: Instant; until: Instant }
  /** People who hold a place on a day that would be gone. */
  signups_stand: { people: number; startsAt: Instant }
  step_illegal: TicketNow
  ticket_changed: TicketNow
  too_many_requests: { retryAfter: number }
  undo_overtaken: TicketNow
  window_busy: TicketNow
  /** Who sits there, and the labels of what it holds. */
  window_in_use: { staff: string | null; holds: string[] }
  window_number_taken: { number: number }
  window_taken: { staff: string }
}

export type FactsOf<C extends ErrorCode> = C extends keyof ErrorFacts ? ErrorFacts[C] : Record<never, never>

/** An expected refusal: a value, not an exception. */
export type Refusal = { [C in ErrorCode]: { code: C; facts: FactsOf<C> } }[ErrorCode]

export function refuse<C extends ErrorCode>(
  ...[code, facts]: C extends keyof ErrorFacts ? [C, ErrorFacts[C]] : [C]
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, facts: facts ?? {} } as Refusal }
}
