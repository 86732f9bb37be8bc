// What is put to residents, and their voices.
import type { Proposal } from '#domain/hours-proposal.ts'
import type { Db, Trx } from '../database.ts'

export async function insertProposal(
  trx: Trx,
  hall: string,
  { id, question, options, from, until }: Omit<Proposal, 'decision'>,
): Promise<void> {
  await trx
    .insertInto('proposal')
    .values({
      hall_id: hall,
      id,
      question_zh: question.zh,
      question_en: question.en,
      options: JSON.stringify(options),
      from_date: from,
      until_date: until,
      withdrawn_at: null,
      decided_on: null,
      decided_option: null,
      decision: null,
    })
    .execute()
}

export async function setWithdrawn(trx: Trx, hall: string, { id, at }: { id: string; at: string }): Promise<void> {
  await trx.updateTable('proposal').set({ withdrawn_at: at }).where('hall_id', '=', hall).where('id', '=', id).execute()
}

export async function setDecision(
  trx: Trx,
  hall: string,
  { id, on, option, words }: { id: string; on: string; option: string | null; words: string },
): Promise<void> {
  await trx
    .updateTable('proposal')
    .set({ decided_on: on, decided_option: option, decision: words })
    .where('hall_id', '=', hall)
    .where('id', '=', id)
    .execute()
}

/** One voice a ticket: the later one stands. */
export async function putVoice(
  trx: Trx,
  hall: string,
  { proposal, ticket, option, at }: { proposal: string; ticket: string; option: string; at: string },
): Promise<void> {
  await trx
    .insertInto('voice')
    .values({ hall_id: hall, proposal_id: proposal, ticket_id: ticket, option_id: option, at })
    .onConflict((conflict) =>
      conflict.columns(['hall_id', 'proposal_id', 'ticket_id']).doUpdateSet({ option_id: option, at }),
    )
    .execute()
}

export async function voiceOf(
  db: Db,
  hall: string,
  { proposal, ticket }: { proposal: string; ticket: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('voice')
    .select('option_id')
    .where('hall_id', '=', hall)
    .where('proposal_id', '=', proposal)
    .where('ticket_id', '=', ticket)
    .executeTakeFirst()
  return row?.option_id ?? null
}

/** How many voices each option of each proposal has. */
export async function countVoices(db: Db, hall: string): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom('voice')
    .select(['proposal_id', 'option_id', (row) => row.fn.countAll<number>().as('voices')])
    .where('hall_id', '=', hall)
    .groupBy(['proposal_id', 'option_id'])
    .execute()
  const counts = new Map<string, Map<string, number>>()
  for (const { proposal_id, option_id, voices } of rows) {
    const of = counts.get(proposal_id) ?? new Map<string, number>()
    counts.set(proposal_id, of.set(option_id, voices))
  }
  return counts
}
