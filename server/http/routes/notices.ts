// Notices and their admission, and the files that they show: the routes.
import { z } from 'zod'
import {
  ChangeNotice,
  NoticeContent,
  NoticeList,
  NoticeReply,
  StepNotice,
  UploadQuery,
  UploadReply,
} from '#contract/notices.ts'
import { Id } from '#contract/text.ts'
import { shownOn } from '#domain/notices.ts'
import { serviceDate } from '#domain/service-day.ts'
import { fileName, findMedia } from '#db/queries/media.ts'
import { getHall } from '#db/queries/hall.ts'
import { listNotices } from '#db/queries/notices.ts'
import { giveUpFiles, keepFile } from '../../commands/keep-notice-file.ts'
import { refused, run, type Hub } from '../../commands/run.ts'
import { addNotice, changeNotice } from '../../commands/save-notice.ts'
import { stepNotice } from '../../commands/step-notice.ts'
import { Refused } from '../../errors.ts'
import { reply } from '../handle.ts'
import { sendFile, type MediaFolder } from '../media.ts'
import { sendCode } from '../code-picture.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Route } from '../route.ts'

const hashIn = (name: string) => /^([0-9a-f]{64})\.[a-z0-9]{3,4}$/.exec(name)?.[1] ?? null

export const noticesRoutes = (media: MediaFolder): Route[] => [
  route({
    method: 'GET',
    path: '/api/notices',
    summary: 'All notices and rules with their versions and trails',
    who: ['staff'],
    limit: 'read',
    reply: NoticeList,
    run: async ({ hub }) =>
      answer({
        notices: await hub.store.read(async (db) => {
          const { zone } = await getHall(db, hub.hall)
          return listNotices(db, hub.hall, serviceDate(hub.clock.now(), zone))
        }),
      }),
  }),
  route({
    method: 'POST',
    path: '/api/notices',
    summary: 'Draft a notice or a rule',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: NoticeContent,
    reply: NoticeReply,
    status: 201,
    run: command((room, { body }) => addNotice(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/notices/{id}/versions',
    summary: 'Change a notice: a new version, which needs its own admission',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: ChangeNotice,
    reply: NoticeReply,
    status: 201,
    run: command((room, { body, params }) => changeNotice(room, params.id ?? '', body)),
  }),
  route({
    method: 'POST',
    path: '/api/notices/{id}/steps',
    summary: 'Submit, withdraw or discard a version; admit, refuse or take down (managers)',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: StepNotice,
    reply: NoticeReply,
    run: async (asked) => {
      const result = await command<StepNotice>((room, { body, params }) => stepNotice(room, params.id ?? '', body))(
        asked,
      )
      // Whatever was put away a month ago is no longer wanted.
      await giveUpFiles(asked.hub, (file) => media.remove(fileName(file)))
      return result
    },
  }),
  route({
    method: 'POST',
    path: '/api/notices/files/{upload}',
    summary:
      'One part of a file, as it is: ?at=OFFSET&of=LENGTH, 4 MB at most; for a film also width, height, seconds. {upload}: a name that the sender makes',
    who: ['staff'],
    limit: 'write',
    reply: UploadReply,
    run: async ({ hub, actor, params, ctx }) => {
      const upload = Id.safeParse(params.upload)
      const query = UploadQuery.safeParse({ ...ctx.query })
      if (!upload.success || !query.success) {
        ctx.req.resume()
        throw new Refused({ code: 'body_invalid', facts: { issues: [{ path: 'query', message: 'at, of' }] } })
      }
      const { received, file } = await media.receive(ctx.req, `${actor.staff?.id ?? ''}-${upload.data}`, query.data)
      if (!file) return answer({ received, file: null })
      const kept = await run(hub, { actor, name: 'notice-file', body: null, key: null }, (room) => keepFile(room, file))
      return answer({ received, file: kept.body })
    },
  }),
  route({
    method: 'GET',
    path: '/api/notices/files/{file}',
    summary: 'A file as staff look at it before it is shown',
    who: ['staff'],
    limit: 'read',
    reply: z.unknown(),
    run: async ({ hub, params, ctx }) => {
      const hash = hashIn(params.file ?? '')
      const file = hash && (await findMedia(hub.store.db, hub.hall, hash))
      const path = file && !file.gone ? media.find(fileName(file)) : null
      if (!file || !path) throw new Refused({ code: 'file_unknown', facts: {} })
      sendFile(ctx, path, file)
      return answer(ctx.body, ctx.status)
    },
  }),
]

/** Files of notices that are shown today, for everybody; and the QR code that takes a notice along on a phone. */
export const noticesFiles = (hub: Hub, media: MediaFolder): PlainRoute[] => [
  {
    path: '/media/{file}',
    summary: 'A file of a notice that is shown today; 410 once it is taken down',
    type: 'application/octet-stream',
    run: async (ctx) => {
      const { file: name } = ctx.params as { file: string }
      const hash = hashIn(name)
      const file = hash && (await findMedia(hub.store.db, hub.hall, hash))
      ctx.set('Cache-Control', 'no-store')
      if (!file || fileName(file) !== name) return reply(ctx, { code: 'file_unknown', facts: {} })
      const path = (await isShown(hub, `/media/${name}`)) ? media.find(name) : null
      if (!path) return reply(ctx, { code: 'file_gone', facts: {} })
      sendFile(ctx, path, file)
    },
  },
  {
    path: '/h/notices/{id}/qr.svg',
    summary: 'The QR code that opens a notice on a phone',
    type: 'image/svg+xml',
    run: async (ctx) => {
      const { id } = ctx.params as { id: string }
      if (!Id.safeParse(id).success) {
        const { status, body } = refused({ code: 'notice_unknown', facts: {} })
        ctx.status = status
        ctx.body = body
        return
      }
      const link = `${hub.publicUrl}/h/notices/${id}`
      sendCode(ctx, link)
    },
  },
]

/** Whether anything that is shown today shows this file. */
async function isShown(hub: Hub, url: string): Promise<boolean> {
  const { book, zone } = await hub.store.read(async (db) => {
    const { bookRev, zone } = await getHall(db, hub.hall)
    return { book: await hub.shelf.book(db, hub.hall, bookRev), zone }
  })
  const today = shownOn(book.notices, serviceDate(hub.clock.now(), zone))
  return today.some(({ media }) => media?.url === url || media?.poster === url)
}
