// Tickets: taken at a kiosk, advanced at a desk.
import { MatterList, Nothing, PrintOutcome, Step, StepReply, TakeTicket, TicketReply } from '#contract/intents.ts'
import { getHall } from '#db/queries/hall.ts'
import { printOutcome } from '../../commands/print-outcome.ts'
import { callNext, stepTicket, undo } from '../../commands/step-ticket.ts'
import { takeTicket } from '../../commands/take-ticket.ts'
import { answer, command, route, type Route } from '../route.ts'

export const ticketRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/tickets',
    summary: 'Take a number for a matter; open hours only, no cap',
    who: ['kiosk'],
    limit: 'write',
    keyed: true,
    body: TakeTicket,
    reply: TicketReply,
    status: 201,
    run: command((room, { body }) => takeTicket(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/tickets/{id}/print',
    summary: 'Say what became of the paper',
    who: ['kiosk'],
    limit: 'write',
    keyed: true,
    body: PrintOutcome,
    reply: Nothing,
    run: command((room, { body, params }) => printOutcome(room, { id: params.id ?? '', ...body })),
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/next',
    summary: 'Call the next in order to the window at which one sits',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: StepReply,
    run: command((room, { params }) => callNext(room, params.id ?? '')),
  }),
  route({
    method: 'POST',
    path: '/api/tickets/{id}/steps',
    summary: 'Take a step with a ticket: call, again, start, hold, miss, requeue, transfer, finish, leave',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Step,
    reply: StepReply,
    run: command((room, { body, params }) => stepTicket(room, { id: params.id ?? '', step: body })),
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/undo',
    summary: 'Take back the last step of the window at which one sits',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: StepReply,
    run: command((room, { params }) => undo(room, params.id ?? '')),
  }),
  route({
    method: 'GET',
    path: '/api/matters',
    summary: 'What can be settled in this hall',
    who: ['anyone'],
    limit: 'read',
    reply: MatterList,
    run: async ({ hub }) => {
      const { bookRev } = await getHall(hub.store.db, hub.hall)
      return answer({ matters: (await hub.shelf.book(hub.store.db, hub.hall, bookRev)).matters })
    },
  }),
]
