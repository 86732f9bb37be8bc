// What the wall's line of fairness is made of: the day's tickets with their first calls, and the calls out of rank by their reasons.
import type { OutOfOrderReason } from '#contract/words.ts'
import type { LedgerFact } from '#domain/ledger.ts'
import type { Db } from '../database.ts'
import { prepared } from '../prepared.ts'

interface At {
  hall: string
  date: string
}

const ticketsOf = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('ticket')
    .leftJoin('lane', (join) =>
      join.onRef('lane.id', '=', 'ticket.lane_id').onRef('lane.hall_id', '=', 'ticket.hall_id'),
    )
    .select(['ticket.lane_id', 'ticket.joined_at', 'ticket.ended_at', 'ticket.state', 'ticket.window_id'])
    .select(['ticket.prefix', 'lane.prefix as lane_prefix'])
    .select((row) =>
      row
        .selectFrom('call')
        .select((call) => call.fn.min('call.at').as('at'))
        .whereRef('call.ticket_id', '=', 'ticket.id')
        .where('call.retracted', '=', 0)
        .as('called_at'),
    )
    .where('ticket.hall_id', '=', hall)
    .where('ticket.service_date', '=', date),
)
const jumps = prepared((db, { hall, date }: At) =>
  db
    .selectFrom('call')
    .select(['reason', (row) => row.fn.countAll<number>().as('times')])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('reason', 'is not', null)
    .where('retracted', '=', 0)
    .groupBy('reason'),
)

export async function ledgerFacts(db: Db, hall: string, date: string): Promise<LedgerFact[]> {
  return (await ticketsOf(db, { hall, date })).map((row) => ({
    lane: row.lane_id,
    joinedAt: row.joined_at,
    calledAt: row.called_at,
    endedAt: row.ended_at,
    state: row.state,
    sent: row.called_at === null && row.window_id !== null,
    moved: row.prefix !== row.lane_prefix,
  }))
}

export async function outOfOrderBy(
  db: Db,
  hall: string,
  date: string,
): Promise<{ reason: OutOfOrderReason; times: number }[]> {
  return (await jumps(db, { hall, date })).flatMap(({ reason, times }) => (reason === null ? [] : [{ reason, times }]))
}
