// What the kiosk says of the paper: printed, or failed and to be told to the desk.
import { refuse } from '#contract/errors.ts'
import type { PrintOutcome } from '#contract/intents.ts'
import { insertPaper } from '#db/queries/paper.ts'
import { setPrinted } from '#db/queries/tickets.ts'
import { iso } from '#domain/service-day.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

export async function printOutcome(
  { trx, hall, actor, now }: Room,
  { id, outcome }: PrintOutcome & { id: string },
): Promise<Outcome> {
  const known = await setPrinted(trx, hall, { id, device: actor.device?.id ?? '', printed: outcome })
  if (known) await insertPaper(trx, hall, { id: newId(now), ticket: id, outcome, at: iso(now) })
  return known ? { ok: true, reply: {} } : refuse('ticket_unknown')
}
