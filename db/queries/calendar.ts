// The calendar: series with their changes, what came from outside, and who signed up. Rows and the domain.
import type { Selectable } from 'kysely'
import type { EventFace } from '#contract/views.ts'
import type { EventKind } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import {
  eventFace,
  eventsBetween,
  occurrenceId,
  type Calendar,
  type Change,
  type Imported,
  type Series,
} from '#domain/calendar.ts'
import type { SignedUp } from '#domain/calendar-places.ts'
import { ruleDates, type RestRule, type Rule } from '#domain/recurrence.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import type { Db, Trx } from '../database.ts'
import type { ChangeRow, SeriesRow } from '../tables/calendar.ts'

/** What the book holds of it, read anew with each revision of the book. */
export async function readCalendar(db: Db, hall: string): Promise<Calendar> {
  const rows = await db.selectFrom('series').selectAll().where('hall_id', '=', hall).orderBy('id').execute()
  const changes = await db.selectFrom('series_change').selectAll().where('hall_id', '=', hall).execute()
  const imported = await db
    .selectFrom('imported_event')
    .innerJoin('feed', (join) =>
      join.onRef('feed.id', '=', 'imported_event.feed_id').onRef('feed.hall_id', '=', 'imported_event.hall_id'),
    )
    .selectAll('imported_event')
    .select('feed.kind')
    .where('imported_event.hall_id', '=', hall)
    .execute()
  const signups = await db
    .selectFrom('signup')
    .select(['occurrence_id', 'number', 'people'])
    .where('hall_id', '=', hall)
    .where('cancelled_at', 'is', null)
    .orderBy('number')
    .execute()
  const signed = new Map<string, SignedUp[]>()
  for (const { occurrence_id, number, people } of signups) {
    const list = signed.get(occurrence_id) ?? []
    list.push({ number, people })
    signed.set(occurrence_id, list)
  }
  return {
    series: rows.map((row) =>
      toSeries(
        row,
        changes.filter((change) => change.series_id === row.id),
      ),
    ),
    imported: imported.map((row): Imported => ({
      id: row.id,
      title: { zh: row.title, en: row.title },
      kind: row.kind as EventKind,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place,
      cancelled: row.cancelled === 1,
    })),
    signed,
  }
}

function toSeries(row: Selectable<SeriesRow>, changes: readonly ChangeRow[]): Series {
  return {
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    about: row.about_zh === null || row.about_en === null ? null : { zh: row.about_zh, en: row.about_en },
    kind: row.kind as EventKind,
    rooms: [row.room_id, row.second_room_id].filter((room) => room !== null),
    startsOn: row.starts_on,
    until: row.until,
    time: row.time,
    minutes: row.minutes,
    rule: JSON.parse(row.rule) as Rule,
    rest: row.rest as RestRule,
    places: row.places,
    extra: JSON.parse(row.extra) as string[],
    except: JSON.parse(row.except_dates) as string[],
    changes: new Map(changes.map((change) => [change.date, toChange(change)])),
    sequence: row.sequence,
  }
}

const toChange = (row: ChangeRow): Change => ({
  cancelled: row.cancelled === 1,
  to: row.to_date,
  time: row.time,
  minutes: row.minutes,
  rooms: row.rooms === null ? null : (JSON.parse(row.rooms) as string[]),
  reason: { zh: row.reason_zh, en: row.reason_en },
  sequence: row.sequence,
})

/** What is on during a stretch of time: `from` inclusive, `to` exclusive, both instants, in order of its beginning. */
export async function readEvents(
  _db: Db,
  book: Book,
  { from, to }: { from: string; to: string },
): Promise<EventFace[]> {
  const date = (at: string) => serviceDate(Date.parse(at), book.hall.zone)
  return eventsBetween(book, date(from), date(to))
    .filter(({ startsAt, endsAt }) => endsAt > from && startsAt < to)
    .map((one) => eventFace(book, one))
}

/** The row of a series without its changes. */
export function seriesRow(hall_id: string, series: Omit<Series, 'changes' | 'sequence'>) {
  return {
    hall_id,
    id: series.id,
    title_zh: series.title.zh,
    title_en: series.title.en,
    about_zh: series.about?.zh ?? null,
    about_en: series.about?.en ?? null,
    kind: series.kind,
    room_id: series.rooms[0] ?? null,
    second_room_id: series.rooms[1] ?? null,
    starts_on: series.startsOn,
    until: series.until,
    time: series.time,
    minutes: series.minutes,
    rule: JSON.stringify(series.rule),
    rest: series.rest,
    places: series.places,
    extra: JSON.stringify(series.extra),
    except_dates: JSON.stringify(series.except),
  }
}

export async function insertSeries(
  trx: Trx,
  hall: string,
  series: Omit<Series, 'changes' | 'sequence'>,
): Promise<void> {
  await trx.insertInto('series').values(seriesRow(hall, series)).execute()
}

/** Its changes stay. */
export async function updateSeries(trx: Trx, hall: string, series: Omit<Series, 'changes'>): Promise<void> {
  const { hall_id, id, ...columns } = seriesRow(hall, series)
  await trx
    .updateTable('series')
    .set({ ...columns, sequence: series.sequence })
    .where('hall_id', '=', hall_id)
    .where('id', '=', id)
    .execute()
}

export async function deleteSeries(trx: Trx, hall: string, id: string): Promise<void> {
  await trx.deleteFrom('series').where('hall_id', '=', hall).where('id', '=', id).execute()
}

/** `change`: null takes it back. */
export async function setChange(
  trx: Trx,
  hall: string,
  { series, date, change }: { series: string; date: string; change: Change | null },
): Promise<void> {
  const key = { hall_id: hall, series_id: series, date }
  await trx
    .deleteFrom('series_change')
    .where('hall_id', '=', hall)
    .where('series_id', '=', series)
    .where('date', '=', date)
    .execute()
  if (!change) return
  const { cancelled, to, time, minutes, rooms, reason, sequence } = change
  const row = { ...key, cancelled: cancelled ? (1 as const) : (0 as const), to_date: to, time, minutes, sequence }
  await trx
    .insertInto('series_change')
    .values({ ...row, rooms: rooms && JSON.stringify(rooms), reason_zh: reason.zh, reason_en: reason.en })
    .execute()
}

/** A demonstration's sign-ups for the first day of a series: strangers, so nobody holds their codes. */
export function sampleSignups(
  hall_id: string,
  { signedUp, ...series }: Omit<Series, 'changes' | 'sequence'> & { signedUp: number },
  { today, at, ids }: { today: string; at: string; ids: () => string },
) {
  const first = ruleDates(series.rule, series.startsOn, { from: today, to: plusDays(today, 400) })[0]
  if (first === undefined) return []
  return Array.from({ length: signedUp }, (_, index) => {
    const id = ids()
    return { hall_id, id, code: id, occurrence_id: occurrenceId(series.id, first), number: index + 1, people: 1, at }
  })
}
