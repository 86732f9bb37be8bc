// Tables of the blocks of numbers that kiosks hold, and of what they issued while the hub was away. No foreign key to lane or device: a slip
// outlives both.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  `create table lease (
    hall_id text not null references hall (id), id text not null, device_id text not null, lane_id text not null,
    service_date text not null, first integer not null check (first > 0), last integer not null check (last >= first),
    granted_at text not null, primary key (hall_id, id), unique (hall_id, service_date, lane_id, first)
  ) strict`,
  `create index lease_of_device on lease (hall_id, device_id, service_date)`,
  `create table slip (
    hall_id text not null references hall (id), id text not null, device_id text not null, label text not null,
    ticket_id text references ticket (id), outcome text not null check (outcome in ('kept', 'renumbered', 'refused')),
    taken_at text not null, returned_at text not null, body text not null check (json_valid(body)), seen_at text,
    primary key (hall_id, id), check ((ticket_id is null) = (outcome = 'refused'))
  ) strict`,
  `create index slip_by_ticket on slip (ticket_id) where ticket_id is not null`,
  // What the desk is told until somebody has put it away: few rows of many. A query finds them with the same words as here.
  `create index slip_told on slip (hall_id, returned_at) where outcome <> 'kept' and seen_at is null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
