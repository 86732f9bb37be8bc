// Hours, holidays and proposals: the routes.
import {
  DecideProposal,
  GiveVoice,
  HolidayPreview,
  HoursEdited,
  HoursOffice,
  KeepException,
  KeepHolidays,
  KeepMakeup,
  KeepPattern,
  PreviewHolidays,
  ProposalList,
  Propose,
  RemoveException,
  RemovePattern,
  VoiceReply,
  WithdrawProposal,
} from '#contract/hours.ts'
import { osmHours, schemaHours } from '#domain/hours-export.ts'
import { readHolidayYears } from '#db/queries/hours.ts'
import { presentBook, readHoursOffice, readProposals, readVoice } from '../../commands/hours-office.ts'
import { keepHolidays, keepMakeup, previewHolidays } from '../../commands/keep-holidays.ts'
import { dropException, dropPattern, keepException, keepPattern } from '../../commands/keep-hours.ts'
import { decideProposal, propose, withdrawProposal } from '../../commands/keep-proposal.ts'
import { giveVoice } from '../../commands/give-voice.ts'
import { refused, type Hub } from '../../commands/run.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Route } from '../route.ts'

const edit = { method: 'POST', who: ['manager'], limit: 'write', keyed: true, reply: HoursEdited } as const

export const hoursRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/hours/office',
    summary: 'What the office edits: patterns, exceptions, holidays, proposals, and the version of all that',
    who: ['manager'],
    limit: 'read',
    reply: HoursOffice,
    run: async ({ hub }) => answer(await readHoursOffice(hub)),
  }),
  route({
    ...edit,
    path: '/api/hours/patterns',
    summary: 'Publish a whole week’s hours, and those of public holidays, from a day on',
    body: KeepPattern,
    run: command((room, { body }) => keepPattern(room, body)),
  }),
  route({
    ...edit,
    path: '/api/hours/patterns/remove',
    summary: 'Take back a pattern that has not begun',
    body: RemovePattern,
    run: command((room, { body }) => dropPattern(room, body)),
  }),
  route({
    ...edit,
    path: '/api/hours/exceptions',
    summary: 'Give a day, or some days, hours of their own; with reason and source',
    body: KeepException,
    run: command((room, { body }) => keepException(room, body)),
  }),
  route({
    ...edit,
    path: '/api/hours/exceptions/remove',
    summary: 'A day is as its weekday again',
    body: RemoveException,
    run: command((room, { body }) => dropException(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/hours/holidays/preview',
    summary: 'What an entry of holidays would change; nothing is written',
    who: ['manager'],
    limit: 'write',
    body: PreviewHolidays,
    reply: HolidayPreview,
    run: async ({ hub, body }) => answer(previewHolidays(await readHolidayYears(hub.store.db, hub.hall), body.entered)),
  }),
  route({
    ...edit,
    path: '/api/hours/holidays',
    summary: 'Keep the holidays and make-up workdays of whole years',
    body: KeepHolidays,
    run: command((room, { body }) => keepHolidays(room, body)),
  }),
  route({
    ...edit,
    path: '/api/hours/holidays/makeup',
    summary: 'Say which weekday’s hours a make-up workday keeps',
    body: KeepMakeup,
    run: command((room, { body }) => keepMakeup(room, body)),
  }),
  route({
    method: 'GET',
    path: '/api/proposals',
    summary: 'New hours that were put to residents, with the voices, newest first',
    who: ['anyone'],
    limit: 'read',
    reply: ProposalList,
    run: async ({ hub }) => answer({ proposals: await readProposals(hub) }),
  }),
  route({
    ...edit,
    path: '/api/proposals',
    summary: 'Put new hours to residents, from a day until another',
    body: Propose,
    run: command((room, { body }) => propose(room, body)),
  }),
  route({
    ...edit,
    path: '/api/proposals/{id}/withdraw',
    summary: 'Take a question back before it is decided',
    body: WithdrawProposal,
    run: command((room, { body, params }) => withdrawProposal(room, { id: params.id ?? '', ...body })),
  }),
  route({
    ...edit,
    path: '/api/proposals/{id}/decide',
    summary: 'Record what the residents’ meeting decided; its hours may be the published ones from a day on',
    body: DecideProposal,
    run: command((room, { body, params }) => decideProposal(room, { id: params.id ?? '', ...body })),
  }),
  route({
    method: 'POST',
    path: '/api/proposals/{id}/voice',
    summary: 'A ticket’s voice: one each, the later one stands',
    who: ['anyone'],
    limit: 'write',
    body: GiveVoice,
    reply: VoiceReply,
    run: command((room, { body, params }) => giveVoice(room, { id: params.id ?? '', ...body })),
  }),
  route({
    method: 'GET',
    path: '/api/tickets/{code}/voice',
    summary: 'What is put to residents today, and what the ticket with this code said',
    who: ['anyone'],
    limit: 'read',
    reply: VoiceReply,
    run: async ({ hub, params }) => {
      const reply = await readVoice(hub, params.code ?? '')
      if (reply) return answer(reply)
      const { status, body } = refused({ code: 'ticket_unknown', facts: {} })
      return answer(body, status)
    },
  }),
]

/** What other programs fetch as it is: no intent and no view. */
export const hoursFiles = (hub: Hub): PlainRoute[] => [
  {
    path: '/api/hours/schema.json',
    summary: 'The published hours as schema.org (GovernmentOffice)',
    type: 'application/ld+json',
    run: async (ctx) => {
      const { book, today } = await presentBook(hub)
      ctx.body = JSON.stringify(schemaHours(book.hall, book.hours, today), null, 2)
      ctx.type = 'application/ld+json'
    },
  },
  {
    path: '/api/hours/osm.txt',
    summary: 'The published hours as an OSM opening_hours value',
    type: 'text/plain',
    run: async (ctx) => {
      const { book, today } = await presentBook(hub)
      ctx.body = `${osmHours(book.hours, today)}\n`
      ctx.type = 'text/plain; charset=utf-8'
    },
  },
]
