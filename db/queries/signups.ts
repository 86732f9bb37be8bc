// Who signed up for an event: a number and a code, and nothing else.
import type { Db, Trx } from '../database.ts'

export interface Signup {
  code: string
  occurrence: string
  number: number
  people: number
  at: string
  cancelledAt: string | null
}

const columns = [
  'code',
  'occurrence_id as occurrence',
  'number',
  'people',
  'at',
  'cancelled_at as cancelledAt',
] as const

export async function findSignup(db: Db, hall: string, code: string): Promise<Signup | null> {
  const row = await db
    .selectFrom('signup')
    .select(columns)
    .where('hall_id', '=', hall)
    .where('code', '=', code)
    .executeTakeFirst()
  return row ?? null
}

/** Those who signed up for one occurrence, cancelled ones too, in the order of their numbers. */
export async function listSignups(db: Db, hall: string, occurrence: string): Promise<Signup[]> {
  return db
    .selectFrom('signup')
    .select(columns)
    .where('hall_id', '=', hall)
    .where('occurrence_id', '=', occurrence)
    .orderBy('number')
    .execute()
}

/** Returns its number: one more than the last that was given for the occurrence. */
export async function insertSignup(
  trx: Trx,
  hall: string,
  { id, ...signup }: Omit<Signup, 'number' | 'cancelledAt'> & { id: string },
): Promise<number> {
  const last = await trx
    .selectFrom('signup')
    .select((row) => row.fn.max('number').as('number'))
    .where('hall_id', '=', hall)
    .where('occurrence_id', '=', signup.occurrence)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const { code, occurrence, people, at } = signup
  await trx
    .insertInto('signup')
    .values({ hall_id: hall, id, code, occurrence_id: occurrence, number, people, at })
    .execute()
  return number
}

export async function cancelSignup(trx: Trx, hall: string, { code, at }: { code: string; at: string }): Promise<void> {
  await trx
    .updateTable('signup')
    .set({ cancelled_at: at })
    .where('hall_id', '=', hall)
    .where('code', '=', code)
    .execute()
}

/** Sign-ups older than `before` (instant) are of no use to anybody. */
export async function forgetSignups(trx: Trx, hall: string, before: string): Promise<void> {
  await trx.deleteFrom('signup').where('hall_id', '=', hall).where('at', '<', before).execute()
}
