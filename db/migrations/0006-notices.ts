// Tables of notices, their way to admission, and the files that they show.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  // A file by its content. What was shown once is remembered after it is gone, so that its address says so.
  `create table media (
    hall_id text not null references hall (id), hash text not null check (length(hash) = 64), type text not null,
    bytes integer not null, width integer not null, height integer not null, seconds real,
    stored_at text not null, removed_at text, primary key (hall_id, hash)
  ) strict`,
  `create table notice (
    hall_id text not null references hall (id), id text not null, sort integer not null, made_at text not null,
    primary key (hall_id, id)
  ) strict`,
  // What a version says never changes; its state does. Only an admitted one names an office and the number of the filing.
  `create table notice_version (
    hall_id text not null, notice_id text not null, version integer not null check (version > 0),
    state text not null check (state in ('draft', 'submitted', 'refused', 'admitted', 'taken_down', 'discarded')),
    section text not null check (section in ('notice', 'rule')),
    kind text not null check (kind in ('text', 'picture', 'page', 'film')),
    title_zh text not null, title_en text not null, body text not null check (json_valid(body)),
    media_hash text, poster_hash text, original_hash text, alt_zh text, alt_en text,
    places text not null check (json_valid(places)), from_date text not null, until_date text,
    made_at text not null, stepped_at text not null, office text, reference text, admitted_at text,
    primary key (hall_id, notice_id, version),
    foreign key (hall_id, notice_id) references notice (hall_id, id),
    foreign key (hall_id, media_hash) references media (hall_id, hash),
    foreign key (hall_id, poster_hash) references media (hall_id, hash),
    foreign key (hall_id, original_hash) references media (hall_id, hash),
    check (until_date is null or until_date >= from_date),
    check ((kind = 'text') = (media_hash is null)),
    check (state <> 'admitted' or (office is not null and reference is not null and admitted_at is not null))
  ) strict`,
  // One version at a time is on its way to admission.
  `create unique index notice_open on notice_version (hall_id, notice_id) where state in ('draft', 'submitted')`,
  `create index notice_admitted on notice_version (hall_id) where state = 'admitted'`,
  `create trigger notice_version_says before update of
    section, kind, title_zh, title_en, body, media_hash, poster_hash, original_hash, alt_zh, alt_en, places, from_date, until_date
    on notice_version begin select raise(abort, 'a version never changes what it says'); end`,
  `create table notice_step (
    id integer primary key, hall_id text not null, notice_id text not null, version integer not null, step text not null,
    at text not null, staff_id text, note text not null,
    foreign key (hall_id, notice_id, version) references notice_version (hall_id, notice_id, version)
  ) strict`,
  `create index notice_step_by_notice on notice_step (hall_id, notice_id)`,
  `create trigger notice_step_no_update before update on notice_step begin select raise(abort, 'the trail of a notice is append-only'); end`,
  `create trigger notice_step_no_delete before delete on notice_step begin select raise(abort, 'the trail of a notice is append-only'); end`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
