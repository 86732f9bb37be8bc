// What the holder of a ticket's code may see of it. Pure.
import type { EstimateFace } from '#contract/estimates.ts'
import type { Instant } from '#contract/text.ts'
import type { DutyFace, HoursFace, TicketView } from '#contract/views.ts'
import { stopsTickets } from '#domain/alerts.ts'
import type { Book } from '#domain/book.ts'
import { backUntil, returnsAlone } from '#domain/follow.ts'
import { serviceDate } from '#domain/service-day.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import { visitFaces } from '#domain/checklist.ts'
import { colourOf, numberOf, type Body } from './faces.ts'

export interface Around {
  /** Epoch milliseconds. */
  now: number
  hours: HoursFace
  /** Who is on duty now. */
  duty?: readonly DutyFace[]
  /** How many wait in front of it, counted by the caller while it waits. */
  ahead: number | null
  /** Its latest call. */
  call: string | null
  /** What was computed of its wait last. */
  shown: EstimateFace | null
  /** When its holder left by phone. */
  leftAt: Instant | null
}

export function ticketView(
  book: Book,
  ticket: Ticket,
  { now, hours, duty = [], ahead, call, shown, leftAt }: Around,
): Body<TicketView> {
  const matter = book.matterOf.get(ticket.matter)
  const window = numberOf(book, ticket.window)
  const there = ['called', 'serving'].includes(ticket.state) && window !== null
  const receives = there ? duty.find((one) => one.window === window) : undefined
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
    estimate: ticket.state === 'waiting' ? waitOf(book, { now, shown }) : null,
    window,
    ...(receives && { receives: { name: receives.name, title: receives.title } }),
    calledAt: ticket.calledAt,
    call: ticket.state === 'called' ? call : null,
    returns: returnsAlone(ticket, { today: serviceDate(now, book.hall.zone), classes: book.classes }),
    backUntil: leftAt === null || ticket.state !== 'left' ? null : backUntil(leftAt),
    visit: visitFaces(book, ticket),
  }
}

/** In danger nothing is promised. */
function waitOf(book: Book, { now, shown }: Pick<Around, 'now' | 'shown'>): EstimateFace {
  const unsure: EstimateFace = { band: null, why: 'unsure' }
  return stopsTickets(book.alerts, now) === null ? (shown ?? unsure) : unsure
}
