// Leave, swaps, and the ledger of compensatory rest.
import type { LeaveKind } from '#contract/words.ts'
import type { LeaveFace, SwapFace } from '#contract/roster.ts'
import type { Db, Trx } from '../database.ts'

export interface Leave {
  id: string
  person: string
  /** Dates, both included. */
  from: string
  to: string
  kind: LeaveKind
  reason: string
  /** Rest that it takes from the ledger. */
  minutes: number
  state: LeaveFace['state']
  askedAt: string
}

/** Leave that reaches to `from` or beyond; a date. */
export async function readLeave(db: Db, hall: string, from: string): Promise<Leave[]> {
  const rows = await db
    .selectFrom('leave')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('to_date', '>=', from)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    from: row.from_date,
    to: row.to_date,
    kind: row.kind as LeaveKind,
    reason: row.reason,
    minutes: row.minutes,
    state: row.state as Leave['state'],
    askedAt: row.asked_at,
  }))
}

export async function insertLeave(trx: Trx, hall: string, leave: Omit<Leave, 'state'>): Promise<void> {
  const { id, person, from, to, kind, reason, minutes, askedAt } = leave
  await trx
    .insertInto('leave')
    .values({
      hall_id: hall,
      id,
      person_id: person,
      from_date: from,
      to_date: to,
      kind,
      reason,
      minutes,
      state: 'asked',
      asked_at: askedAt,
      decided_at: null,
      decided_by: null,
    })
    .execute()
}

export async function setLeave(
  trx: Trx,
  hall: string,
  { id, state, at, by }: { id: string; state: Leave['state']; at: string; by: string },
): Promise<void> {
  await trx
    .updateTable('leave')
    .set({ state, decided_at: at, decided_by: by })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

export interface Swap {
  id: string
  shift: string
  person: string
  colleague: string
  back: string | null
  /** When the earlier of the two shifts begins. */
  startsAt: string
  state: SwapFace['state']
  askedAt: string
}

/** Swaps of shifts that begin at `from` (instant) or later. */
export async function readSwaps(db: Db, hall: string, from: string): Promise<Swap[]> {
  const rows = await db
    .selectFrom('swap')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('starts_at', '>=', from)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    shift: row.shift_id,
    person: row.person_id,
    colleague: row.colleague_id,
    back: row.back_shift_id,
    startsAt: row.starts_at,
    state: row.state as Swap['state'],
    askedAt: row.asked_at,
  }))
}

export async function insertSwap(trx: Trx, hall: string, swap: Omit<Swap, 'state'>): Promise<void> {
  const { id, shift, person, colleague, back, startsAt, askedAt } = swap
  await trx
    .insertInto('swap')
    .values({
      hall_id: hall,
      id,
      shift_id: shift,
      person_id: person,
      colleague_id: colleague,
      back_shift_id: back,
      starts_at: startsAt,
      state: 'asked',
      asked_at: askedAt,
      answered_at: null,
      decided_at: null,
      decided_by: null,
    })
    .execute()
}

export async function setSwap(
  trx: Trx,
  hall: string,
  { id, state, at, by }: { id: string; state: Swap['state']; at: string; by: string },
): Promise<void> {
  const answered = state === 'agreed' || state === 'declined'
  await trx
    .updateTable('swap')
    .set(answered ? { state, answered_at: at } : { state, decided_at: at, decided_by: by })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

/** Open swaps of shifts that have begun, or are no longer in the roster, or no longer theirs, lapse. */
export async function lapseSwaps(trx: Trx, hall: string, at: string): Promise<void> {
  const open = await trx
    .selectFrom('swap')
    .select(['id', 'shift_id', 'person_id', 'back_shift_id', 'colleague_id', 'starts_at'])
    .where('hall_id', '=', hall)
    .where('state', 'in', ['asked', 'agreed'])
    .execute()
  if (open.length === 0) return
  const ids = open.flatMap(({ shift_id, back_shift_id }) => [
    shift_id,
    ...(back_shift_id === null ? [] : [back_shift_id]),
  ])
  const shifts = await trx
    .selectFrom('shift')
    .select(['id', 'person_id'])
    .where('hall_id', '=', hall)
    .where('id', 'in', ids)
    .execute()
  const owner = new Map(shifts.map(({ id, person_id }) => [id, person_id]))
  const lapsed = open.filter(
    (swap) =>
      swap.starts_at <= at ||
      owner.get(swap.shift_id) !== swap.person_id ||
      (swap.back_shift_id !== null && owner.get(swap.back_shift_id) !== swap.colleague_id),
  )
  for (const { id } of lapsed) {
    await trx
      .updateTable('swap')
      .set({ state: 'lapsed', decided_at: at })
      .where('hall_id', '=', hall)
      .where('id', '=', id)
      .execute()
  }
}

export interface RestRow {
  id: number
  person: string
  date: string
  minutes: number
  why: 'duty' | 'rest' | 'correction'
  note: string
}

export type NewRest = Omit<RestRow, 'id'> & { at: string; shift?: string; leave?: string; staff?: string }

/** A shift and a leave are entered once, whatever happens. */
export async function insertRest(trx: Trx, hall: string, rows: readonly NewRest[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ person, date, minutes, why, note, at, shift, leave, staff }) => ({
    hall_id: hall,
    person_id: person,
    date,
    minutes,
    why,
    note,
    at,
    shift_id: shift ?? null,
    leave_id: leave ?? null,
    staff_id: staff ?? null,
  }))
  await trx
    .insertInto('rest_entry')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Minutes: what duty has earned, what leave has taken, and what is left after all that was put right. */
export interface RestBalance {
  earned: number
  taken: number
  left: number
}

/** By person; who has no row is not in it. */
export async function restBalances(db: Db, hall: string): Promise<Map<string, RestBalance>> {
  const rows = await db
    .selectFrom('rest_entry')
    .select(['person_id', 'why', (row) => row.fn.sum<number>('minutes').as('minutes')])
    .where('hall_id', '=', hall)
    .groupBy(['person_id', 'why'])
    .execute()
  const balances = new Map<string, RestBalance>()
  for (const { person_id, why, minutes } of rows) {
    const balance = balances.get(person_id) ?? { earned: 0, taken: 0, left: 0 }
    balances.set(person_id, balance)
    balance.left += minutes
    if (why === 'duty') balance.earned += minutes
    if (why === 'rest') balance.taken -= minutes
  }
  return balances
}

/** The newest rows, newest first; of one person, or of all. */
export async function readRest(
  db: Db,
  hall: string,
  { person, most }: { person: string | null; most: number },
): Promise<RestRow[]> {
  const rows = await db
    .selectFrom('rest_entry')
    .select(['id', 'person_id as person', 'date', 'minutes', 'why', 'note'])
    .where('hall_id', '=', hall)
    .$if(person !== null, (query) => query.where('person_id', '=', person!))
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, why: row.why as RestRow['why'] }))
}

/** The instant up to which shifts are in the ledger; null before it has begun. */
export async function settledTo(db: Db, hall: string): Promise<string | null> {
  const row = await db.selectFrom('rest_ledger').select('settled_to').where('hall_id', '=', hall).executeTakeFirst()
  return row?.settled_to ?? null
}

export async function setSettledTo(trx: Trx, hall: string, at: string): Promise<void> {
  await trx
    .insertInto('rest_ledger')
    .values({ hall_id: hall, settled_to: at })
    .onConflict((conflict) => conflict.column('hall_id').doUpdateSet({ settled_to: at }))
    .execute()
}
