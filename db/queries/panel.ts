// What the panel of those who run the hall adds to the desk's view: waits against the targets. Each is one look at an index.
import type { Db } from '../database.ts'

interface Lane {
  date: string
  lane: string
  /** Whoever joined earlier than this instant waits beyond the target. */
  before: string
}

export async function laneWaits(
  db: Db,
  hall: string,
  { date, lane, before }: Lane,
): Promise<{ waiting: number; late: number; since: string | null }> {
  const row = await db
    .selectFrom('ticket')
    .select((of) => [
      of.fn.countAll<number>().as('waiting'),
      of.fn.sum<number | null>(of.case().when('joined_at', '<', before).then(1).else(0).end()).as('late'),
      of.fn.min('joined_at').as('since'),
    ])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('lane_id', '=', lane)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return { waiting: row.waiting, late: Number(row.late ?? 0), since: row.since }
}

export async function longestWaiting(
  db: Db,
  hall: string,
  { date, lane, before, most }: Lane & { most: number },
): Promise<{ prefix: string; number: number; matter: string; joinedAt: string }[]> {
  return db
    .selectFrom('ticket')
    .select(['prefix', 'number', 'matter_id as matter', 'joined_at as joinedAt'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('lane_id', '=', lane)
    .where('state', '=', 'waiting')
    .where('joined_at', '<', before)
    .orderBy('joined_at')
    .limit(most)
    .execute()
}

/** Since when somebody sits at each window, by its id. */
export async function seatedSince(db: Db, hall: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('service_window')
    .select(['id', 'seated_at'])
    .where('hall_id', '=', hall)
    .where('staff_id', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, seated_at }) => (seated_at === null ? [] : [[id, seated_at] as const])))
}
