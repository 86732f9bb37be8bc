// Tables of what is decided and recorded when a day closes, of what became of paper, and of the hall's targets.
import { sql, type Kysely } from 'kysely'

const statements: string[] = [
  `create table closing_decision (
    hall_id text not null references hall (id), step_id text not null, ticket_id text not null references ticket (id),
    service_date text not null, decision text not null check (decision in ('next_day', 'handed_over', 'phone_call', 'left')),
    primary key (hall_id, step_id), foreign key (hall_id, step_id) references step (hall_id, id)
  ) strict, without rowid`,
  `create index closing_decision_by_ticket on closing_decision (ticket_id)`,
  `create index closing_decision_by_day on closing_decision (hall_id, service_date)`,
  `create table closing_day (
    hall_id text not null references hall (id), service_date text not null, closes_at text not null,
    waiting integer not null check (waiting >= 0), primary key (hall_id, service_date)
  ) strict, without rowid`,
  `create table paper (
    hall_id text not null references hall (id), id text not null, ticket_id text not null references ticket (id),
    outcome text not null check (outcome in ('unprinted', 'printed', 'failed')), at text not null, primary key (hall_id, id)
  ) strict, without rowid`,
  `create index paper_by_ticket on paper (ticket_id)`,
  `create trigger paper_no_update before update on paper begin select raise(abort, 'what became of paper is append-only'); end`,
  `create table target (
    hall_id text not null references hall (id), lane_id text not null, wait integer not null check (wait between 1 and 240),
    primary key (hall_id, lane_id)
  ) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
