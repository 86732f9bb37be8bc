// Several matters in one visit, what is missing for them, and the windows: their order of lanes, pauses and closing.
import { Nothing } from '#contract/intents.ts'
import { JobReply } from '#contract/printing.ts'
import {
  ChecklistReply,
  CloseReply,
  CloseWindow,
  EditWindow,
  PrintChecklist,
  RemoveLane,
  SetMissing,
  TakeBreak,
  WindowPlan,
  WindowReply,
} from '#contract/visits.ts'
import { closeWindow } from '../../commands/close-window.ts'
import { printChecklist, readSheets, setMissing } from '../../commands/keep-checklist.ts'
import { dropWindow, editWindow, readWindowPlan, removeLane } from '../../commands/keep-windows.ts'
import { comeBack, takeBreak } from '../../commands/window-break.ts'
import type { Spooler } from '../../printing/spooler.ts'
import { answer, command, route, type Route } from '../route.ts'

export const visitRoutes = (spooler: Spooler): Route[] => [
  route({
    method: 'POST',
    path: '/api/tickets/{id}/checklist',
    summary: 'What is missing for a matter of a ticket',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: SetMissing,
    reply: Nothing,
    run: command((room, { body, params }) => setMissing(room, params.id ?? '', body)),
  }),
  route({
    method: 'POST',
    path: '/api/tickets/{id}/checklist/sheets',
    summary: 'The one-time checklist of a ticket as it is printed, for a desk that prints by itself',
    who: ['staff'],
    limit: 'read',
    body: Nothing,
    reply: ChecklistReply,
    run: command(async (room, { params }) => {
      const sheets = await readSheets(room, params.id ?? '')
      return sheets
        ? { ok: true, quiet: true, reply: { sheets } }
        : { ok: false, refusal: { code: 'ticket_unknown', facts: {} } }
    }),
  }),
  route({
    method: 'POST',
    path: '/api/tickets/{id}/checklist/print',
    summary: 'Print the one-time checklist of a ticket',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: PrintChecklist,
    reply: JobReply,
    status: 202,
    run: async (asked) => {
      const result = await command<PrintChecklist>((room, { body, params }) =>
        printChecklist(room, params.id ?? '', body),
      )(asked)
      spooler.wake()
      return result
    },
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/pause',
    summary: 'Pause the window at which one sits: why, and for how many minutes',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: TakeBreak,
    reply: Nothing,
    run: command((room, { body, params }) => takeBreak(room, params.id ?? '', body)),
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/back',
    summary: 'Come back from a pause',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => comeBack(room, params.id ?? '')),
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/close',
    summary:
      'Close a window: hand over what it holds to its lanes or to another window, and stand up; one’s own, or a manager any',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: CloseWindow,
    reply: CloseReply,
    run: command((room, { body, params }) => closeWindow(room, params.id ?? '', body)),
  }),
  route({
    method: 'GET',
    path: '/api/windows',
    summary: 'The windows with their lanes in order, and what each holds',
    who: ['manager'],
    limit: 'read',
    reply: WindowPlan,
    run: async ({ hub }) => answer(await readWindowPlan(hub)),
  }),
  route({
    method: 'POST',
    path: '/api/windows',
    summary: 'Lay out a window, or a new one: number, name, lanes in order of preference, all-round',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: EditWindow,
    reply: WindowReply,
    run: command((room, { body }) => editWindow(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/windows/{id}/remove',
    summary: 'Remove a window at which nobody sits and that holds nothing',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => dropWindow(room, params.id ?? '')),
  }),
  route({
    method: 'POST',
    path: '/api/lanes/{id}/remove',
    summary: 'Give up a lane; another takes over its matters and whoever waits',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: RemoveLane,
    reply: Nothing,
    run: command((room, { body, params }) => removeLane(room, params.id ?? '', body)),
  }),
]
