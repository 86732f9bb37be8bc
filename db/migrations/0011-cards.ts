// Printers of sheets beside those of rolls: a kiosk has one of each kind. A check cannot be changed in place, and nobody may refer to a
// table that goes: all three are kept aside, made anew and filled again.
import { sql, type Kysely } from 'kysely'

const states = `('unknown', 'ready', 'silent', 'paper_low', 'paper_out', 'cover_open', 'fault', 'offline')`

const statements: string[] = [
  `create temp table kept_printer as select * from printer`,
  `create temp table kept_device as select * from printer_device`,
  `create temp table kept_job as select * from print_job`,
  `drop table print_job`,
  `drop table printer_device`,
  `drop table printer`,

  // path: of IPP. form: the sheets that lie in a card printer.
  `create table printer (
    hall_id text not null references hall (id), id text not null, name text not null,
    kind text not null check (kind in ('receipt', 'card')), host text not null, port integer not null check (port between 1 and 65535),
    mode text not null check (mode in ('text', 'picture')), path text not null, form text check (form in ('small', 'a6', 'a4')),
    state text not null check (state in ${states}), state_at text, removed_at text,
    primary key (hall_id, id), check ((kind = 'card') = (form is not null))
  ) strict`,
  `create table printer_device (
    hall_id text not null, device_id text not null, kind text not null check (kind in ('receipt', 'card')), printer_id text not null,
    primary key (hall_id, device_id, kind),
    foreign key (hall_id, device_id) references device (hall_id, id), foreign key (hall_id, printer_id) references printer (hall_id, id)
  ) strict`,
  `create table print_job (
    hall_id text not null, id text not null, printer_id text not null, about text not null, ticket_id text references ticket (id),
    paper text not null check (json_valid(paper)),
    state text not null check (state in ('queued', 'printing', 'done', 'failed', 'expired', 'broken_off')),
    trouble text check (trouble in ${states}), tries integer not null default 0, at text not null, expires_at text not null,
    primary key (hall_id, id), foreign key (hall_id, printer_id) references printer (hall_id, id)
  ) strict`,
  `create index print_job_open on print_job (hall_id, printer_id, id) where state in ('queued', 'printing')`,
  `create index print_job_by_ticket on print_job (hall_id, ticket_id) where ticket_id is not null`,

  `insert into printer select hall_id, id, name, kind, host, port, mode, '', null, state, state_at, removed_at from kept_printer`,
  `insert into printer_device select hall_id, device_id, 'receipt', printer_id from kept_device`,
  `insert into print_job select * from kept_job`,
  `drop table kept_printer`,
  `drop table kept_device`,
  `drop table kept_job`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
