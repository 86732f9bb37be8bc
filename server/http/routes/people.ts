// Who to turn to: what was looked up, photos, and the book of people: the routes.
import { z } from 'zod'
import type { Context } from 'koa'
import { Nothing } from '#contract/intents.ts'
import { Lookup, LookupList, PersonName } from '#contract/people.ts'
import { NameSound, PhotoReply } from '#contract/people-book.ts'
import { examinePhoto, PHOTO } from '#domain/people-photo.ts'
import type { StoredPhoto } from '#db/queries/people-changes.ts'
import { count, readLookups } from '../../commands/count-lookup.ts'
import { readPhoto, takePhoto } from '../../commands/keep-photo.ts'
import { openEar } from '../../commands/people-sounds.ts'
import { run, type Hub } from '../../commands/run.ts'
import { Refused } from '../../errors.ts'
import { readBytes } from '../bytes.ts'
import { reply } from '../handle.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Route } from '../route.ts'
import { peopleBookRoutes } from './people-book.ts'

/** Periods that the manager looks at, days. */
const periods = [1, 7, 30, 90, 365]

export const peopleRoutes: Route[] = [
  ...peopleBookRoutes,
  route({
    method: 'POST',
    path: '/api/lookups',
    summary: 'Count what was looked up: words or a thing, nothing of who asked',
    who: ['kiosk', 'staff', 'anyone'],
    limit: 'follow',
    body: Lookup,
    reply: Nothing,
    run: command((room, { body }) => count(room, body)),
  }),
  route({
    method: 'GET',
    path: '/api/lookups',
    summary: 'What residents asked for (高频词), the most frequent first: ?days=1, 7, 30, 90, 365',
    who: ['manager'],
    limit: 'read',
    reply: LookupList,
    run: async ({ hub, ctx }) => {
      const days = Number(ctx.query.days ?? 30)
      return answer(await readLookups(hub, periods.includes(days) ? days : 30))
    },
  }),
  route({
    method: 'POST',
    path: '/api/people/photos',
    summary: `A photo, as it is: a square JPEG, PNG or WebP of ${PHOTO.least} to ${PHOTO.most} pixels, ${PHOTO.bytes / 1e6} MB at most`,
    who: ['manager'],
    limit: 'write',
    reply: PhotoReply,
    run: async ({ hub, actor, ctx }) => {
      const bytes = await readBytes(ctx.req, PHOTO.bytes)
      const photo = bytes ? await examinePhoto(bytes) : { ok: false as const, why: 'heavy' as const }
      if (!photo.ok) throw new Refused({ code: 'photo_refused', facts: { why: photo.why } })
      return run(hub, { actor, name: 'photo', body: null, key: null }, (room) => takePhoto(room, photo))
    },
  }),
  route({
    method: 'GET',
    path: '/api/people/photos/{file}',
    summary: 'A photo as the manager looks at it before it is shown',
    who: ['manager'],
    limit: 'read',
    reply: z.unknown(),
    run: async ({ hub, params, ctx }) => {
      const photo = await readPhoto(hub, params.file ?? '', { shown: false })
      if (!photo) throw new Refused({ code: 'file_unknown', facts: {} })
      send(ctx, photo)
      return answer(ctx.body, ctx.status)
    },
  }),
  route({
    method: 'GET',
    path: '/api/people/sound',
    summary: 'How a name sounds, in pinyin, as the hub reads it: ?name=',
    who: ['manager'],
    limit: 'read',
    reply: NameSound,
    run: async ({ ctx }) => {
      const name = PersonName.safeParse(ctx.query.name)
      return answer({ sound: name.success ? (await openEar()).name(name.data) : '' })
    },
  }),
]

/** Photos of those whose card is published today, for everybody; gone with the card. */
export const peopleFiles = (hub: Hub): PlainRoute[] => [
  {
    path: '/photos/{file}',
    summary: 'The photo of a person whose card is published today; 410 once they left',
    type: 'image/jpeg',
    run: async (ctx) => {
      const { file } = ctx.params as { file: string }
      ctx.set('Cache-Control', 'no-store')
      const photo = await readPhoto(hub, file, { shown: true })
      if (!photo) return reply(ctx, { code: 'file_gone', facts: {} })
      send(ctx, photo)
    },
  },
]

/** The browser asks each time whether it still may show it. */
function send(ctx: Context, { hash, type, bytes }: StoredPhoto): void {
  ctx.set('X-Content-Type-Options', 'nosniff')
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
  ctx.set('Cache-Control', 'private, no-cache')
  ctx.set('ETag', `"${hash}"`)
  ctx.type = type
  if (ctx.get('if-none-match').includes(hash)) {
    ctx.status = 304
    return
  }
  ctx.status = 200
  ctx.body = Buffer.from(bytes)
}
