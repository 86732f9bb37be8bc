// The rooms of the socket server: one per audience, and which views each is given.
import type { DeviceKind } from '#contract/words.ts'
import type { ViewName } from '#contract/views.ts'

/** Views that the whole hall shares; `ticket` is built for each follower, `screens` from the sockets themselves. */
export const hallViews = ['board', 'kiosk', 'catalog', 'desk'] as const
export type HallViewName = (typeof hallViews)[number]

export const viewsOf: Record<DeviceKind, readonly ViewName[]> = {
  display: ['board'],
  kiosk: ['kiosk', 'catalog'],
  desk: ['desk', 'catalog', 'screens'],
}

export const audiencesOf = (view: ViewName): DeviceKind[] =>
  (Object.keys(viewsOf) as DeviceKind[]).filter((kind) => viewsOf[kind].includes(view))

/** The room of those who follow one ticket. */
export const ticketRoom = (ticket: string): string => `ticket:${ticket}`
export const isTicketRoom = (room: string): boolean => room.startsWith('ticket:')
