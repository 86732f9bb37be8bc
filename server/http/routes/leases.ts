// Numbers while the hub is away: blocks for kiosks, and their return.
import { Nothing } from '#contract/intents.ts'
import { AskLeases, LeaseBook, ReturnSlips, SlipsReply } from '#contract/leases.ts'
import { leaseNumbers } from '../../commands/lease-numbers.ts'
import { putAway, takeSlips } from '../../commands/lease-slips.ts'
import { command, route, type Route } from '../route.ts'

export const leaseRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/leases',
    summary: 'Blocks of numbers for this kiosk, for today and tomorrow: what it holds, and more where that runs low',
    who: ['kiosk'],
    limit: 'write',
    keyed: true,
    body: AskLeases,
    reply: LeaseBook,
    run: command((room, { body }) => leaseNumbers(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/slips',
    summary:
      'Numbers that were taken while the hub was away: each becomes one ticket, with its place by the time it was taken',
    who: ['kiosk'],
    limit: 'write',
    keyed: true,
    body: ReturnSlips,
    reply: SlipsReply,
    run: command((room, { body }) => takeSlips(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/slips/{id}/seen',
    summary: 'Put away the message about a slip whose number is called no more',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => putAway(room, params.id ?? '')),
  }),
]
