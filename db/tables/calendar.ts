// The tables of series of events, their changes, sign-ups and calendars from outside, as rows.
import type { Generated } from 'kysely'

interface OfHall {
  hall_id: string
}

export interface SeriesRow extends OfHall {
  id: string
  title_zh: string
  title_en: string
  about_zh: string | null
  about_en: string | null
  kind: string
  room_id: string | null
  second_room_id: string | null
  starts_on: string
  until: string | null
  time: string
  minutes: number
  /** JSON of the domain's Rule. */
  rule: string
  rest: string
  places: number | null
  /** JSON lists of dates. */
  extra: Generated<string>
  except_dates: Generated<string>
  sequence: Generated<number>
}

export interface ChangeRow extends OfHall {
  series_id: string
  date: string
  cancelled: 0 | 1
  to_date: string | null
  time: string | null
  minutes: number | null
  /** JSON list of ids, or null where the rooms stay. */
  rooms: string | null
  reason_zh: string
  reason_en: string
  sequence: number
}

export interface SignupRow extends OfHall {
  id: string
  code: string
  occurrence_id: string
  number: number
  people: number
  at: string
  cancelled_at: string | null
}

export interface FeedRow extends OfHall {
  id: string
  name_zh: string
  name_en: string
  /** Null: a file that was given once. */
  url: string | null
  kind: string
  fetched_at: string | null
  tried_at: string | null
  failing_since: string | null
  failure: string | null
}

export interface ImportedRow extends OfHall {
  feed_id: string
  id: string
  title: string
  starts_at: string
  ends_at: string
  place: string | null
  cancelled: 0 | 1
}

export interface CalendarTables {
  series: SeriesRow
  series_change: ChangeRow
  signup: SignupRow
  feed: FeedRow
  imported_event: ImportedRow
}
