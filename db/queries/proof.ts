// What the screens have proven of calls: written as it is reported, read for the calls that stand.
import { sql } from 'kysely'
import type { ProvenCall } from '#domain/proof.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { Db, Trx } from '../database.ts'
import { prepared } from '../prepared.ts'
import { atWindow } from './tickets.ts'

export interface KeptProof {
  call: string
  /** A display's device id, or the word phone. */
  screen: string
  /** The only ticket whose calls it may prove; null: of any. */
  ticket: string | null
  paintedAt: string | null
  spokenAt: string | null
}

const keep = prepared((db, proof: KeptProof & { hall: string; any: 0 | 1 }) =>
  db
    .insertInto('call_proof')
    .columns(['hall_id', 'call_id', 'screen', 'painted_at', 'spoken_at'])
    .expression((from) =>
      from
        .selectFrom('call')
        .select((row) => [
          'call.hall_id',
          'call.id',
          row.val(proof.screen).as('screen'),
          row.val(proof.paintedAt).as('painted_at'),
          row.val(proof.spokenAt).as('spoken_at'),
        ])
        .where('call.hall_id', '=', proof.hall)
        .where('call.id', '=', proof.call)
        .where((row) => row.or([row(row.val(proof.any), '=', 1), row('call.ticket_id', '=', proof.ticket)])),
    )
    // What was proven first stands.
    .onConflict((known) =>
      known.columns(['hall_id', 'call_id', 'screen']).doUpdateSet((row) => ({
        painted_at: row.fn.coalesce('call_proof.painted_at', 'excluded.painted_at'),
        spoken_at: row.fn.coalesce('call_proof.spoken_at', 'excluded.spoken_at'),
      })),
    ),
)

/** Once or many times is the same. A call that this hall does not know proves nothing. */
export async function keepProofs(trx: Trx, hall: string, proofs: readonly KeptProof[]): Promise<void> {
  for (const proof of proofs) await keep(trx, { ...proof, hall, any: proof.ticket === null ? 1 : 0 })
}

/** A call that stands, with what was proven of it. */
export interface StandingCall extends ProvenCall {
  id: string
  ticket: Pick<Ticket, 'id' | 'prefix' | 'number'>
  window: string
}

// Since the ticket was last set aside: what was proven before that belongs to another wait.
const thisTime = sql<boolean>`call.retracted = 0 and call.id > coalesce((
  select max(step.id) from step where step.ticket_id = ticket.id and step.undone_at is null
    and step.step in ('hold', 'miss', 'requeue', 'transfer')), '')`

const called = prepared((db, { hall }: { hall: string }) =>
  db
    .selectFrom('ticket')
    .innerJoin('call', 'call.ticket_id', 'ticket.id')
    .leftJoin('call_proof', (join) =>
      join.onRef('call_proof.hall_id', '=', 'call.hall_id').onRef('call_proof.call_id', '=', 'call.id'),
    )
    .select(['ticket.id as ticket', 'ticket.prefix', 'ticket.number'])
    .select(['call.id', 'call.at', 'call.window_id as window'])
    .select(['call_proof.screen', 'call_proof.painted_at', 'call_proof.spoken_at'])
    .where('ticket.hall_id', '=', hall)
    .where(atWindow)
    .where('ticket.state', '=', 'called')
    .where(thisTime)
    .orderBy('call.id'),
)

/** The calls of everybody who is awaited at a window, oldest first. */
export async function standingCalls(db: Db, hall: string): Promise<StandingCall[]> {
  const calls = new Map<string, StandingCall & { proofs: ProvenCall['proofs'][number][] }>()
  for (const row of await called(db, { hall })) {
    const { id, at, window, ticket, prefix, number } = row
    const call = calls.get(id) ?? { id, at, window, ticket: { id: ticket, prefix, number }, proofs: [] }
    calls.set(id, call)
    if (row.screen !== null)
      call.proofs.push({ screen: row.screen, paintedAt: row.painted_at, spokenAt: row.spoken_at })
  }
  return [...calls.values()]
}
