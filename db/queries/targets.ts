// Within how many minutes nine of ten are to be called: of the hall, and of lanes that have a target of their own.
import type { Targets } from '#contract/closing.ts'
import type { Db, Trx } from '../database.ts'

/** Of a hall that never said. */
export const usualTargets: Targets = { wait: 30, lanes: {} }
/** Where a lane's own would stand. */
const HALL = ''

export function targetRows(hall_id: string, { wait, lanes }: Targets) {
  const own = Object.entries(lanes).map(([lane_id, minutes]) => ({ hall_id, lane_id, wait: minutes }))
  return [{ hall_id, lane_id: HALL, wait }, ...own]
}

export async function readTargets(db: Db, hall: string): Promise<Targets> {
  const rows = await db.selectFrom('target').select(['lane_id', 'wait']).where('hall_id', '=', hall).execute()
  const whole = rows.find(({ lane_id }) => lane_id === HALL)
  const lanes = rows.filter(({ lane_id }) => lane_id !== HALL).map(({ lane_id, wait }) => [lane_id, wait] as const)
  return { wait: whole?.wait ?? usualTargets.wait, lanes: Object.fromEntries(lanes) }
}

export async function writeTargets(trx: Trx, hall: string, targets: Targets): Promise<void> {
  await trx.deleteFrom('target').where('hall_id', '=', hall).execute()
  await trx.insertInto('target').values(targetRows(hall, targets)).execute()
}
