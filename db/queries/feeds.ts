// Calendars from outside: where they come from, how the last look at them went, and the last good copy.
import type { EventKind } from '#contract/words.ts'
import type { Imported } from '#domain/calendar.ts'
import type { Db, Trx } from '../database.ts'

export interface Feed {
  id: string
  name: { zh: string; en: string }
  url: string | null
  kind: EventKind
  fetchedAt: string | null
  triedAt: string | null
  failingSince: string | null
  events: number
}

export async function listFeeds(db: Db, hall: string): Promise<Feed[]> {
  const rows = await db.selectFrom('feed').selectAll().where('hall_id', '=', hall).orderBy('id').execute()
  const counts = await db
    .selectFrom('imported_event')
    .select(['feed_id', (row) => row.fn.countAll<number>().as('events')])
    .where('hall_id', '=', hall)
    .groupBy('feed_id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    url: row.url,
    kind: row.kind as EventKind,
    fetchedAt: row.fetched_at,
    triedAt: row.tried_at,
    failingSince: row.failing_since,
    events: counts.find(({ feed_id }) => feed_id === row.id)?.events ?? 0,
  }))
}

export async function insertFeed(
  trx: Trx,
  hall: string,
  { id, name, url, kind }: Pick<Feed, 'id' | 'name' | 'url' | 'kind'>,
): Promise<void> {
  await trx.insertInto('feed').values({ hall_id: hall, id, name_zh: name.zh, name_en: name.en, url, kind }).execute()
}

/** A new good copy in the place of the last. */
export async function keepCopy(
  trx: Trx,
  hall: string,
  { feed, at, events }: { feed: string; at: string; events: readonly Omit<Imported, 'kind'>[] },
): Promise<void> {
  await trx.deleteFrom('imported_event').where('hall_id', '=', hall).where('feed_id', '=', feed).execute()
  const rows = events.map(({ id, title, startsAt, endsAt, place, cancelled }) => ({
    hall_id: hall,
    feed_id: feed,
    id,
    title: title.zh,
    starts_at: startsAt,
    ends_at: endsAt,
    place,
    cancelled: cancelled ? (1 as const) : (0 as const),
  }))
  for (let from = 0; from < rows.length; from += 500)
    await trx
      .insertInto('imported_event')
      .values(rows.slice(from, from + 500))
      .execute()
  await trx
    .updateTable('feed')
    .set({ fetched_at: at, tried_at: at, failing_since: null, failure: null })
    .where('hall_id', '=', hall)
    .where('id', '=', feed)
    .execute()
}

/** It could not be had: the last good copy stays. */
export async function keepFailure(
  trx: Trx,
  hall: string,
  { feed, at, failure }: { feed: string; at: string; failure: string },
): Promise<void> {
  await trx
    .updateTable('feed')
    .set((row) => ({ tried_at: at, failure, failing_since: row.fn.coalesce('failing_since', row.val(at)) }))
    .where('hall_id', '=', hall)
    .where('id', '=', feed)
    .execute()
}

export async function deleteFeed(trx: Trx, hall: string, id: string): Promise<boolean> {
  const [done] = await trx.deleteFrom('feed').where('hall_id', '=', hall).where('id', '=', id).execute()
  return done !== undefined && done.numDeletedRows > 0n
}
