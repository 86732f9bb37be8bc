// Tables of series of events, their changes, sign-ups, and calendars from outside. The events of before become series of one day.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  `create table series (
    hall_id text not null references hall (id), id text not null, title_zh text not null, title_en text not null,
    about_zh text, about_en text, kind text not null, room_id text, second_room_id text,
    starts_on text not null check (starts_on like '____-__-__'), until text check (until >= starts_on),
    time text not null check (time like '__:__'), minutes integer not null check (minutes between 1 and 1440),
    rule text not null check (json_valid(rule)),
    rest text not null check (rest in ('keep', 'next', 'previous', 'skip')),
    places integer check (places between 1 and 999), extra text not null default '[]' check (json_valid(extra)),
    except_dates text not null default '[]' check (json_valid(except_dates)), sequence integer not null default 0,
    check ((about_zh is null) = (about_en is null)), check (second_room_id is null or second_room_id <> room_id),
    primary key (hall_id, id),
    foreign key (hall_id, room_id) references room (hall_id, id),
    foreign key (hall_id, second_room_id) references room (hall_id, id)
  ) strict`,
  // The date is the one that the rule gives: it names the occurrence wherever it is moved to.
  `create table series_change (
    hall_id text not null, series_id text not null, date text not null check (date like '____-__-__'),
    cancelled integer not null check (cancelled in (0, 1)), to_date text, time text,
    minutes integer check (minutes between 1 and 1440), rooms text check (json_valid(rooms)),
    reason_zh text not null, reason_en text not null, sequence integer not null,
    primary key (hall_id, series_id, date),
    foreign key (hall_id, series_id) references series (hall_id, id) on delete cascade
  ) strict`,
  // No name and no telephone: whoever holds the code holds the place.
  `create table signup (
    hall_id text not null references hall (id), id text not null, code text not null unique, occurrence_id text not null,
    number integer not null check (number > 0), people integer not null check (people between 1 and 2),
    at text not null, cancelled_at text,
    primary key (hall_id, id), unique (hall_id, occurrence_id, number)
  ) strict`,
  `create index signup_standing on signup (hall_id, occurrence_id, number) where cancelled_at is null`,
  `create table feed (
    hall_id text not null references hall (id), id text not null, name_zh text not null, name_en text not null,
    url text, kind text not null, fetched_at text, tried_at text, failing_since text, failure text,
    primary key (hall_id, id)
  ) strict`,
  `create table imported_event (
    hall_id text not null, feed_id text not null, id text not null, title text not null,
    starts_at text not null, ends_at text not null check (ends_at > starts_at), place text,
    cancelled integer not null check (cancelled in (0, 1)),
    primary key (hall_id, id), foreign key (hall_id, feed_id) references feed (hall_id, id) on delete cascade
  ) strict`,
  // Shanghai has kept UTC+8 without summer time since 1991.
  `insert into series (hall_id, id, title_zh, title_en, kind, room_id, starts_on, time, minutes, rule, rest)
    select hall_id, id, title_zh, title_en, kind, room_id, date(starts_at, '+8 hours'),
      strftime('%H:%M', starts_at, '+8 hours'),
      max(1, min(1440, cast(round((julianday(ends_at) - julianday(starts_at)) * 1440) as integer))),
      '{"is":"once"}', 'keep' from event`,
  `drop table event`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
