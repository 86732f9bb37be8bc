// Calls, and the steps that undo takes back.
import type { CallRow, StepRow } from '../schema.ts'
import type { Db, Trx } from '../database.ts'

export async function insertCall(trx: Trx, call: Omit<CallRow, 'retracted'>): Promise<void> {
  await trx
    .insertInto('call')
    .values({ ...call, retracted: 0 })
    .execute()
}

export async function insertStep(trx: Trx, step: Omit<StepRow, 'undone_at'>): Promise<void> {
  await trx
    .insertInto('step')
    .values({ ...step, undone_at: null })
    .execute()
}

/** The newest step of a window that was not undone; null where there is none since `since` (instant). */
export async function lastStep(
  db: Db,
  hall: string,
  { window, since }: { window: string; since: string },
): Promise<StepRow | null> {
  const row = await db
    .selectFrom('step')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('window_id', '=', window)
    .where('undone_at', 'is', null)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Mark a step undone and take back its call. The ticket goes on to `version`; the step before it left the ticket at
 * `was`, and can be undone in turn.
 */
export async function markUndone(
  trx: Trx,
  hall: string,
  { step, at, was, version }: { step: StepRow; at: string; was: number; version: number },
): Promise<void> {
  await trx.updateTable('step').set({ undone_at: at }).where('hall_id', '=', hall).where('id', '=', step.id).execute()
  await trx
    .updateTable('step')
    .set({ after_version: version })
    .where('hall_id', '=', hall)
    .where('ticket_id', '=', step.ticket_id)
    .where('undone_at', 'is', null)
    .where('after_version', '=', was)
    .execute()
  if (step.call_id !== null) {
    await trx
      .updateTable('call')
      .set({ retracted: 1 })
      .where('hall_id', '=', hall)
      .where('id', '=', step.call_id)
      .execute()
  }
}
