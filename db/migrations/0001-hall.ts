// The first tables: the hall and its book, devices and staff, tickets and their calls.
// Instants are ISO 8601 UTC text, hall dates YYYY-MM-DD, truths 0 or 1. Every row names its hall.
import { sql, type Kysely } from 'kysely'

const statements = `
create table hall (
  id text primary key, name_zh text not null, name_en text not null,
  subdistrict_zh text not null, subdistrict_en text not null, plaques text not null check (json_valid(plaques)),
  address_zh text not null, address_en text not null, phone text not null, zone text not null,
  demo integer not null check (demo in (0, 1)),
  epoch text not null, rev integer not null default 1, book_rev integer not null default 1,
  created_at text not null
) strict;

create table committee (
  hall_id text not null references hall (id), id text not null, letter text not null,
  name_zh text not null, name_en text not null, about_zh text not null, about_en text not null,
  colour text not null, icon text not null, sort integer not null,
  primary key (hall_id, id), unique (hall_id, letter)
) strict;

create table lane (
  hall_id text not null references hall (id), id text not null, prefix text not null check (prefix glob '[A-Z]'),
  name_zh text not null, name_en text not null, committee_id text not null, sort integer not null,
  primary key (hall_id, id), unique (hall_id, prefix),
  foreign key (hall_id, committee_id) references committee (hall_id, id)
) strict;

create table ticket_class (
  hall_id text not null references hall (id), id text not null, name_zh text not null, name_en text not null,
  head_start integer not null check (head_start >= 0), choice integer not null check (choice in (0, 1)), sort integer not null,
  primary key (hall_id, id)
) strict;

create table matter (
  hall_id text not null references hall (id), id text not null, committee_id text not null, lane_id text not null,
  words_zh text not null, words_en text not null, name_zh text not null, name_en text not null,
  steps text not null check (json_valid(steps)), bring text not null check (json_valid(bring)),
  minutes integer not null, common integer not null check (common in (0, 1)), sort integer not null,
  primary key (hall_id, id),
  foreign key (hall_id, committee_id) references committee (hall_id, id),
  foreign key (hall_id, lane_id) references lane (hall_id, id)
) strict;

create table room (
  hall_id text not null references hall (id), id text not null, name_zh text not null, name_en text not null,
  about_zh text not null, about_en text not null, sort integer not null, primary key (hall_id, id)
) strict;

create table person (
  hall_id text not null references hall (id), id text not null, name text not null, title_zh text not null, title_en text not null,
  committee_id text, phone text, sort integer not null, primary key (hall_id, id),
  foreign key (hall_id, committee_id) references committee (hall_id, id)
) strict;

create table hotline (
  hall_id text not null references hall (id), id text not null, name_zh text not null, name_en text not null,
  number text not null, hours_zh text not null, hours_en text not null, sort integer not null, primary key (hall_id, id)
) strict;

create table hours_weekly (
  hall_id text not null references hall (id), weekday integer not null check (weekday between 1 and 7),
  from_time text not null, to_time text not null, kind text not null, check (from_time < to_time),
  primary key (hall_id, weekday, from_time)
) strict;

create table hours_exception (
  hall_id text not null references hall (id), date text not null, spans text not null check (json_valid(spans)),
  reason_zh text not null, reason_en text not null, source text, primary key (hall_id, date)
) strict;

create table shift (
  hall_id text not null references hall (id), id text not null, person_id text not null, kind text not null, window_id text,
  starts_at text not null, ends_at text not null check (ends_at > starts_at), primary key (hall_id, id),
  foreign key (hall_id, person_id) references person (hall_id, id)
) strict;
create index shift_by_end on shift (hall_id, ends_at);

create table event (
  hall_id text not null references hall (id), id text not null, title_zh text not null, title_en text not null,
  kind text not null, room_id text, starts_at text not null, ends_at text not null check (ends_at > starts_at),
  primary key (hall_id, id), foreign key (hall_id, room_id) references room (hall_id, id)
) strict;
create index event_by_end on event (hall_id, ends_at);

create table staff (
  hall_id text not null references hall (id), id text not null, name text not null, person_id text,
  role text not null check (role in ('clerk', 'manager')), pin_hash text not null, failures integer not null default 0,
  primary key (hall_id, id)
) strict;

create table service_window (
  hall_id text not null references hall (id), id text not null, number integer not null, name_zh text not null, name_en text not null,
  all_round integer not null check (all_round in (0, 1)), staff_id text, seated_at text,
  primary key (hall_id, id), unique (hall_id, number), foreign key (hall_id, staff_id) references staff (hall_id, id)
) strict;

create table window_lane (
  hall_id text not null, window_id text not null, lane_id text not null, primary key (hall_id, window_id, lane_id),
  foreign key (hall_id, window_id) references service_window (hall_id, id), foreign key (hall_id, lane_id) references lane (hall_id, id)
) strict;

create table device (
  hall_id text not null references hall (id), id text not null, kind text not null check (kind in ('kiosk', 'display', 'desk')),
  name text not null, token_hash text not null unique, paired_at text not null, revoked_at text, primary key (hall_id, id)
) strict;

-- A code on a screen, waiting to be typed at a desk; claim_hash is the waiting device's own secret.
create table pairing (
  hall_id text not null references hall (id), code_hash text not null, claim_hash text not null unique, kind text not null,
  expires_at text not null, device_id text, primary key (hall_id, code_hash)
) strict;

create table link (
  hall_id text not null references hall (id), secret_hash text not null, kind text not null, staff_id text,
  expires_at text not null, spent_at text, primary key (hall_id, secret_hash)
) strict;

create table session (
  hall_id text not null references hall (id), id text not null, token_hash text not null unique, staff_id text not null,
  device_id text not null, window_id text, created_at text not null, seen_at text not null, ended_at text, primary key (hall_id, id),
  foreign key (hall_id, staff_id) references staff (hall_id, id), foreign key (hall_id, device_id) references device (hall_id, id)
) strict;

-- The last number of a lane on a service day: numbers come from here, so that none is doubled and none left out.
-- And how many of that day wait in it: kept by the triggers below, so that a long queue costs no more to count than a short one.
create table lane_day (
  hall_id text not null, service_date text not null, lane_id text not null, last_number integer not null check (last_number >= 0),
  waiting integer not null default 0 check (waiting >= 0),
  primary key (hall_id, service_date, lane_id), foreign key (hall_id, lane_id) references lane (hall_id, id)
) strict, without rowid;

create table ticket (
  id text primary key, hall_id text not null references hall (id), code text not null unique, version integer not null,
  service_date text not null, prefix text not null, number integer not null check (number > 0), lane_id text not null, matter_id text not null,
  class_id text not null,
  state text not null check (state in ('waiting', 'called', 'serving', 'held', 'missed', 'done', 'left')),
  joined_at text not null, rank_at text not null, window_id text, called_at text, started_at text, ended_at text,
  calls integer not null default 0, printed text not null default 'unprinted' check (printed in ('unprinted', 'printed', 'failed')),
  device_id text,
  check ((state in ('done', 'left')) = (ended_at is not null)),
  check (state not in ('called', 'serving') or window_id is not null),
  foreign key (hall_id, lane_id) references lane (hall_id, id), foreign key (hall_id, matter_id) references matter (hall_id, id)
) strict, without rowid;
-- A unique number per hall, service day and printed letter.
create unique index ticket_number on ticket (hall_id, service_date, prefix, number);
-- One active call per window.
create unique index ticket_at_window on ticket (hall_id, window_id) where state in ('called', 'serving');
-- The order of each lane: what is next, and how many are ahead.
create index ticket_rank on ticket (hall_id, service_date, lane_id, state, rank_at, joined_at, id);
-- What is set aside, sent to a window, without paper: few rows of many. A query finds these with the same words as here.
create index ticket_set_aside on ticket (hall_id, service_date, rank_at) where state in ('held', 'missed');
create index ticket_open on ticket (hall_id, service_date, joined_at) where state in ('waiting', 'held', 'missed');
create index ticket_sent on ticket (hall_id, window_id, service_date, state) where window_id is not null;
create index ticket_unprinted on ticket (hall_id, service_date, joined_at) where printed <> 'printed';

create trigger ticket_joins after insert on ticket when new.state = 'waiting' begin
  insert into lane_day (hall_id, service_date, lane_id, last_number, waiting) values (new.hall_id, new.service_date, new.lane_id, 0, 1)
    on conflict do update set waiting = waiting + 1; end;
create trigger ticket_returns after update of state, lane_id on ticket
  when new.state = 'waiting' and (old.state <> 'waiting' or old.lane_id <> new.lane_id) begin
  insert into lane_day (hall_id, service_date, lane_id, last_number, waiting) values (new.hall_id, new.service_date, new.lane_id, 0, 1)
    on conflict do update set waiting = waiting + 1; end;
create trigger ticket_goes after update of state, lane_id on ticket
  when old.state = 'waiting' and (new.state <> 'waiting' or old.lane_id <> new.lane_id) begin
  update lane_day set waiting = waiting - 1 where hall_id = old.hall_id and service_date = old.service_date and lane_id = old.lane_id; end;

create table call (
  hall_id text not null references hall (id), id text not null, ticket_id text not null references ticket (id), window_id text not null,
  at text not null, again integer not null check (again in (0, 1)), reason text, service_date text not null,
  retracted integer not null default 0 check (retracted in (0, 1)), primary key (hall_id, id)
) strict;
create index call_by_day on call (hall_id, service_date, at);
create index call_by_ticket on call (ticket_id);
create index call_out_of_order on call (hall_id, service_date) where reason is not null;

-- Each step with the ticket as it was before: what undo restores.
create table step (
  hall_id text not null references hall (id), id text not null, ticket_id text not null references ticket (id), window_id text not null,
  staff_id text not null, step text not null, before text not null check (json_valid(before)), after_version integer not null,
  call_id text, at text not null, undone_at text, primary key (hall_id, id)
) strict, without rowid;
create index step_by_window on step (hall_id, window_id, id) where undone_at is null;
create index step_by_ticket on step (ticket_id);

-- The answers that were given: kept in the transaction that they caused, so that a repeated key gets the same one.
create table intent (
  hall_id text not null, device_id text not null, key text not null, body_hash text not null, status integer not null,
  reply text not null, at text not null, primary key (hall_id, device_id, key)
) strict, without rowid;
create index intent_by_time on intent (at);

-- Every act of staff. Append-only: the triggers refuse the rest.
create table act (
  id integer primary key, hall_id text not null references hall (id), at text not null, staff_id text, act text not null,
  about text not null, detail text not null
) strict;
create trigger act_no_update before update on act begin select raise(abort, 'the log of acts is append-only'); end;
create trigger act_no_delete before delete on act begin select raise(abort, 'the log of acts is append-only'); end;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  // A trigger's body holds a semicolon of its own: statements end where a line does.
  for (const statement of statements.split(/;\n/)) {
    const bare = statement.replace(/^\s*--.*$/gm, '').trim()
    if (bare) await sql.raw(bare).execute(db)
  }
}
