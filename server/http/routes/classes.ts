// Classes and head starts, and numbers that staff take for somebody at the door.
import { ClassList, ClassPlan } from '#contract/classes.ts'
import { TakeTicket, TicketReply } from '#contract/intents.ts'
import { getHall } from '#db/queries/hall.ts'
import { doorTicket } from '../../commands/door-ticket.ts'
import { classList, keepClass } from '../../commands/keep-classes.ts'
import { answer, command, route, type Route } from '../route.ts'

export const classRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/classes',
    summary: 'All classes of tickets with their head starts, and the rule in one sentence',
    who: ['staff'],
    limit: 'read',
    reply: ClassList,
    run: async ({ hub }) => {
      const { bookRev } = await getHall(hub.store.db, hub.hall)
      return answer(classList(await hub.shelf.book(hub.store.db, hub.hall, bookRev)))
    },
  }),
  route({
    method: 'POST',
    path: '/api/classes',
    summary: 'A new class',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: ClassPlan,
    reply: ClassList,
    status: 201,
    run: command((room, { body }) => keepClass(room, null, body)),
  }),
  route({
    method: 'POST',
    path: '/api/classes/{id}',
    summary: 'Change a class: its name, its head start, whether it is offered; for new tickets only',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: ClassPlan,
    reply: ClassList,
    run: command((room, { body, params }) => keepClass(room, params.id ?? '', body)),
  }),
  route({
    method: 'POST',
    path: '/api/door/tickets',
    summary: 'Take a number on behalf of somebody at the door; as at the kiosk, within open hours',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: TakeTicket,
    reply: TicketReply,
    status: 201,
    run: command((room, { body }) => doorTicket(room, body)),
  }),
]
