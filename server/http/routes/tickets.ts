// Tickets: taken at a kiosk, advanced at a desk.
import {
  FollowReply,
  MatterList,
  Nothing,
  PrintOutcome,
  Step,
  StepReply,
  TakeTicket,
  TicketReply,
} from '#contract/intents.ts'
import { getHall } from '#db/queries/hall.ts'
import { comeBack, leaveQueue, takeBack, takeBackAtDesk } from '../../commands/follow-ticket.ts'
import { printOutcome } from '../../commands/print-outcome.ts'
import { callNext, stepTicket, undo } from '../../commands/step-ticket.ts'
import { takeTicket } from '../../commands/take-ticket.ts'
import { answer, command, route, type Route } from '../route.ts'

const followed = {
  method: 'POST',
  who: ['anyone'],
  limit: 'follow',
  keyed: true,
  body: Nothing,
  reply: FollowReply,
} as const

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
    ...followed,
    path: '/api/tickets/{code}/leave',
    summary: 'Leave the queue, by whoever holds the code',
    run: command((room, { params }) => leaveQueue(room, params.code ?? '')),
  }),
  route({
    ...followed,
    path: '/api/tickets/{code}/back',
    summary: 'Take the same place again, within ten minutes after leaving by phone',
    run: command((room, { params }) => takeBack(room, params.code ?? '')),
  }),
  route({
    ...followed,
    path: '/api/tickets/{code}/return',
    summary: 'Join the queue again after a missed call, where the hall has a head start for returns',
    run: command((room, { params }) => comeBack(room, params.code ?? '')),
  }),
  route({
    ...followed,
    who: ['staff'],
    path: '/api/tickets/{id}/restore',
    summary: 'Give a number that left by phone its place again',
    run: command((room, { params }) => takeBackAtDesk(room, params.id ?? '')),
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
