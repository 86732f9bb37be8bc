// What is shown of each ticket's wait, what was shown first, and what the hall has learned by the morning of each service day.
import { sql, type Kysely } from 'kysely'

const why = `check (why in ('now', 'no_window', 'closing', 'unsure'))`

const statements: string[] = [
  // low, high: whole minutes from at. middle, row: what is learned from the outcome needs them. mark: what the band rests on.
  // first_…: the band that was promised with the number, and never changes; null where none was.
  `create table estimate (
    ticket_id text primary key references ticket (id), hall_id text not null references hall (id), service_date text not null,
    ahead integer not null, low integer, high integer, middle real, row integer, why text ${why}, at text not null, mark integer not null,
    first_low integer, first_high integer, first_middle real, first_row integer, first_at text,
    check ((low is null) = (why is not null)), check ((low is null) = (high is null)), check ((first_low is null) = (first_at is null))
  ) strict, without rowid`,
  `create index estimate_by_day on estimate (hall_id, service_date)`,
  // What somebody would be shown who took a number of a lane now.
  `create table estimate_lane (
    hall_id text not null, lane_id text not null, low integer, high integer, why text ${why}, at text not null,
    primary key (hall_id, lane_id), check ((low is null) = (why is not null)), check ((low is null) = (high is null)),
    foreign key (hall_id, lane_id) references lane (hall_id, id) on delete cascade
  ) strict, without rowid`,
  // learned: [key, count, sum, squares], …; calibration: {lower, upper, middle}, … in the order of the lengths of wait.
  `create table estimate_morning (
    hall_id text not null references hall (id), service_date text not null, learned text not null check (json_valid(learned)),
    calibration text not null check (json_valid(calibration)), primary key (hall_id, service_date)
  ) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
