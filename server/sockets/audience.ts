// The rooms of the socket server: one per audience, and which views each is given.
import type { Audience } from '#contract/events.ts'
import type { ViewName } from '#contract/views.ts'

/**
 * In the order in which they are pushed: what concerns life and limb, then calls. `ticket` is built for each follower, `screens` from
 * the sockets themselves.
 */
export const hallViews = [
  'alert',
  'board',
  'kiosk',
  'catalog',
  'desk',
  'walls',
  'calendar',
  'almanac',
  'notices',
  'office',
  'people',
] as const
export type HallViewName = (typeof hallViews)[number]

/** phone: whoever follows a ticket. guest: whoever opened the hall's page, and what everybody may know. */
export const viewsOf: Record<Audience, readonly ViewName[]> = {
  display: ['alert', 'board', 'ledger', 'walls', 'calendar', 'almanac', 'notices'],
  kiosk: ['alert', 'kiosk', 'catalog', 'calendar', 'almanac', 'notices', 'people'],
  desk: ['alert', 'desk', 'catalog', 'screens', 'proofs', 'walls', 'calendar', 'notices', 'office', 'people'],
  phone: ['alert', 'ticket'],
  guest: ['alert', 'kiosk', 'calendar', 'notices', 'people'],
}

/** What a screen that joins is sent a moment later: many times as large as the views of the queue, and seldom another than it has already. */
export const laterViews: ReadonlySet<ViewName> = new Set([
  'ledger',
  'catalog',
  'calendar',
  'almanac',
  'notices',
  'office',
  'people',
])

export const audiencesOf = (view: ViewName): Audience[] =>
  (Object.keys(viewsOf) as Audience[]).filter((kind) => viewsOf[kind].includes(view))

/** The room of those who follow one ticket; they are in the room `phone` as well. */
export const ticketRoom = (ticket: string): string => `ticket:${ticket}`
export const isTicketRoom = (room: string): boolean => room.startsWith('ticket:')
