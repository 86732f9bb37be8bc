// What is kept of what was asked and done: answers by idempotency key, and the append-only log of acts.
import type { ActFace } from '#contract/intents.ts'
import type { Db, Trx } from '../database.ts'
import { prepared } from '../prepared.ts'

export interface Answered {
  bodyHash: string
  status: number
  reply: string
}

const answerOf = prepared((db, { hall, device, key }: { hall: string; device: string; key: string }) =>
  db
    .selectFrom('intent')
    .select(['body_hash as bodyHash', 'status', 'reply'])
    .where('hall_id', '=', hall)
    .where('device_id', '=', device)
    .where('key', '=', key),
)

export async function findAnswer(
  trx: Trx,
  hall: string,
  asked: { device: string; key: string },
): Promise<Answered | null> {
  return (await answerOf(trx, { hall, ...asked }))[0] ?? null
}

interface Kept extends Answered {
  device: string
  key: string
  at: string
}

const addAnswer = prepared((db, kept: Kept & { hall: string }) =>
  db.insertInto('intent').values({
    hall_id: kept.hall,
    device_id: kept.device,
    key: kept.key,
    body_hash: kept.bodyHash,
    status: kept.status,
    reply: kept.reply,
    at: kept.at,
  }),
)

export async function keepAnswer(trx: Trx, hall: string, answer: Kept): Promise<void> {
  await addAnswer(trx, { hall, ...answer })
}

/** Answers older than `before` (instant) are forgotten: no device retries for so long. */
export async function forgetAnswers(trx: Trx, before: string): Promise<void> {
  await trx.deleteFrom('intent').where('at', '<', before).execute()
}

export interface Act {
  staff: string | null
  act: string
  about: string
  detail: string
}

const addAct = prepared((db, act: Act & { hall: string; at: string }) =>
  db.insertInto('act').values({
    hall_id: act.hall,
    at: act.at,
    staff_id: act.staff,
    act: act.act,
    about: act.about,
    detail: act.detail,
  }),
)

export async function insertAct(trx: Trx, hall: string, act: Act & { at: string }): Promise<void> {
  await addAct(trx, { hall, ...act })
}

/** How often someone did `act` since an instant. */
export async function countActs(
  db: Db,
  hall: string,
  { act, staff, since }: { act: string; staff: string; since: string },
): Promise<number> {
  const { times } = await db
    .selectFrom('act')
    .select((row) => row.fn.countAll<number>().as('times'))
    .where('hall_id', '=', hall)
    .where('staff_id', '=', staff)
    .where('act', '=', act)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return times
}

/** The newest acts, newest first. */
export async function listActs(db: Db, hall: string, most: number): Promise<ActFace[]> {
  const rows = await db
    .selectFrom('act')
    .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'act.staff_id').onRef('staff.hall_id', '=', 'act.hall_id'))
    .select(['act.at', 'staff.name as staff', 'act.act', 'act.about', 'act.detail'])
    .where('act.hall_id', '=', hall)
    .orderBy('act.id', 'desc')
    .limit(most)
    .execute()
  return rows
}
