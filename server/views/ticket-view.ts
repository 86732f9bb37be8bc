// What the holder of a ticket's code may see of it. Pure.
import type { HoursFace, TicketView } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import { colourOf, numberOf, type Body } from './faces.ts'

/** `ahead`: how many wait in front of it, counted by the caller while it waits. `call`: its latest call. */
export function ticketView(
  book: Book,
  ticket: Ticket,
  { hours, ahead, call }: { hours: HoursFace; ahead: number | null; call: string | null },
): Body<TicketView> {
  const matter = book.matterOf.get(ticket.matter)
  return {
    hall: book.hall,
    hours,
    label: label(ticket.prefix, ticket.number),
    state: ticket.state,
    colour: colourOf(book, ticket.prefix),
    lane: book.lanes.find(({ id }) => id === ticket.lane)?.name ?? { zh: '', en: '' },
    words: matter?.words ?? { zh: '其他', en: 'Other' },
    bring: matter?.bring ?? [],
    class: book.classes.find(({ id }) => id === ticket.class)?.name ?? { zh: '普通', en: 'General' },
    serviceDate: ticket.serviceDate,
    joinedAt: ticket.joinedAt,
    ahead: ticket.state === 'waiting' ? ahead : null,
    window: numberOf(book, ticket.window),
    calledAt: ticket.calledAt,
    call: ticket.state === 'called' ? call : null,
  }
}
