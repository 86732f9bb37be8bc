// Tables of published hours and the day from which they hold, holidays, proposals and the residents' voices. The weekly hours that a
// hall has become its first pattern; the holidays that are known come with it.
import { sql, type Kysely } from 'kysely'
import { knownHolidays } from '../seed/known-holidays.ts'

/** The pattern that has held since ever. */
const EVER = '0001-01-01'

const statements: string[] = [
  `create table hours_edit (hall_id text primary key references hall (id), version integer not null) strict`,
  `create table hours_pattern (
    hall_id text not null references hall (id), valid_from text not null, weekly text not null check (json_array_length(weekly) = 7),
    holiday text not null check (json_valid(holiday)), source text, primary key (hall_id, valid_from)
  ) strict`,
  `create table holiday_year (
    hall_id text not null references hall (id), year integer not null, source text not null, primary key (hall_id, year)
  ) strict`,
  `create table holiday_day (
    hall_id text not null, date text not null, year integer not null, name_zh text not null, name_en text not null,
    kind text not null check (kind in ('rest', 'work')), same_as integer check (same_as between 1 and 7),
    check ((kind = 'work') = (same_as is not null)), primary key (hall_id, date),
    foreign key (hall_id, year) references holiday_year (hall_id, year) on delete cascade
  ) strict`,
  `create table proposal (
    hall_id text not null references hall (id), id text not null, question_zh text not null, question_en text not null,
    options text not null check (json_valid(options)), from_date text not null, until_date text not null check (until_date >= from_date),
    withdrawn_at text, decided_on text, decided_option text, decision text, primary key (hall_id, id)
  ) strict`,
  `create table voice (
    hall_id text not null, proposal_id text not null, ticket_id text not null references ticket (id), option_id text not null,
    at text not null, primary key (hall_id, proposal_id, ticket_id), foreign key (hall_id, proposal_id) references proposal (hall_id, id)
  ) strict, without rowid`,
  `insert into hours_edit (hall_id, version) select id, 1 from hall`,
  `insert into hours_pattern (hall_id, valid_from, weekly, holiday)
    select hall.id, '${EVER}', (
      select json_group_array(json(spans)) from (
        select (
          select coalesce(json_group_array(json_object('from', from_time, 'to', to_time, 'kind', kind)), '[]') from (
            select from_time, to_time, kind from hours_weekly
            where hours_weekly.hall_id = hall.id and weekday = day.value order by from_time
          )
        ) as spans from json_each('[1,2,3,4,5,6,7]') as day order by day.value
      )
    ), '[{"from":"08:30","to":"11:30","kind":"holiday"}]' from hall`,
  `drop table hours_weekly`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const { year, source, days } of knownHolidays) {
    await sql`insert into holiday_year (hall_id, year, source) select id, ${year}, ${source} from hall`.execute(db)
    for (const { date, name, kind, like } of days)
      await sql`insert into holiday_day (hall_id, date, year, name_zh, name_en, kind, same_as)
        select id, ${date}, ${year}, ${name.zh}, ${name.en}, ${kind}, ${like} from hall`.execute(db)
  }
}
