// Tables of printers, of which kiosk prints where, and of the jobs on their way to paper.
import { sql, type Kysely } from 'kysely'

const states = `('unknown', 'ready', 'silent', 'paper_low', 'paper_out', 'cover_open', 'fault', 'offline')`

const statements: string[] = [
  `create table printer (
    hall_id text not null references hall (id), id text not null, name text not null,
    kind text not null check (kind in ('receipt')), host text not null, port integer not null check (port between 1 and 65535),
    mode text not null check (mode in ('text', 'picture')), state text not null check (state in ${states}), state_at text, removed_at text,
    primary key (hall_id, id)
  ) strict`,
  `create table printer_device (
    hall_id text not null, device_id text not null, printer_id text not null, primary key (hall_id, device_id),
    foreign key (hall_id, device_id) references device (hall_id, id), foreign key (hall_id, printer_id) references printer (hall_id, id)
  ) strict`,
  `create table print_job (
    hall_id text not null, id text not null, printer_id text not null, about text not null, ticket_id text references ticket (id),
    paper text not null check (json_valid(paper)),
    state text not null check (state in ('queued', 'printing', 'done', 'failed', 'expired', 'broken_off')),
    trouble text check (trouble in ${states}), tries integer not null default 0, at text not null, expires_at text not null,
    primary key (hall_id, id), foreign key (hall_id, printer_id) references printer (hall_id, id)
  ) strict`,
  // What is still to be done: few rows of many.
  `create index print_job_open on print_job (hall_id, printer_id, id) where state in ('queued', 'printing')`,
  `create index print_job_by_ticket on print_job (hall_id, ticket_id) where ticket_id is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
