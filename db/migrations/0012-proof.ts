// What the screens have proven of each call; how many proven calls a hall asks for before a number is missed; why one was missed without.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  // screen: a display's device id, or the word phone: whoever follows the number. Instants are the hub's.
  `create table call_proof (
    hall_id text not null, call_id text not null, screen text not null, painted_at text, spoken_at text,
    primary key (hall_id, call_id, screen), check (painted_at is not null or spoken_at is not null),
    foreign key (hall_id, call_id) references call (hall_id, id) on delete cascade
  ) strict, without rowid`,
  `alter table hall add column proven_calls integer not null default 1 check (proven_calls between 0 and 9)`,
  `alter table step add column reason text`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
