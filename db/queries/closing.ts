// What is decided on those who still wait when a day closes, and what is recorded of that. Read when the desk asks, never after a commit.
import { sql } from 'kysely'
import type { ClosingDecision } from '#contract/closing.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { Db, Trx } from '../database.ts'
import type { StepRow } from '../schema.ts'
import { open, toTicket } from './tickets.ts'

export async function insertDecision(
  trx: Trx,
  hall: string,
  one: { step: string; ticket: string; serviceDate: string; decision: ClosingDecision },
): Promise<void> {
  await trx
    .insertInto('closing_decision')
    .values({
      hall_id: hall,
      step_id: one.step,
      ticket_id: one.ticket,
      service_date: one.serviceDate,
      decision: one.decision,
    })
    .execute()
}

/** A decision stands as long as its step was not undone and no other step followed. */
const standing = (db: Db, hall: string) =>
  db
    .selectFrom('closing_decision')
    .innerJoin('step', (join) =>
      join
        .onRef('step.id', '=', 'closing_decision.step_id')
        .onRef('step.hall_id', '=', 'closing_decision.hall_id')
        .on('step.undone_at', 'is', null),
    )
    .innerJoin('ticket', (join) =>
      join.onRef('ticket.id', '=', 'closing_decision.ticket_id').onRef('ticket.version', '=', 'step.after_version'),
    )
    .where('closing_decision.hall_id', '=', hall)

/** What was decided on a ticket, where that still stands, with its step. */
export async function decisionOn(
  db: Db,
  hall: string,
  ticket: string,
): Promise<{ decision: ClosingDecision; step: StepRow } | null> {
  const row = await standing(db, hall)
    .selectAll('step')
    .select('closing_decision.decision')
    .where('closing_decision.ticket_id', '=', ticket)
    .executeTakeFirst()
  if (!row) return null
  const { decision, ...step } = row
  return { decision, step }
}

/**
 * Open tickets on which nothing stands that was decided on `since` (hall date) or later: those of earlier days first, then who waits by rank,
 * then the others; `most` of them, with how many there are.
 */
export async function undecided(
  db: Db,
  hall: string,
  { date, since, most }: { date: string; since: string; most: number },
): Promise<{ tickets: Ticket[]; today: number; earlier: number }> {
  const decided = standing(db, hall)
    .select('closing_decision.ticket_id')
    .where('closing_decision.service_date', '>=', since)
    .where(sql<boolean>`ticket.state in ('held')`)
  const open_ = db
    .selectFrom('ticket')
    .where('hall_id', '=', hall)
    .where('service_date', '<=', date)
    .where(open)
    .where('id', 'not in', decided)
  const rows = await open_
    .selectAll()
    .orderBy((row) =>
      row.case().when('service_date', '<', date).then(0).when('state', '=', 'waiting').then(1).else(2).end(),
    )
    .orderBy('service_date')
    .orderBy('rank_at')
    .orderBy('joined_at')
    .limit(most)
    .execute()
  const counts = await open_
    .select((row) => [
      row.fn.countAll<number>().as('all'),
      row.fn.sum<number | null>(row.case().when('service_date', '=', date).then(1).else(0).end()).as('today'),
    ])
    .executeTakeFirstOrThrow()
  const today = Number(counts.today ?? 0)
  return { tickets: rows.map(toTicket), today, earlier: counts.all - today }
}

export interface DecidedRow {
  ticket: Ticket
  decision: ClosingDecision
  at: string
  by: string
}

/** What was decided on `date`, newest first; or, with `promised`, all whose first place was not called yet, oldest first. */
export async function decisions(
  db: Db,
  hall: string,
  which: { date: string; most: number } | { promised: true; most: number },
): Promise<DecidedRow[]> {
  let query = standing(db, hall)
    .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'step.staff_id').on('staff.hall_id', '=', hall))
    .selectAll('ticket')
    .select(['closing_decision.decision', 'step.at', 'staff.name as by'])
  query =
    'promised' in which
      ? query.where('closing_decision.decision', '=', 'next_day').where(sql<boolean>`ticket.state in ('held')`)
      : query.where('closing_decision.service_date', '=', which.date)
  const rows = await query
    .orderBy('closing_decision.step_id', 'promised' in which ? 'asc' : 'desc')
    .limit(which.most)
    .execute()
  return rows.map(({ decision, at, by, ...row }) => ({ ticket: toTicket(row), decision, at, by: by ?? '' }))
}

/** Everybody who waits today, as the forecast looks at them: a thousand at most. */
export async function allWaiting(db: Db, hall: string, date: string) {
  return db
    .selectFrom('ticket')
    .select(['id', 'lane_id as lane', 'matter_id as matter', 'window_id as window'])
    .select(['rank_at as rankAt', 'joined_at as joinedAt'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .where('state', '=', 'waiting')
    .orderBy('rank_at')
    .limit(1000)
    .execute()
}

/** Written once: the closing instant of a day, and how many waited then. */
export async function recordClosing(
  trx: Trx,
  hall: string,
  { date, closes }: { date: string; closes: string },
): Promise<void> {
  const known = await trx
    .selectFrom('closing_day')
    .select('closes_at')
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .executeTakeFirst()
  if (known) return
  const { waiting } = await trx
    .selectFrom('lane_day')
    .select((row) => row.fn.sum<number | null>('waiting').as('waiting'))
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('closing_day')
    .values({ hall_id: hall, service_date: date, closes_at: closes, waiting: Number(waiting ?? 0) })
    .execute()
}

/** What was recorded and decided when a day closed. Undone decisions are left out. */
export async function closingRows(db: Db, hall: string, date: string) {
  const day = await db
    .selectFrom('closing_day')
    .select(['closes_at', 'waiting'])
    .where('hall_id', '=', hall)
    .where('service_date', '=', date)
    .executeTakeFirst()
  const rows = await db
    .selectFrom('closing_decision')
    .innerJoin('step', (join) =>
      join
        .onRef('step.id', '=', 'closing_decision.step_id')
        .onRef('step.hall_id', '=', 'closing_decision.hall_id')
        .on('step.undone_at', 'is', null),
    )
    .select('closing_decision.decision')
    .where('closing_decision.hall_id', '=', hall)
    .where('closing_decision.service_date', '=', date)
    .execute()
  const kept = await db
    .selectFrom('closing_decision')
    .innerJoin('call', 'call.ticket_id', 'closing_decision.ticket_id')
    .select((row) => row.fn.count<number>('call.ticket_id').distinct().as('tickets'))
    .where('closing_decision.hall_id', '=', hall)
    .where('closing_decision.service_date', '=', date)
    .where('closing_decision.decision', '=', 'next_day')
    .where('call.service_date', '>', date)
    .where('call.retracted', '=', 0)
    .executeTakeFirstOrThrow()
  return {
    closing: day ? { closes: Date.parse(day.closes_at), waiting: day.waiting } : null,
    decisions: rows.map(({ decision }) => decision),
    kept: Number(kept.tickets),
  }
}
