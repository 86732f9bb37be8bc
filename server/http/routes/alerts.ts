// Emergency messages: the routes.
import {
  Acknowledge,
  Acknowledged,
  AlertOffice,
  AlertReply,
  DraftReply,
  PrepareAlert,
  ReceiveCap,
  SendAlert,
  StepAlert,
} from '#contract/alerts.ts'
import { Nothing } from '#contract/intents.ts'
import { contentOf, newest, overEverything } from '#domain/alerts.ts'
import { atomOf, capOf, type Issuer } from '#domain/alerts-cap.ts'
import { findAlert, findAlertOfPart, listAcks, listAlerts } from '#db/queries/alerts.ts'
import { getHall } from '#db/queries/hall.ts'
import { readAlertOffice } from '../../commands/alert-office.ts'
import { discardDraft, receiveAlert } from '../../commands/receive-alert.ts'
import { refused, type Hub } from '../../commands/run.ts'
import { acknowledgeAlert, prepareAlert, sendAlert, stepAlert } from '../../commands/send-alert.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Route } from '../route.ts'

export const alertsRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/alerts',
    summary: 'Emergency messages, who acknowledged them, drafts from outside, prepared words, screens',
    who: ['staff'],
    limit: 'read',
    reply: AlertOffice,
    run: async ({ hub }) => answer(await readAlertOffice(hub)),
  }),
  route({
    method: 'GET',
    path: '/api/alerts/acknowledged',
    summary: 'Whether whoever asks has acknowledged what the screens show now',
    who: ['staff'],
    limit: 'read',
    reply: Acknowledged,
    run: async ({ hub, actor }) => {
      const { bookRev } = await getHall(hub.store.db, hub.hall)
      const book = await hub.shelf.book(hub.store.db, hub.hall, bookRev)
      const over = overEverything(book.alerts, hub.clock.now())
      const content = over && contentOf(over).id
      const acks = content === null ? [] : await listAcks(hub.store.db, hub.hall, [content])
      return answer({ content: acks.some(({ staff }) => staff === actor.staff?.id) ? content : null })
    },
  }),
  route({
    method: 'POST',
    path: '/api/alerts',
    summary: 'Send an emergency message to every screen; a real one must be confirmed',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: SendAlert,
    reply: AlertReply,
    status: 201,
    run: command((room, { body }) => sendAlert(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/alerts/{id}/steps',
    summary: 'Renew a message, change its words, give the all-clear, or take back a mistake',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: StepAlert,
    reply: AlertReply,
    run: command((room, { body, params }) => stepAlert(room, { id: params.id ?? '', step: body })),
  }),
  route({
    method: 'POST',
    path: '/api/alerts/{id}/acknowledge',
    summary: 'Say that one has read the words of a message',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Acknowledge,
    reply: Nothing,
    run: command((room, { body, params }) => acknowledgeAlert(room, { id: params.id ?? '', ...body })),
  }),
  route({
    method: 'POST',
    path: '/api/alerts/prepared',
    summary: 'Keep the hall’s own prepared words of a hazard',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: PrepareAlert,
    reply: Nothing,
    run: command((room, { body }) => prepareAlert(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/alerts/cap',
    summary: 'Take a CAP 1.2 message from outside as a draft; a manager reads and sends it, or not',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: ReceiveCap,
    reply: DraftReply,
    status: 201,
    run: command((room, { body }) => receiveAlert(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/alerts/drafts/{id}/discard',
    summary: 'Put a draft aside',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => discardDraft(room, params.id ?? '')),
  }),
]

async function issuerOf(hub: Hub): Promise<Issuer> {
  const { bookRev } = await getHall(hub.store.db, hub.hall)
  const { name, address, phone, zone } = (await hub.shelf.book(hub.store.db, hub.hall, bookRev)).hall
  return { hall: hub.hall, name, address, phone, zone, url: hub.publicUrl }
}

/** What other programs fetch as it is: no intent and no view. */
export const alertsFiles = (hub: Hub): PlainRoute[] => [
  {
    path: '/api/alerts.atom',
    summary: 'The emergency messages of this hall, newest first: an Atom feed of CAP documents',
    type: 'application/atom+xml',
    run: async (ctx) => {
      ctx.body = atomOf(await listAlerts(hub.store.db, hub.hall), await issuerOf(hub))
      ctx.type = 'application/atom+xml; charset=utf-8'
      ctx.set('Cache-Control', 'no-cache')
    },
  },
  {
    path: '/api/alerts/{id}.cap.xml',
    summary: 'One part of an emergency message, or the newest of a message, as CAP 1.2',
    type: 'application/cap+xml',
    run: async (ctx) => {
      const { id = '' } = ctx.params as { id?: string }
      const { db } = hub.store
      const whole = await findAlert(db, hub.hall, id)
      const alert = whole ?? (await findAlertOfPart(db, hub.hall, id))
      const part = whole ? newest(whole) : alert?.parts.find((one) => one.id === id)
      if (!alert || !part) {
        const { status, body } = refused({ code: 'alert_unknown', facts: {} })
        ctx.status = status
        ctx.body = body
        return
      }
      ctx.body = capOf(alert, part, await issuerOf(hub))
      ctx.type = 'application/cap+xml; charset=utf-8'
      ctx.set('Cache-Control', 'no-cache')
    },
  },
]
