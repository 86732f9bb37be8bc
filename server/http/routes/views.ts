// Every view, as the socket sends it, for programs that ask once.
import type { Audience } from '#contract/events.ts'
import { views, type ViewName } from '#contract/views.ts'
import { findTicketByCode } from '#db/queries/tickets.ts'
import { refused } from '../../commands/run.ts'
import { audiencesOf, hallViews } from '../../sockets/audience.ts'
import type { Broadcast } from '../../sockets/broadcast.ts'
import { answer, route, type Route, type Who } from '../route.ts'

const whoIs: Record<Audience, Who> = {
  display: 'display',
  kiosk: 'kiosk',
  desk: 'staff',
  phone: 'anyone',
  guest: 'anyone',
}
const readers = (view: ViewName): Who[] => audiencesOf(view).map((kind) => whoIs[kind])

export const viewRoutes = (broadcast: Broadcast): Route[] => [
  ...hallViews.map((name) =>
    route({
      method: 'GET',
      path: `/api/views/${name}`,
      summary: `The ${name} view, whole, as the socket sends it`,
      // Staff may look at what the wall and the kiosk show.
      who: [...new Set<Who>([...readers(name), 'staff'])],
      limit: 'read',
      reply: views[name],
      run: async () => {
        await broadcast.settle()
        return answer(broadcast.cache.get(name))
      },
    }),
  ),
  route({
    method: 'GET',
    path: '/api/views/screens',
    summary: 'What each kiosk and display has on its glass',
    who: ['staff'],
    limit: 'read',
    reply: views.screens,
    run: async () => answer(await broadcast.screens()),
  }),
  route({
    method: 'GET',
    path: '/api/views/ledger',
    summary: 'The day’s fairness: served, called out of rank and why, longest wait, most overtaken',
    who: ['display', 'staff'],
    limit: 'read',
    reply: views.ledger,
    run: async () => answer(await broadcast.ledger.view()),
  }),
  route({
    method: 'GET',
    path: '/api/views/proofs',
    summary: 'What the screens have proven of the calls that stand',
    who: ['staff'],
    limit: 'read',
    reply: views.proofs,
    run: async () => {
      await broadcast.settle()
      return answer(await broadcast.proofs.view())
    },
  }),
  route({
    method: 'GET',
    path: '/api/views/ticket/{code}',
    summary: 'A ticket as its holder may see it',
    who: ['anyone'],
    limit: 'read',
    reply: views.ticket,
    run: async ({ hub, params }) => {
      await broadcast.settle()
      const ticket = await findTicketByCode(hub.store.db, hub.hall, params.code ?? '')
      const view = ticket && (await broadcast.ticket(ticket.id))
      return view ? answer(view) : { ...refused({ code: 'ticket_unknown', facts: {} }), replayed: false }
    },
  }),
]
