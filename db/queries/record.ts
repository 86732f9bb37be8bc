// The record of a day, event by event: every number that was issued, what became of its paper, every step and every undo, arrivals with an
// appointment, and who-knows-who's seat as no more than the number of a window. No person is in it.
import type { Db } from '../database.ts'

export interface RecordEvent {
  at: string
  /** issue, print, print_failed, check_in, undo, sit, stand, window-…, or the name of a step. */
  event: string
  ticket: string | null
  window: string | null
  /** A code: why out of rank, why missed, what was decided at closing, what was undone, from a lease. */
  reason: string | null
  undone: boolean
}

export interface RecordTicket {
  id: string
  prefix: string
  number: number
  lane: string
  matter: string
  class: string
}

export interface DayRecord {
  tickets: RecordTicket[]
  events: RecordEvent[]
}

const SEATS = ['sit', 'stand', 'window-pause', 'window-back', 'window-close']

/** Of the tickets of a service day, whenever something happened to them; and of the windows between its bounds (instants). */
export async function readDayRecord(
  db: Db,
  hall: string,
  { date, from, to }: { date: string; from: string; to: string },
): Promise<DayRecord> {
  const tickets = await db
    .selectFrom('ticket')
    .leftJoin('slip', 'slip.ticket_id', 'ticket.id')
    .select(['ticket.id', 'ticket.prefix', 'ticket.number', 'ticket.lane_id', 'ticket.matter_id', 'ticket.class_id'])
    .select(['ticket.joined_at', 'slip.id as slip'])
    .where('ticket.hall_id', '=', hall)
    .where('ticket.service_date', '=', date)
    .orderBy('ticket.id')
    .execute()
  const ofDay = db.selectFrom('ticket').select('id').where('hall_id', '=', hall).where('service_date', '=', date)
  const steps = await db
    .selectFrom('step')
    .leftJoin('call', (join) => join.onRef('call.id', '=', 'step.call_id').onRef('call.hall_id', '=', 'step.hall_id'))
    .leftJoin('closing_decision', (join) =>
      join.onRef('closing_decision.step_id', '=', 'step.id').onRef('closing_decision.hall_id', '=', 'step.hall_id'),
    )
    .select(['step.ticket_id', 'step.window_id', 'step.step', 'step.at', 'step.undone_at'])
    .select(['step.reason', 'call.reason as call_reason', 'closing_decision.decision'])
    .where('step.hall_id', '=', hall)
    .where('step.ticket_id', 'in', ofDay)
    .orderBy('step.id')
    .execute()
  const papers = await db
    .selectFrom('paper')
    .select(['ticket_id', 'outcome', 'at'])
    .where('hall_id', '=', hall)
    .where('ticket_id', 'in', ofDay)
    .execute()
  const arrivals = await db
    .selectFrom('appointment')
    .innerJoin('ticket', 'ticket.id', 'appointment.ticket_id')
    .select(['appointment.ticket_id', 'appointment.state_at'])
    .where('appointment.hall_id', '=', hall)
    .where('ticket.service_date', '=', date)
    .execute()
  const seats = await db
    .selectFrom('act')
    .select(['at', 'act', 'about'])
    .where('hall_id', '=', hall)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('act', 'in', SEATS)
    .execute()
  const numbers = new Map(
    (await db.selectFrom('service_window').select(['id', 'number']).where('hall_id', '=', hall).execute()).map(
      ({ id, number }) => [id, String(number)],
    ),
  )
  const event = (at: string, name: string, more: Partial<RecordEvent> = {}): RecordEvent => ({
    ...{ at, event: name, ticket: null, window: null, reason: null, undone: false },
    ...more,
  })
  return {
    tickets: tickets.map((one) => ({
      ...{ id: one.id, prefix: one.prefix, number: one.number },
      ...{ lane: one.lane_id, matter: one.matter_id, class: one.class_id },
    })),
    events: [
      ...tickets.map(({ id, joined_at, slip }) =>
        event(joined_at, 'issue', { ticket: id, reason: slip === null ? null : 'lease' }),
      ),
      ...arrivals.map(({ ticket_id, state_at }) => event(state_at, 'check_in', { ticket: ticket_id })),
      ...papers.map(({ ticket_id, outcome, at }) =>
        event(at, outcome === 'printed' ? 'print' : 'print_failed', { ticket: ticket_id }),
      ),
      ...steps.flatMap((row) => {
        const of = { ticket: row.ticket_id, window: numbers.get(row.window_id) ?? null }
        const reason = row.decision ?? row.call_reason ?? row.reason
        const step = event(row.at, row.step, { ...of, reason, undone: row.undone_at !== null })
        return row.undone_at === null ? [step] : [step, event(row.undone_at, 'undo', { ...of, reason: row.step })]
      }),
      // What an act is about may be a name: only the number of a window leaves.
      ...seats.map(({ at, act, about }) =>
        event(at, act, { window: numbers.get(about) ?? (/^\d{1,2}$/.test(about) ? about : null) }),
      ),
    ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  }
}
