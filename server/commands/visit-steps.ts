// The steps that several matters bring: what each needs beside the ticket, or why it cannot be taken. Reads nothing: the book knows it all.
import { refuse } from '#contract/errors.ts'
import { MOST_MATTERS } from '#contract/visits.ts'
import type { Step, StepName } from '#contract/intents.ts'
import type { Book, Window } from '#domain/book.ts'
import { serves } from '#domain/queue-order.ts'
import type { StepInput, Ticket } from '#domain/ticket.ts'
import { mattersOf, toCome, withMatter } from '#domain/visit.ts'

type Extra = Pick<StepInput, 'next' | 'matter'>
type Answer = { ok: true; input: Extra } | ReturnType<typeof refuse>

/** What `takeStep` needs for a step of a visit; nothing for every other step. */
export function visitInput(book: Book, step: Step, { before, window }: { before: Ticket; window: Window }): Answer {
  switch (step.step) {
    case 'onward': {
      const next = nextOf(book, before, window)
      return next ? { ok: true, input: { next } } : refuse('no_more_matters')
    }
    case 'add': {
      const { matter } = step
      if (!book.matterOf.has(matter)) return refuse('matter_unknown')
      if (withMatter(before, matter)) return { ok: true, input: { matter } }
      return refuse(mattersOf(before).length < MOST_MATTERS ? 'matter_twice' : 'matters_full')
    }
    case 'drop':
      // One that is not among those to come is an illegal step.
      return { ok: true, input: { matter: step.matter } }
    default:
      return { ok: true, input: {} }
  }
}

/** The next matter of a ticket that this hall still settles, with its lane. */
function nextOf(book: Book, ticket: Ticket, window: Window): NonNullable<Extra['next']> | null {
  for (const matter of toCome(ticket)) {
    const lane = book.matterOf.get(matter)?.lane
    if (lane !== undefined && book.lanes.some(({ id }) => id === lane))
      return { matter, lane, here: serves(window, { lane, window: null }) }
  }
  return null
}

/** As what a step is recorded: a ticket that goes on at another window was handed on there, and is counted as that. */
export const recordedAs = (step: StepName, after: Ticket): StepName =>
  step === 'onward' && after.state === 'waiting' ? 'transfer' : step
