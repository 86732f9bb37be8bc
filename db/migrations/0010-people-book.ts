// Tables of what was changed in the book of people, of photos, and of tables that wait to be applied.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  // Small squares: in the database they are in every copy of it, and gone with the row.
  `create table photo (
    hall_id text not null references hall (id), hash text not null, type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
    side integer not null check (side > 0), bytes blob not null, at text not null, primary key (hall_id, hash)
  ) strict`,

  // Each entry before and after, so that a change can be taken back. Forgotten after a month: it holds what people no longer publish.
  `create table people_change (
    hall_id text not null references hall (id), id text not null, at text not null, staff_id text,
    how text not null check (how in ('edit', 'remove', 'leave', 'import', 'undo')), entries text not null check (json_valid(entries)),
    undone_at text, primary key (hall_id, id)
  ) strict`,

  // A table that was looked at and not applied yet.
  `create table people_import (
    hall_id text not null references hall (id), id text not null, at text not null, staff_id text,
    wanted text not null check (json_valid(wanted)), digest text not null, primary key (hall_id, id)
  ) strict`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
