// Closing time and the live panel: what still waits, what staff decide, how the hall stands, and the targets.
import { Closing, DecideAtClosing, DecidedForYou, PanelView, ProvenCalls, Targets } from '#contract/closing.ts'
import { Nothing, StepReply } from '#contract/intents.ts'
import { decideAtClosing, keepTargets, takeBackDecision } from '../../commands/closing.ts'
import { keepProvenCalls } from '../../commands/keep-proven-calls.ts'
import { decidedFor, readClosing } from '../../commands/read-closing.ts'
import { readPanel } from '../../commands/read-panel.ts'
import { refused } from '../../commands/run.ts'
import { answer, command, route, type Route } from '../route.ts'

export const closingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/closing',
    summary: 'Who still waits when the day closes, until about when, and what was decided',
    who: ['staff'],
    limit: 'read',
    reply: Closing,
    run: async ({ hub, actor }) => answer(await readClosing(hub, actor.window)),
  }),
  route({
    method: 'POST',
    path: '/api/tickets/{id}/closing',
    summary: 'Decide what becomes of a ticket that still waits: next_day, handed_over, phone_call, left',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: DecideAtClosing,
    reply: StepReply,
    run: command((room, { body, params }) => decideAtClosing(room, { id: params.id ?? '', ...body })),
  }),
  route({
    method: 'POST',
    path: '/api/tickets/{id}/closing/undo',
    summary: 'Take back what was decided on a ticket',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: StepReply,
    run: command((room, { params }) => takeBackDecision(room, params.id ?? '')),
  }),
  route({
    method: 'GET',
    path: '/api/views/ticket/{code}/closing',
    summary: 'What was decided on a ticket when the day closed, for its holder',
    who: ['anyone'],
    limit: 'read',
    reply: DecidedForYou,
    run: async ({ hub, params }) => {
      const decided = await decidedFor(hub, params.code ?? '')
      return decided ? answer(decided) : { ...refused({ code: 'ticket_unknown', facts: {} }), replayed: false }
    },
  }),
  route({
    method: 'GET',
    path: '/api/panel',
    summary: 'How the hall stands now: waits against the targets, and since when windows are staffed',
    who: ['staff'],
    limit: 'read',
    reply: PanelView,
    run: async ({ hub }) => answer(await readPanel(hub)),
  }),
  route({
    method: 'POST',
    path: '/api/targets',
    summary: 'Within how many minutes nine of ten are to be called: in the hall, and in lanes of their own',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: Targets,
    reply: Targets,
    run: command((room, { body }) => keepTargets(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/proven-calls',
    summary: 'How many calls must have been shown and spoken before a number is missed without a reason',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: ProvenCalls,
    reply: ProvenCalls,
    run: command((room, { body }) => keepProvenCalls(room, body)),
  }),
]
