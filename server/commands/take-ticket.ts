// Taking a number: open now → the next number of the lane → a ticket with its rank, and how many are ahead.
import { refuse } from '#contract/errors.ts'
import type { TakeTicket, TicketFace } from '#contract/intents.ts'
import { stopsTickets } from '#domain/alerts.ts'
import { openWindows } from '#domain/open-windows.ts'
import { rankOf } from '#domain/queue-order.ts'
import { inBestOrder } from '#domain/visit.ts'
import { readSeats } from '#db/queries/staff.ts'
import { issueTicket } from './issue-ticket.ts'
import type { Outcome, Room } from './run.ts'

/** Whoever asks within published hours gets a number: there is no cap. */
export async function takeTicket(room: Room, body: TakeTicket): Promise<Outcome<{ ticket: TicketFace }>> {
  const { book, now, hub } = room
  const wanted = [body.matter, ...(body.more ?? [])].map((id) => book.matterOf.get(id))
  if (!wanted.every((one) => one !== undefined)) return refuse('matter_unknown')
  if (new Set(wanted).size < wanted.length) return refuse('matter_twice')
  const [matter, ...more] = wanted.length < 2 ? wanted : inBestOrder(wanted, await openNow(room))
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
    reply: {
      ticket: await issueTicket(room, { matter, lane, klass: chosen.id, rankAt, more: more.map(({ id }) => id) }),
    },
  }
}

const openNow = async ({ trx, hall, book }: Room) => openWindows(book, await readSeats(trx, hall))
