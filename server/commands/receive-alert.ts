// A CAP message from outside becomes a draft: no screen shows it before a manager has read it and sent it.
import type { DraftReply, ReceiveCap } from '#contract/alerts.ts'
import { refuse } from '#contract/errors.ts'
import { newest, phaseOf } from '#domain/alerts.ts'
import { readCap } from '#domain/alerts-cap-in.ts'
import { iso } from '#domain/service-day.ts'
import {
  findAlert,
  findByReference,
  insertDraft,
  isKnownReference,
  listDrafts,
  settleDraft,
} from '#db/queries/alerts.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

export async function receiveAlert({ trx, hall, now }: Room, { cap }: ReceiveCap): Promise<Outcome<DraftReply>> {
  const read = readCap(cap, now)
  if (!read.ok) return refuse('cap_refused', { fault: read.fault, element: read.element })
  const { message } = read
  if (await isKnownReference(trx, hall, message.reference))
    return refuse('cap_refused', { fault: 'known', element: '' })
  const before = await findByReference(trx, hall, message.references)
  const alert = before === null ? null : await findAlert(trx, hall, before)
  // It may only change what is still on, and a drill only a drill.
  const meant = alert && alert.drill === message.drill && phaseOf(alert, now) === 'active' ? alert : null
  if (!meant && (message.step === 'cancel' || message.step === 'clear' || !message.words))
    return refuse('cap_refused', { fault: 'unknown_reference', element: 'references' })
  const words = message.words ?? (meant && newest(meant).words)
  if (!words) return refuse('cap_refused', { fault: 'missing', element: 'info' })
  const draft = {
    id: newId(now),
    step: meant ? message.step : ('alert' as const),
    alert: meant?.id ?? null,
    hazard: meant?.hazard ?? message.hazard,
    drill: message.drill,
    words,
    expiresAt: message.expiresAt,
    reference: message.reference,
    sender: message.sender,
    lacks: message.lacks,
    cut: message.cut,
    receivedAt: iso(now),
  }
  await insertDraft(trx, hall, draft)
  const act = { act: 'alert-receive', about: words.headline.zh, detail: message.sender }
  return { ok: true, status: 201, book: true, reply: { draft: draft.id }, act }
}

export async function discardDraft({ trx, hall, now }: Room, id: string): Promise<Outcome> {
  const [draft] = await listDrafts(trx, hall, id)
  if (!draft) return refuse('alert_unknown')
  await settleDraft(trx, hall, { id, at: iso(now) })
  const act = { act: 'alert-discard', about: draft.words.headline.zh, detail: draft.sender }
  return { ok: true, book: true, reply: {}, act }
}
