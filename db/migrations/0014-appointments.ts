// Appointments: which lanes take them, and those that were booked. A hall that exists gets the class, and takes none until its manager says so.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  `create table lane_appointments (
    hall_id text not null, lane_id text not null, every integer not null check (every between 5 and 120),
    share integer not null check (share between 1 and 80),
    primary key (hall_id, lane_id), foreign key (hall_id, lane_id) references lane (hall_id, id) on delete cascade
  ) strict`,
  // No name and no telephone: whoever holds the code holds the appointment. Lane and matter may go while it stands: then it is cancelled.
  `create table appointment (
    hall_id text not null references hall (id), id text not null, code text not null unique, short text not null,
    matter_id text not null, lane_id text not null, date text not null check (date like '____-__-__'),
    slot text not null, place integer not null check (place > 0),
    booked_at text not null, booked_by text not null check (booked_by in ('phone', 'desk')), note text,
    state text not null check (state in ('booked', 'arrived', 'absent', 'cancelled')), state_at text not null,
    why text check (why in ('resident', 'staff', 'hours')), reason_zh text, reason_en text, seen_at text,
    ticket_id text references ticket (id), sequence integer not null default 0,
    check ((state = 'cancelled') = (why is not null)), check ((state = 'arrived') = (ticket_id is not null)),
    check ((reason_zh is null) = (reason_en is null)),
    primary key (hall_id, id), unique (hall_id, short)
  ) strict`,
  `create unique index appointment_place on appointment (hall_id, lane_id, slot, place) where state <> 'cancelled'`,
  `create index appointment_to_come on appointment (hall_id, slot) where state = 'booked'`,
  `create index appointment_by_date on appointment (hall_id, date)`,
  `insert into ticket_class (hall_id, id, name_zh, name_en, head_start, choice, sort)
    select hall.id, 'appointment', '预约到场', 'With an appointment', 10, 0,
      (select coalesce(max(sort), 0) + 1 from ticket_class where hall_id = hall.id)
    from hall where not exists (select 1 from ticket_class where hall_id = hall.id and id = 'appointment')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
