// Tables of emergency messages: each with its parts, and who acknowledged them; what came from outside; the hall's own prepared words.
import { sql, type Kysely } from 'kysely'

const hazards = `('flood', 'typhoon', 'fire', 'gas', 'heat', 'missing', 'other')`
const steps = `('alert', 'update', 'renew', 'clear', 'cancel')`
const words = `headline_zh text not null, headline_en text not null, instruction_zh text not null, instruction_en text not null,
  where_zh text, where_en text, check ((where_zh is null) = (where_en is null))`

const statements: string[] = [
  `create table alert (
    hall_id text not null references hall (id), id text not null, hazard text not null check (hazard in ${hazards}),
    drill integer not null check (drill in (0, 1)), source text, primary key (hall_id, id)
  ) strict`,
  // A drill never becomes real, whoever writes.
  `create trigger alert_no_update before update on alert begin select raise(abort, 'a message stays what it is'); end`,
  `create table alert_part (
    hall_id text not null, id text not null, alert_id text not null, step text not null check (step in ${steps}),
    sent_at text not null, expires_at text not null check (expires_at > sent_at), staff_id text, reference text,
    ${words}, primary key (hall_id, id), foreign key (hall_id, alert_id) references alert (hall_id, id)
  ) strict`,
  `create index alert_part_by_alert on alert_part (hall_id, alert_id, id)`,
  `create index alert_part_by_end on alert_part (hall_id, expires_at)`,
  `create unique index alert_part_reference on alert_part (hall_id, reference) where reference is not null`,
  // What was shown to everybody is history.
  `create trigger alert_part_no_update before update on alert_part begin select raise(abort, 'what was sent stays'); end`,
  `create trigger alert_part_no_delete before delete on alert_part begin select raise(abort, 'what was sent stays'); end`,
  `create table alert_ack (
    hall_id text not null, part_id text not null, staff_id text not null, at text not null,
    primary key (hall_id, part_id, staff_id),
    foreign key (hall_id, part_id) references alert_part (hall_id, id), foreign key (hall_id, staff_id) references staff (hall_id, id)
  ) strict`,
  `create table alert_draft (
    hall_id text not null references hall (id), id text not null, step text not null check (step in ${steps}), alert_id text,
    hazard text not null check (hazard in ${hazards}), drill integer not null check (drill in (0, 1)), expires_at text,
    reference text not null, sender text not null, lacks text check (lacks in ('zh', 'en')),
    cut integer not null check (cut in (0, 1)), received_at text not null, settled_at text,
    ${words}, primary key (hall_id, id), unique (hall_id, reference)
  ) strict`,
  `create table alert_plan (
    hall_id text not null references hall (id), hazard text not null check (hazard in ${hazards}), ${words},
    primary key (hall_id, hazard)
  ) strict`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
