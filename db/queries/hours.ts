// The hours: published patterns, dated exceptions, holidays and what is put to residents.
import type { HallDate } from '#contract/text.ts'
import type { SpanFace } from '#contract/views.ts'
import type { HolidayYear } from '#domain/holidays-table.ts'
import type { HolidayDay } from '#domain/holidays.ts'
import type { Hours, Pattern } from '#domain/hours.ts'
import type { Proposal } from '#domain/hours-proposal.ts'
import type { Db, Trx } from '../database.ts'
import type { HoursTables } from '../tables/hours.ts'

/** Stands for "since ever" in the table. */
const EVER = '0001-01-01'

/** In order of the day: a book may list them otherwise. */
const inOrder = (spans: readonly SpanFace[]) => [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))

export async function readHours(db: Db, hall: string, zone: string): Promise<Hours> {
  const patterns = await db
    .selectFrom('hours_pattern')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('valid_from')
    .execute()
  const exceptions = await db.selectFrom('hours_exception').selectAll().where('hall_id', '=', hall).execute()
  const years = await readHolidayYears(db, hall)
  const proposals = await db
    .selectFrom('proposal')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('withdrawn_at', 'is', null)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return {
    zone,
    patterns: patterns.map(toPattern),
    exceptions: new Map(
      exceptions.map(({ date, spans, reason_zh, reason_en, source }) => [
        date,
        { spans: inOrder(JSON.parse(spans) as SpanFace[]), reason: { zh: reason_zh, en: reason_en }, source },
      ]),
    ),
    holidays: {
      years: new Map(years.map(({ year, source }) => [year, { source }])),
      days: new Map(years.flatMap(({ days }) => days.map((day) => [day.date, day] as const))),
    },
    proposals: proposals.map(toProposal),
  }
}

function toPattern(row: Pick<HoursTables['hours_pattern'], 'valid_from' | 'weekly' | 'holiday' | 'source'>): Pattern {
  const weekly = JSON.parse(row.weekly) as SpanFace[][]
  return {
    from: row.valid_from === EVER ? null : row.valid_from,
    weekly: new Map(weekly.map((spans, index) => [index + 1, inOrder(spans)])),
    holiday: inOrder(JSON.parse(row.holiday) as SpanFace[]),
    source: row.source,
  }
}

function toProposal(row: HoursTables['proposal']): Proposal {
  return {
    id: row.id,
    question: { zh: row.question_zh, en: row.question_en },
    options: JSON.parse(row.options) as Proposal['options'],
    from: row.from_date,
    until: row.until_date,
    decision:
      row.decided_on === null ? null : { on: row.decided_on, option: row.decided_option, words: row.decision ?? '' },
  }
}

/** The covered years in order, each with its days in order. */
export async function readHolidayYears(db: Db, hall: string): Promise<HolidayYear[]> {
  const years = await db.selectFrom('holiday_year').selectAll().where('hall_id', '=', hall).orderBy('year').execute()
  const days = await db.selectFrom('holiday_day').selectAll().where('hall_id', '=', hall).orderBy('date').execute()
  return years.map(({ year, source }) => ({
    year,
    source,
    days: days
      .filter((day) => day.year === year)
      .map(({ date, name_zh, name_en, kind, same_as }): HolidayDay => {
        return { date, name: { zh: name_zh, en: name_en }, kind, like: same_as }
      }),
  }))
}

/** How often hours were edited. */
export async function hoursVersion(db: Db, hall: string): Promise<number> {
  const row = await db.selectFrom('hours_edit').select('version').where('hall_id', '=', hall).executeTakeFirst()
  return row?.version ?? 0
}

export async function bumpHoursVersion(trx: Trx, hall: string): Promise<number> {
  const { version } = await trx
    .insertInto('hours_edit')
    .values({ hall_id: hall, version: 1 })
    .onConflict((conflict) =>
      conflict.column('hall_id').doUpdateSet((row) => ({ version: row('hours_edit.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The published hours from a day on; what was published for that same day is replaced. */
export async function writePattern(trx: Trx, hall: string, { from, weekly, holiday, source }: Pattern): Promise<void> {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => weekly.get(day) ?? [])
  const values = { weekly: JSON.stringify(days), holiday: JSON.stringify(holiday), source }
  await trx
    .insertInto('hours_pattern')
    .values({ hall_id: hall, valid_from: from ?? EVER, ...values })
    .onConflict((conflict) => conflict.columns(['hall_id', 'valid_from']).doUpdateSet(values))
    .execute()
}

export async function removePattern(trx: Trx, hall: string, from: HallDate): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('hours_pattern')
    .where('hall_id', '=', hall)
    .where('valid_from', '=', from)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function writeException(
  trx: Trx,
  hall: string,
  {
    date,
    spans,
    reason,
    source,
  }: Hours['exceptions'] extends ReadonlyMap<string, infer E> ? E & { date: HallDate } : never,
): Promise<void> {
  const values = { spans: JSON.stringify(spans), reason_zh: reason.zh, reason_en: reason.en, source }
  await trx
    .insertInto('hours_exception')
    .values({ hall_id: hall, date, ...values })
    .onConflict((conflict) => conflict.columns(['hall_id', 'date']).doUpdateSet(values))
    .execute()
}

export async function removeException(trx: Trx, hall: string, date: HallDate): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('hours_exception')
    .where('hall_id', '=', hall)
    .where('date', '=', date)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A year's table, whole: what stood there for that year before is gone. */
export async function writeHolidayYear(trx: Trx, hall: string, { year, source, days }: HolidayYear): Promise<void> {
  await trx.deleteFrom('holiday_day').where('hall_id', '=', hall).where('year', '=', year).execute()
  await trx
    .insertInto('holiday_year')
    .values({ hall_id: hall, year, source })
    .onConflict((conflict) => conflict.columns(['hall_id', 'year']).doUpdateSet({ source }))
    .execute()
  const rows = days.map(({ date, name, kind, like }) => {
    return { hall_id: hall, date, year, name_zh: name.zh, name_en: name.en, kind, same_as: like }
  })
  if (rows.length > 0) await trx.insertInto('holiday_day').values(rows).execute()
}

/** Which weekday's hours a make-up workday keeps. */
export async function setMakeup(
  trx: Trx,
  hall: string,
  { date, like }: { date: HallDate; like: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('holiday_day')
    .set({ same_as: like })
    .where('hall_id', '=', hall)
    .where('date', '=', date)
    .where('kind', '=', 'work')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
