// Tables of the roster's rules, drafts, leave, swaps, compensatory rest and the duty log.
import { sql, type Kysely } from 'kysely'

const appendOnly = (table: string) => [
  `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
  `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, '${table} is append-only'); end`,
]
const person = 'foreign key (hall_id, person_id) references person (hall_id, id)'

const statements: string[] = [
  // Changed by a person: a roster that is generated anew leaves it as it is.
  `alter table shift add column by_hand integer not null default 0 check (by_hand in (0, 1))`,

  // Who can do what, and what is to be filled. Without a row it is read off the shifts that are there.
  `create table roster_rules (
    hall_id text primary key references hall (id), rules text not null check (json_valid(rules))
  ) strict`,

  // One draft at a time: what the manager looks at before it becomes the roster. Dates are the first and the last one.
  `create table roster_draft (
    hall_id text primary key references hall (id), from_date text not null, to_date text not null check (to_date >= from_date),
    seed integer not null, made_at text not null, made_by text not null
  ) strict`,
  `create table draft_shift (
    hall_id text not null references roster_draft (hall_id) on delete cascade, id text not null, person_id text not null,
    kind text not null, window_id text, starts_at text not null, ends_at text not null check (ends_at > starts_at),
    by_hand integer not null check (by_hand in (0, 1)), primary key (hall_id, id), ${person}
  ) strict`,

  // Leave, whole days. Its reason is for the person and the manager.
  `create table leave (
    hall_id text not null references hall (id), id text not null, person_id text not null, from_date text not null,
    to_date text not null check (to_date >= from_date), kind text not null, reason text not null,
    minutes integer not null check (minutes >= 0),
    state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
    asked_at text not null, decided_at text, decided_by text, primary key (hall_id, id), ${person},
    check ((state = 'asked') = (decided_at is null))
  ) strict`,
  `create index leave_by_end on leave (hall_id, to_date)`,

  // A shift that somebody would hand over; back_shift_id is the one that they take in return.
  `create table swap (
    hall_id text not null references hall (id), id text not null, shift_id text not null, person_id text not null,
    colleague_id text not null, back_shift_id text, starts_at text not null,
    state text not null check (state in ('asked', 'agreed', 'declined', 'granted', 'refused', 'withdrawn', 'lapsed')),
    asked_at text not null, answered_at text, decided_at text, decided_by text, primary key (hall_id, id), ${person},
    foreign key (hall_id, colleague_id) references person (hall_id, id), check (colleague_id <> person_id)
  ) strict`,
  `create unique index swap_open on swap (hall_id, shift_id) where state in ('asked', 'agreed')`,

  // The ledger of compensatory rest, in minutes: earned by duty that was done, spent by rest that was taken, put right by new rows.
  `create table rest_entry (
    id integer primary key, hall_id text not null references hall (id), person_id text not null, at text not null,
    date text not null, minutes integer not null check (minutes <> 0),
    why text not null check (why in ('duty', 'rest', 'correction')), shift_id text, leave_id text, note text not null,
    staff_id text, ${person},
    check ((why = 'duty') = (shift_id is not null)), check ((why = 'rest') = (leave_id is not null))
  ) strict`,
  `create unique index rest_once_a_shift on rest_entry (hall_id, shift_id) where shift_id is not null`,
  `create unique index rest_once_a_leave on rest_entry (hall_id, leave_id) where leave_id is not null`,
  `create index rest_by_person on rest_entry (hall_id, person_id, id)`,
  ...appendOnly('rest_entry'),

  // How far the ledger has followed the roster. What was done before the ledger began is not in it.
  `create table rest_ledger (hall_id text primary key references hall (id), settled_to text not null) strict`,

  // The duty log: what happened, and what was added to it later: done, reported upward, handed over, closed.
  `create table duty_entry (
    hall_id text not null references hall (id), id text not null, date text not null, at text not null, happened_at text not null,
    staff_id text not null, kind text not null, body text not null, follow_up integer not null check (follow_up in (0, 1)),
    primary key (hall_id, id), foreign key (hall_id, staff_id) references staff (hall_id, id)
  ) strict`,
  `create index duty_entry_by_date on duty_entry (hall_id, date, happened_at)`,
  `create table duty_addition (
    hall_id text not null, id text not null, entry_id text not null, at text not null, staff_id text not null,
    what text not null check (what in ('done', 'report', 'taken', 'closed')), body text not null,
    reported_to text, reported_how text, reported_at text, primary key (hall_id, id),
    foreign key (hall_id, entry_id) references duty_entry (hall_id, id),
    check ((what = 'report') = (reported_to is not null and reported_how is not null and reported_at is not null))
  ) strict`,
  `create index duty_addition_by_entry on duty_addition (hall_id, entry_id, id)`,
  ...appendOnly('duty_entry'),
  ...appendOnly('duty_addition'),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
