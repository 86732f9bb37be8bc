// Several matters behind one number, what is missing for them, the order in which a window prefers its lanes, pauses, and lanes that
// are no longer served.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  // Null: one matter alone. Else all of them in order, each settled or not; matter_id is the current one.
  `alter table ticket add column matters text check (matters is null or json_valid(matters))`,
  // The one-time checklist: per matter what is missing. Null: nothing was found missing.
  `alter table ticket add column checklist text check (checklist is null or json_valid(checklist))`,

  `alter table window_lane add column sort integer not null default 0`,
  `update window_lane set sort = coalesce(
    (select lane.sort from lane where lane.hall_id = window_lane.hall_id and lane.id = window_lane.lane_id), 0)`,

  // A pause: why, since when and until when it is expected to last. All or none; it ends with the seat.
  `alter table service_window add column away_reason text`,
  `alter table service_window add column away_since text`,
  `alter table service_window add column away_until text`,

  // Tickets of the past keep their lane: one that is given up stays, and keeps its letter.
  `alter table lane add column removed_at text`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
