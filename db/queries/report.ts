// What the report of a service day is made of: its tickets, their steps and the day's calls. Read when somebody asks, never after a commit.
import type { StepName } from '#contract/intents.ts'
import type { CallFact, DayFacts, StepFact, TicketFact } from '#domain/day-report-records.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { Db } from '../database.ts'
import { closingRows } from './closing.ts'

export interface DayRows extends Pick<DayFacts, 'closing' | 'decisions' | 'kept'> {
  tickets: TicketFact[]
  steps: StepFact[]
  calls: CallFact[]
}

/** Of a service day and of the tickets that were called on it; undone steps and retracted calls are there, and marked. */
export async function readDayRows(db: Db, hall: string, date: string): Promise<DayRows> {
  const concerned = db
    .selectFrom('ticket as of_day')
    .select('of_day.id')
    .where('of_day.hall_id', '=', hall)
    .where('of_day.service_date', '=', date)
    .union(
      db.selectFrom('call').select('call.ticket_id as id').where('hall_id', '=', hall).where('service_date', '=', date),
    )
  const tickets = await db
    .selectFrom('ticket')
    .select(['id', 'service_date', 'prefix', 'number', 'lane_id', 'matter_id', 'class_id', 'joined_at', 'window_id'])
    .where('hall_id', '=', hall)
    .where('id', 'in', concerned)
    .orderBy('id')
    .execute()
  const steps = await db
    .selectFrom('step')
    .select(['id', 'ticket_id', 'window_id', 'step', 'before', 'at', 'undone_at', 'reason'])
    .where('hall_id', '=', hall)
    .where('ticket_id', 'in', concerned)
    .execute()
  const calls = await db
    .selectFrom('call')
    .select(['reason', 'retracted'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .execute()
  return {
    ...(await closingRows(db, hall, date)),
    tickets: tickets.map((row) => ({
      id: row.id,
      serviceDate: row.service_date,
      prefix: row.prefix,
      number: row.number,
      lane: row.lane_id,
      matter: row.matter_id,
      class: row.class_id,
      joinedAt: row.joined_at,
      window: row.window_id,
    })),
    steps: steps.map((row) => {
      const before = JSON.parse(row.before) as Ticket
      return {
        id: row.id,
        ticket: row.ticket_id,
        window: row.window_id,
        step: row.step as StepName,
        lane: before.lane,
        sentTo: before.window,
        at: row.at,
        undone: row.undone_at !== null,
        matter: before.matter,
        reason: row.reason,
      }
    }),
    calls: calls.map(({ reason, retracted }) => ({ reason, retracted: retracted === 1 })),
  }
}
