// Which lanes take appointments. Percent in tables and files, a share of one in the domain: the one mapper between them.
import type { HallBook } from '#contract/book.ts'
import type { SlotRule } from '#domain/appointment-slots.ts'
import type { Db, Trx } from '../database.ts'

/** By lane; one without takes no appointments. */
export async function readSlotRules(db: Db, hall: string): Promise<Map<string, SlotRule>> {
  const rows = await db.selectFrom('lane_appointments').selectAll().where('hall_id', '=', hall).execute()
  return new Map(rows.map(({ lane_id, every, share }) => [lane_id, { every, share: share / 100 }]))
}

/** `rule`: with the share in percent; null: the lane takes none any more. */
export async function writeSlotRule(
  trx: Trx,
  hall: string,
  { lane, rule }: { lane: string; rule: { every: number; share: number } | null },
): Promise<void> {
  await trx.deleteFrom('lane_appointments').where('hall_id', '=', hall).where('lane_id', '=', lane).execute()
  if (rule)
    await trx
      .insertInto('lane_appointments')
      .values({ hall_id: hall, lane_id: lane, ...rule })
      .execute()
}

export const slotRuleRows = (hall_id: string, lanes: HallBook['lanes']) =>
  lanes.flatMap(({ id, appointments }) => (appointments ? [{ hall_id, lane_id: id, ...appointments }] : []))
