// What was looked up, counted by day.
import type { HallDate } from '#contract/text.ts'
import type { LookupKind } from '#contract/words.ts'
import type { Db, Trx } from '../database.ts'

export interface Looked {
  kind: LookupKind
  what: string
  found: boolean
}

/** Once more on that day. */
export async function countLookup(
  trx: Trx,
  hall: string,
  { date, kind, what, found }: Looked & { date: HallDate },
): Promise<void> {
  await trx
    .insertInto('lookup')
    .values({ hall_id: hall, date, kind, what, found: found ? 1 : 0, count: 1 })
    .onConflict((there) =>
      there
        .columns(['hall_id', 'date', 'kind', 'what', 'found'])
        .doUpdateSet((row) => ({ count: row('lookup.count', '+', 1) })),
    )
    .execute()
}

/** How many different things were looked up on a day, and how often in all. */
export async function lookupsOn(db: Db, hall: string, date: HallDate): Promise<{ kinds: number; count: number }> {
  const row = await db
    .selectFrom('lookup')
    .select(({ fn }) => [fn.countAll<number>().as('kinds'), fn.sum<number | null>('count').as('count')])
    .where('hall_id', '=', hall)
    .where('date', '=', date)
    .executeTakeFirstOrThrow()
  return { kinds: Number(row.kinds), count: Number(row.count ?? 0) }
}

/** The most frequent since a date, first. `days`: on how many days. */
export async function listLookups(
  db: Db,
  hall: string,
  { from, most }: { from: HallDate; most: number },
): Promise<(Looked & { count: number; days: number })[]> {
  const rows = await db
    .selectFrom('lookup')
    .select(({ fn }) => [
      'kind',
      'what',
      'found',
      fn.sum<number>('count').as('count'),
      fn.count<number>('date').as('days'),
    ])
    .where('hall_id', '=', hall)
    .where('date', '>=', from)
    .groupBy(['kind', 'what', 'found'])
    .orderBy('count', 'desc')
    .orderBy('what')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    what: row.what,
    found: row.found === 1,
    count: Number(row.count),
    days: Number(row.days),
  }))
}

export async function forgetLookups(trx: Trx, hall: string, before: HallDate): Promise<void> {
  await trx.deleteFrom('lookup').where('hall_id', '=', hall).where('date', '<', before).execute()
}
