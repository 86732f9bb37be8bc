// Taking a number: open now → the next number of the lane → a ticket with its rank, and how many are ahead.
import { refuse } from '#contract/errors.ts'
import type { TakeTicket, TicketFace } from '#contract/intents.ts'
import { stopsTickets } from '#domain/alerts.ts'
import { rankOf } from '#domain/queue-order.ts'
import { issueTicket } from './issue-ticket.ts'
import type { Outcome, Room } from './run.ts'

/** Whoever asks within published hours gets a number: there is no cap. */
export async function takeTicket(room: Room, body: TakeTicket): Promise<Outcome<{ ticket: TicketFace }>> {
  const { book, now, hub } = room
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
  const rankAt = rankOf(now, chosen.headStart)
  return {
    ok: true,
    status: 201,
    reply: { ticket: await issueTicket(room, { matter, lane, klass: chosen.id, rankAt }) },
  }
}
