// Numbers whose holders left from their phones.
import type { EstimateFace } from '#contract/estimates.ts'
import { iso } from '#domain/service-day.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { StepRow } from '../schema.ts'
import type { Db } from '../database.ts'
import { prepared } from '../prepared.ts'
import { findShown } from './estimates.ts'
import { toTicket } from './tickets.ts'

const leaving = prepared((db, { hall, ticket }: { hall: string; ticket: string }) =>
  db
    .selectFrom('step')
    .selectAll()
    .where('hall_id', '=', hall)
    .where('ticket_id', '=', ticket)
    .where('window_id', '=', '')
    .where('step', '=', 'leave')
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The step with which its holder left; null where none stands. */
export async function leaveByPhone(db: Db, hall: string, ticket: string): Promise<StepRow | null> {
  return (await leaving(db, { hall, ticket }))[0] ?? null
}

/** What only the holder's own view shows of a ticket. */
export async function readFollowed(
  db: Db,
  hall: string,
  { id, state }: Pick<Ticket, 'id' | 'state'>,
): Promise<{ shown: EstimateFace | null; leftAt: string | null }> {
  return {
    shown: state === 'waiting' ? await findShown(db, id) : null,
    leftAt: state === 'left' ? ((await leaveByPhone(db, hall, id))?.at ?? null) : null,
  }
}

const recently = prepared((db, { hall, since }: { hall: string; since: string }) =>
  db
    .selectFrom('step')
    .innerJoin('ticket', 'ticket.id', 'step.ticket_id')
    .selectAll('ticket')
    .where('step.hall_id', '=', hall)
    .where('step.window_id', '=', '')
    .where('step.undone_at', 'is', null)
    .where('step.step', '=', 'leave')
    .where('step.at', '>=', since)
    .where('ticket.state', '=', 'left')
    .orderBy('step.id', 'desc')
    .limit(20),
)

/** The desk is shown a departure for so long. */
const SHOWN = 30 * 60_000

/** Who left by phone a short while ago, newest first. `now`: epoch milliseconds; `from`: the first instant of the service day. */
export async function leftByPhone(
  db: Db,
  hall: string,
  { now, from }: { now: number; from: string },
): Promise<Ticket[]> {
  const since = iso(now - SHOWN)
  return (await recently(db, { hall, since: since > from ? since : from })).map(toTicket)
}
