// The calls that stand, as the desk sees what the screens have proven of them. Pure.
import type { CallProof } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import { noticed, provenCalls, type Listening } from '#domain/proof.ts'
import { label } from '#domain/ticket.ts'
import type { StandingCall } from '#db/queries/proof.ts'
import { numberOf } from './faces.ts'

/** One for each ticket: its latest call. `calls`: oldest first; `listening`: the walls that are there now. */
export function proofFaces(
  book: Book,
  calls: readonly StandingCall[],
  { listening, now }: { listening: readonly Listening[]; now: number },
): CallProof[] {
  const latest = new Map(calls.map((call) => [call.ticket.id, call]))
  return [...latest.values()].map((call) => ({
    call: call.id,
    ticket: call.ticket.id,
    label: label(call.ticket.prefix, call.ticket.number),
    window: numberOf(book, call.window) ?? 0,
    at: call.at,
    ...noticed(call, listening, now),
    proven: provenCalls(calls.filter(({ ticket }) => ticket.id === call.ticket.id)),
    needed: book.provenCalls,
  }))
}
