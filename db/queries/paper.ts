// What became of a ticket's paper, each time that somebody said so.
import type { PrintState } from '#contract/words.ts'
import type { Trx } from '../database.ts'

export async function insertPaper(
  trx: Trx,
  hall: string,
  { id, ticket, outcome, at }: { id: string; ticket: string; outcome: PrintState; at: string },
): Promise<void> {
  await trx.insertInto('paper').values({ hall_id: hall, id, ticket_id: ticket, outcome, at }).execute()
}
