// Calls, and the steps that undo takes back.
import type { Ticket } from '#domain/ticket.ts'
import type { CallRow, StepRow } from '../schema.ts'
import type { Db, Trx } from '../database.ts'
import { prepared } from '../prepared.ts'

const addCall = prepared((db, call: Omit<CallRow, 'retracted'>) =>
  db.insertInto('call').values({
    hall_id: call.hall_id,
    id: call.id,
    ticket_id: call.ticket_id,
    window_id: call.window_id,
    at: call.at,
    again: call.again,
    reason: call.reason,
    service_date: call.service_date,
    retracted: 0,
  }),
)

export async function insertCall(trx: Trx, call: Omit<CallRow, 'retracted'>): Promise<void> {
  await addCall(trx, call)
}

const addStep = prepared((db, step: Omit<StepRow, 'undone_at'>) =>
  db.insertInto('step').values({
    hall_id: step.hall_id,
    id: step.id,
    ticket_id: step.ticket_id,
    window_id: step.window_id,
    staff_id: step.staff_id,
    step: step.step,
    before: step.before,
    after_version: step.after_version,
    call_id: step.call_id,
    at: step.at,
    undone_at: null,
    reason: step.reason,
  }),
)

/** `reason`: why it is missed without a proven call. */
export async function insertStep(
  trx: Trx,
  step: Omit<StepRow, 'undone_at' | 'reason'> & Partial<Pick<StepRow, 'reason'>>,
): Promise<void> {
  await addStep(trx, { reason: null, ...step })
}

const newestStep = prepared((db, { hall, window, since }: { hall: string; window: string; since: string }) =>
  db
    .selectFrom('step')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('window_id', '=', window)
    .where('undone_at', 'is', null)
    .where('at', '>=', since)
    // Ids grow in the order of issue, also while the clock is set back.
    .orderBy('id', 'desc')
    .limit(1),
)

/** The newest step of a window that was not undone; null where there is none since `since` (instant). */
export async function lastStep(
  db: Db,
  hall: string,
  { window, since }: { window: string; since: string },
): Promise<StepRow | null> {
  return (await newestStep(db, { hall, window, since }))[0] ?? null
}

const newestSteps = prepared((db, { hall, since }: { hall: string; since: string }) =>
  db
    .selectFrom('service_window')
    .innerJoin('step', (join) =>
      join.on('step.id', '=', (from) =>
        from
          .selectFrom('step as newest')
          .select('newest.id')
          .where('newest.hall_id', '=', hall)
          .whereRef('newest.window_id', '=', 'service_window.id')
          .where('newest.undone_at', 'is', null)
          .where('newest.at', '>=', since)
          .orderBy('newest.id', 'desc')
          .limit(1),
      ),
    )
    .select(['step.window_id', 'step.step', 'step.before'])
    .where('step.hall_id', '=', hall)
    .where('service_window.hall_id', '=', hall),
)

/** What undo would take back, by window: the same step that `lastStep` finds. */
export async function lastSteps(
  db: Db,
  hall: string,
  since: string,
): Promise<Map<string, { ticket: Ticket; step: string }>> {
  const rows = await newestSteps(db, { hall, since })
  return new Map(rows.map(({ window_id, step, before }) => [window_id, { ticket: JSON.parse(before) as Ticket, step }]))
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
