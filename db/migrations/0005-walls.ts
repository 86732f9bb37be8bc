// Tables of the walls' layouts, and which display shows which. What a wall leaves out (null) is as usual for its duty.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  `create table wall (
    hall_id text not null references hall (id), id text not null, name_zh text not null, name_en text not null,
    duty text not null check (duty in ('hall', 'calls', 'house', 'door')), room_id text,
    distance real check (distance > 0), diagonal real check (diagonal > 0), movement integer check (movement in (0, 1)),
    night text check (json_valid(night)), panels text not null check (json_valid(panels)), sort integer not null,
    primary key (hall_id, id), foreign key (hall_id, room_id) references room (hall_id, id)
  ) strict`,
  // A wall that is removed takes its displays' choice with it: they show the first wall again.
  `create table wall_display (
    hall_id text not null references hall (id), device_id text not null, wall_id text not null, primary key (hall_id, device_id),
    foreign key (hall_id, device_id) references device (hall_id, id),
    foreign key (hall_id, wall_id) references wall (hall_id, id) on delete cascade
  ) strict`,
  // A hall from before there were layouts goes on with the one wall that it had.
  `insert into wall (hall_id, id, name_zh, name_en, duty, panels, sort)
    select id, 'main', '大厅大屏', 'Hall wall', 'hall', '{}', 0 from hall`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
