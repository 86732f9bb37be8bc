// Taking a number: open now → the next number of the lane → a ticket with its rank, and how many are ahead.
import { refuse } from '#contract/errors.ts'
import type { TakeTicket, TicketFace } from '#contract/intents.ts'
import { stopsTickets } from '#domain/alerts.ts'
import { rankOf } from '#domain/queue-order.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import { countAheadOfNew, insertTicket, nextNumber } from '#db/queries/tickets.ts'
import { newId, newSecret } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** Whoever asks within published hours gets a number: there is no cap. */
export async function takeTicket(room: Room, body: TakeTicket): Promise<Outcome<{ ticket: TicketFace }>> {
  const { trx, hall, book, now, hub } = room
  const matter = book.matterOf.get(body.matter)
  if (!matter) return refuse('matter_unknown')
  const lane = book.lanes.find(({ id }) => id === matter.lane)
  if (!lane) return refuse('lane_unknown')
  const offered = book.classes.filter(({ choice }) => choice)
  const chosen = body.class === undefined ? offered[0] : offered.find(({ id }) => id === body.class)
  if (!chosen) return refuse('class_unknown')
  const danger = stopsTickets(book.alerts, now)
  if (danger) return refuse('hall_emergency', { hazard: danger })
  const hours = hub.shelf.hours(book, now)
  if (!hours.open) return refuse('hall_closed', { next: hours.next?.at ?? null, from: hours.today[0]?.from ?? null })

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
    class: chosen.id,
    state: 'waiting',
    joinedAt: iso(now),
    rankAt: rankOf(now, chosen.headStart),
    window: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    calls: 0,
    printed: 'unprinted',
  }
  const ahead = await countAheadOfNew(trx, hall, ticket)
  await insertTicket(trx, hall, ticket, room.actor.device?.id ?? '')
  return {
    ok: true,
    status: 201,
    reply: {
      ticket: {
        id: ticket.id,
        code: ticket.code,
        label: label(lane.prefix, number),
        number,
        lane: lane.id,
        matter: matter.id,
        class: chosen.id,
        serviceDate: day.serviceDate,
        joinedAt: ticket.joinedAt,
        ahead,
        link: `${hub.publicUrl}/t/${ticket.code}`,
      },
    },
  }
}
