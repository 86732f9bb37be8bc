// Tables of people's posts and buildings, of who is responsible for what, and of what was looked up.
import { sql, type Kysely } from 'kysely'

const person = 'foreign key (hall_id, person_id) references person (hall_id, id) on delete cascade'
const building = 'foreign key (hall_id, building_id) references building (hall_id, id) on delete cascade'

const statements: string[] = [
  `create table building (
    hall_id text not null references hall (id), id text not null, number integer not null check (number > 0),
    name_zh text not null, name_en text not null, address_zh text not null, address_en text not null,
    group_zh text not null, group_en text not null, doors integer not null, floors integer not null,
    primary key (hall_id, id), unique (hall_id, number)
  ) strict`,

  // What residents may know of a person. Without a row, or without the day of their consent, nothing of them is published: nobody in a
  // hall from before these cards was asked yet. Days are the first and the last one in the post; found is JSON.
  `create table person_card (
    hall_id text not null, person_id text not null, consent_on text, since text, until text check (until is null or since is null or until >= since),
    found text not null check (json_valid(found)), place_zh text, place_en text, speaks text not null check (json_valid(speaks)),
    sound text not null, photo text, primary key (hall_id, person_id), check ((place_zh is null) = (place_en is null)), ${person}
  ) strict`,
  `create table person_post (
    hall_id text not null, person_id text not null, post text not null, sort integer not null, primary key (hall_id, person_id, post), ${person}
  ) strict`,
  `create table person_building (
    hall_id text not null, person_id text not null, building_id text not null, primary key (hall_id, person_id, building_id), ${person}, ${building}
  ) strict`,

  // Who is responsible for a matter, as posts: the card changes by itself when a person changes.
  `create table matter_way (
    hall_id text not null, matter_id text not null, owners text not null check (json_valid(owners)), also text not null check (json_valid(also)),
    hotlines text not null check (json_valid(hotlines)), list integer not null check (list in (0, 1)), primary key (hall_id, matter_id),
    foreign key (hall_id, matter_id) references matter (hall_id, id) on delete cascade
  ) strict`,
  `create table answer (
    hall_id text not null references hall (id), id text not null, kind text not null check (kind in ('paper', 'event')),
    words_zh text not null, words_en text not null, also text not null check (json_valid(also)), here integer not null check (here in (0, 1)),
    say_zh text not null, say_en text not null, place text check (json_valid(place)), matter_id text,
    owners text not null check (json_valid(owners)), hotlines text not null check (json_valid(hotlines)), sort integer not null,
    primary key (hall_id, id)
  ) strict`,
  `create table find_tile (
    hall_id text not null references hall (id), sort integer not null, icon text not null, words_zh text not null, words_en text not null,
    about text not null check (json_valid(about)), primary key (hall_id, sort)
  ) strict`,
  `create table letter (hall_id text primary key references hall (id), letter text not null check (json_valid(letter))) strict`,

  // How the words that are searched sound: characters, and words in which one of them sounds otherwise.
  `create table reading (
    hall_id text not null references hall (id), text text not null, sound text not null, primary key (hall_id, text)
  ) strict, without rowid`,

  // What was looked up on a day: counts of words, and nothing of who asked.
  `create table lookup (
    hall_id text not null references hall (id), date text not null, kind text not null check (kind in ('matter', 'answer', 'post', 'words')),
    what text not null, found integer not null check (found in (0, 1)), count integer not null check (count > 0),
    primary key (hall_id, date, kind, what, found)
  ) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
