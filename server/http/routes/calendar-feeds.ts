// Calendars from outside: by address or as a file, looked at again, let go.
import type { IncomingMessage } from 'node:http'
import { FeedBody, FeedReply } from '#contract/calendar.ts'
import { Nothing } from '#contract/intents.ts'
import { EventKind } from '#contract/words.ts'
import { addFeed, importFile, refreshFeed, removeFeed } from '../../commands/calendar-feeds.ts'
import { Refused } from '../../errors.ts'
import { command, route, type Route } from '../route.ts'
import { no } from './calendar-book.ts'

const FILE_MOST = 2_000_000

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    // What comes beyond the limit is read and forgotten: to leave it would lose the refusal.
    if (size <= FILE_MOST) parts.push(part)
  }
  if (size > FILE_MOST) throw new Refused({ code: 'file_too_large', facts: { limit: FILE_MOST } })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
  } catch {
    throw new Refused({ code: 'body_not_utf8', facts: {} })
  }
}

export const feedRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/calendar/feeds',
    summary: 'Take in a calendar by its address; it is looked at again every day',
    who: ['manager'],
    limit: 'write',
    body: FeedBody,
    reply: FeedReply,
    status: 201,
    run: ({ hub, actor, body }) => addFeed(hub, actor, body),
  }),
  route({
    method: 'POST',
    path: '/api/calendar/imports/{kind}',
    summary: 'Take in a calendar file (text/calendar, sent as it is) as events of a kind',
    who: ['manager'],
    limit: 'write',
    reply: FeedReply,
    status: 201,
    run: async ({ hub, actor, params, ctx }) => {
      const kind = EventKind.safeParse(params.kind)
      const text = await readText(ctx.req)
      return kind.success ? importFile(hub, actor, { text, kind: kind.data }) : no('event_unknown')
    },
  }),
  route({
    method: 'POST',
    path: '/api/calendar/feeds/{id}/refresh',
    summary: 'Look at a calendar from outside now',
    who: ['manager'],
    limit: 'write',
    body: Nothing,
    reply: FeedReply,
    run: ({ hub, actor, params }) => refreshFeed(hub, actor, params.id ?? ''),
  }),
  route({
    method: 'POST',
    path: '/api/calendar/feeds/{id}/remove',
    summary: 'Let a calendar from outside go, with its events',
    who: ['manager'],
    limit: 'write',
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => removeFeed(room, params.id ?? '')),
  }),
]
