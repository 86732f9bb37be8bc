// A number that joins the queue now: the next of its lane, its place, and how many are ahead. Whoever calls has decided that it may be.
import type { TicketFace } from '#contract/intents.ts'
import type { CatalogView } from '#contract/views.ts'
import type { Instant } from '#contract/text.ts'
import type { Lane } from '#domain/book.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import { countAheadOfNew, insertTicket, nextNumber } from '#db/queries/tickets.ts'
import { newId, newSecret } from '../ids.ts'
import { firstEstimate } from './forecast.ts'
import type { Room } from './run.ts'

export interface Issue {
  matter: CatalogView['matters'][number]
  lane: Lane
  /** The id of the class. */
  klass: string
  rankAt: Instant
  /** Other matters of the same visit, in order. */
  more?: readonly string[]
}

export async function issueTicket(room: Room, { matter, lane, klass, rankAt, more = [] }: Issue): Promise<TicketFace> {
  const { trx, hall, book, now } = room
  const day = { serviceDate: serviceDate(now, book.hall.zone), lane: lane.id }
  const number = await nextNumber(trx, hall, day)
  const ticket: Ticket = {
    ...day,
    id: newId(now),
    code: newSecret(),
    version: 1,
    prefix: lane.prefix,
    number,
    matter: matter.id,
    class: klass,
    state: 'waiting',
    joinedAt: iso(now),
    rankAt,
    window: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    calls: 0,
    printed: 'unprinted',
    ...(more.length > 0 && { matters: [matter.id, ...more].map((one) => ({ matter: one, done: false })) }),
  }
  const ahead = await countAheadOfNew(trx, hall, ticket)
  await insertTicket(trx, hall, ticket, room.actor.device?.id ?? '')
  return { ...ticketFace(room, ticket, ahead), estimate: await firstEstimate(room, ticket, ahead) }
}

/** What whoever issued a ticket shows and prints; of its wait nothing is said. */
export function ticketFace({ hub }: Room, ticket: Ticket, ahead: number): TicketFace {
  const { id, code, prefix, number, lane, matter, class: klass, serviceDate: date, joinedAt } = ticket
  return {
    ...{ id, code, label: label(prefix, number), number, lane, matter, class: klass },
    ...(ticket.matters && { more: ticket.matters.slice(1).map((one) => one.matter) }),
    ...{ serviceDate: date, joinedAt, ahead, link: `${hub.publicUrl}/t/${code}` },
  }
}
