// The duty roster and the duty log: the routes.
import { AddToEntry, DutyLogReply, WriteEntry } from '#contract/duty-log.ts'
import { Nothing } from '#contract/intents.ts'
import {
  AskLeave,
  AskSwap,
  ColleaguesReply,
  CorrectRest,
  Done,
  FillGap,
  MakeDraft,
  RemoveShift,
  RosterReply,
  RosterRules,
  SetShift,
  Yes,
} from '#contract/roster.ts'
import { HallDate } from '#contract/text.ts'
import type { Context } from 'koa'
import { fillGap, removeShift, setShift } from '../../commands/edit-roster.ts'
import { discardDraft, makeDraft, publishDraft, setRules } from '../../commands/make-roster.ts'
import { readColleagues, readDutyLog, readRosterPage } from '../../commands/read-roster.ts'
import { askLeave, decideLeave, withdrawLeave } from '../../commands/roster-leave.ts'
import { correctRest } from '../../commands/roster-rest.ts'
import { answerSwap, askSwap, decideSwap, withdrawSwap } from '../../commands/roster-swap.ts'
import { refused, type Hub } from '../../commands/run.ts'
import { addToEntry, writeEntry } from '../../commands/write-duty-log.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Route } from '../route.ts'

const edit = { method: 'POST', limit: 'write', keyed: true, reply: Done } as const
const manager = { ...edit, who: ['manager'] } as const
const staff = { ...edit, who: ['staff'] } as const

const MOST_WEEKS = 6

/** A date in the address; null where there is none, or none that is a date. */
function dateIn(ctx: Context, name: string): string | null {
  const parsed = HallDate.safeParse(ctx.query[name])
  return parsed.success ? parsed.data : null
}

export const rosterRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/roster',
    summary: 'The roster of some weeks (?from=DATE&weeks=1), one’s own affairs, and for the manager everybody’s',
    who: ['staff'],
    limit: 'read',
    reply: RosterReply,
    run: async ({ hub, actor, ctx }) => {
      const weeks = Math.min(MOST_WEEKS, Math.max(1, Math.trunc(Number(ctx.query.weeks)) || 1))
      return answer(await readRosterPage(hub, actor, { from: dateIn(ctx, 'from'), weeks }))
    },
  }),
  route({
    method: 'GET',
    path: '/api/roster/shifts/{id}/colleagues',
    summary: 'Who could take over a shift, and what one could take in return',
    who: ['staff'],
    limit: 'read',
    reply: ColleaguesReply,
    run: async ({ hub, actor, params }) => {
      const found = await readColleagues(hub, actor, params.id ?? '')
      return found.ok ? answer(found.reply) : { ...refused(found.refusal), replayed: false }
    },
  }),
  route({
    ...manager,
    path: '/api/roster/draft',
    summary: 'Make a draft of the roster from a date to a date; what was changed by hand stays, unless anew',
    body: MakeDraft,
    run: command((room, { body }) => makeDraft(room, body)),
  }),
  route({
    ...manager,
    path: '/api/roster/draft/publish',
    summary: 'Publish the draft: walls and kiosks follow it at once',
    body: Nothing,
    run: command((room) => publishDraft(room)),
  }),
  route({
    ...manager,
    path: '/api/roster/draft/discard',
    summary: 'Throw the draft away',
    body: Nothing,
    run: command((room) => discardDraft(room)),
  }),
  route({
    ...manager,
    path: '/api/roster/shifts',
    summary: 'Set one shift, new or known, of the draft or of the published roster',
    body: SetShift,
    run: command((room, { body }) => setShift(room, body)),
  }),
  route({
    ...manager,
    path: '/api/roster/fill',
    summary: 'Put somebody where nobody is',
    body: FillGap,
    run: command((room, { body }) => fillGap(room, body)),
  }),
  route({
    ...manager,
    path: '/api/roster/shifts/{id}/remove',
    summary: 'Take one shift away',
    body: RemoveShift,
    run: command((room, { body, params }) => removeShift(room, params.id ?? '', body.draft)),
  }),
  route({
    ...manager,
    path: '/api/roster/rules',
    summary: 'Who can do what, what is to be filled, rest, and what duty earns',
    body: RosterRules,
    run: command((room, { body }) => setRules(room, body)),
  }),
  route({
    ...staff,
    path: '/api/roster/swaps',
    summary: 'Ask a colleague to take over one’s shift, perhaps for one of theirs',
    body: AskSwap,
    status: 201,
    run: command((room, { body }) => askSwap(room, body)),
  }),
  route({
    ...staff,
    path: '/api/roster/swaps/{id}/answer',
    summary: 'The colleague agrees, or does not',
    body: Yes,
    run: command((room, { body, params }) => answerSwap(room, params.id ?? '', body.yes)),
  }),
  route({
    ...manager,
    path: '/api/roster/swaps/{id}/decide',
    summary: 'The manager consents, or does not: then the shifts change hands',
    body: Yes,
    run: command((room, { body, params }) => decideSwap(room, params.id ?? '', body.yes)),
  }),
  route({
    ...staff,
    path: '/api/roster/swaps/{id}/withdraw',
    summary: 'Take back one’s own request',
    body: Nothing,
    run: command((room, { params }) => withdrawSwap(room, params.id ?? '')),
  }),
  route({
    ...staff,
    path: '/api/roster/leave',
    summary: 'Ask for leave, whole days',
    body: AskLeave,
    status: 201,
    run: command((room, { body }) => askLeave(room, body)),
  }),
  route({
    ...manager,
    path: '/api/roster/leave/{id}/decide',
    summary: 'The manager consents, or does not: then the shifts are open',
    body: Yes,
    run: command((room, { body, params }) => decideLeave(room, params.id ?? '', body.yes)),
  }),
  route({
    ...staff,
    path: '/api/roster/leave/{id}/withdraw',
    summary: 'Take back one’s own leave before it begins',
    body: Nothing,
    run: command((room, { params }) => withdrawLeave(room, params.id ?? '')),
  }),
  route({
    ...manager,
    path: '/api/roster/rest',
    summary: 'Put the ledger of compensatory rest right with a row of its own',
    body: CorrectRest,
    status: 201,
    run: command((room, { body }) => correctRest(room, body)),
  }),
  route({
    method: 'GET',
    path: '/api/duty-log',
    summary: 'The duty log of a date (?date=DATE), and what is still open',
    who: ['staff'],
    limit: 'read',
    reply: DutyLogReply,
    run: async ({ hub, ctx }) => answer(await readDutyLog(hub, dateIn(ctx, 'date'))),
  }),
  route({
    ...staff,
    path: '/api/duty-log',
    summary: 'Write down what happened on duty',
    body: WriteEntry,
    status: 201,
    run: command((room, { body }) => writeEntry(room, body)),
  }),
  route({
    ...staff,
    path: '/api/duty-log/{id}/additions',
    summary: 'Add to an entry: done, reported upward, taken over, closed',
    body: AddToEntry,
    status: 201,
    run: command((room, { body, params }) => addToEntry(room, params.id ?? '', body)),
  }),
]

/** What other programs fetch as it is: no intent and no view. */
export const rosterFiles = (_hub: Hub): PlainRoute[] => []
