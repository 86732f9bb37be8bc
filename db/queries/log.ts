// What is kept of what was asked and done: answers by idempotency key, and the append-only log of acts.
import type { ActFace } from '#contract/intents.ts'
import type { z } from 'zod'
import type { Db, Trx } from '../database.ts'

export interface Answered {
  bodyHash: string
  status: number
  reply: string
}

export async function findAnswer(
  trx: Trx,
  hall: string,
  { device, key }: { device: string; key: string },
): Promise<Answered | null> {
  const row = await trx
    .selectFrom('intent')
    .select(['body_hash as bodyHash', 'status', 'reply'])
    .where('hall_id', '=', hall)
    .where('device_id', '=', device)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

export async function keepAnswer(
  trx: Trx,
  hall: string,
  answer: Answered & { device: string; key: string; at: string },
): Promise<void> {
  await trx
    .insertInto('intent')
    .values({
      hall_id: hall,
      device_id: answer.device,
      key: answer.key,
      body_hash: answer.bodyHash,
      status: answer.status,
      reply: answer.reply,
      at: answer.at,
    })
    .execute()
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

export async function insertAct(
  trx: Trx,
  hall: string,
  { staff, act, about, detail, at }: Act & { at: string },
): Promise<void> {
  await trx.insertInto('act').values({ hall_id: hall, at, staff_id: staff, act, about, detail }).execute()
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
export async function listActs(db: Db, hall: string, most: number): Promise<z.infer<typeof ActFace>[]> {
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
