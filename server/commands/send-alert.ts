// Emergency messages: sent, changed, ended; acknowledged by staff. One transaction each; the screens hear of it after the commit.
import type { Acknowledge, AlertReply, PrepareAlert, SendAlert, StepAlert } from '#contract/alerts.ts'
import { refuse } from '#contract/errors.ts'
import { contentOf, firstPart, nextPart, newest, phaseOf, type Alert } from '#domain/alerts.ts'
import { saysDrill } from '#domain/alerts-words.ts'
import { iso } from '#domain/service-day.ts'
import { findAlert, insertAck, insertAlert, insertPart, keepPlan, listDrafts, settleDraft } from '#db/queries/alerts.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** For the log: real or drill, and the hazard. */
const kindOf = ({ drill, hazard }: Pick<Alert, 'drill' | 'hazard'>): string => `${drill ? 'drill' : 'real'} ${hazard}`

/** Whatever is real ends the drills that are under way: nobody is to wonder which of the two is meant. */
export async function sendAlert(room: Room, body: SendAlert): Promise<Outcome<AlertReply>> {
  const { trx, hall, book, now, actor } = room
  const { hazard, drill, words, minutes } = body
  const on = book.alerts.filter((alert) => phaseOf(alert, now) === 'active')
  if (drill && on.some((alert) => !alert.drill)) return refuse('alert_real_on')
  if (!drill && saysDrill(words)) return refuse('alert_says_drill')
  if (!drill && body.confirmed !== true) return refuse('alert_unconfirmed')
  const draft = body.draft === undefined ? null : (await listDrafts(trx, hall, body.draft))[0]
  if (draft === undefined) return refuse('alert_unknown')
  if (draft && draft.drill !== drill) return refuse('alert_drill_stays')

  const staff = actor.staff?.id ?? null
  if (!drill) for (const other of on) await end(room, other)
  const alert = { id: newId(now), hazard, drill }
  const part = firstPart({ drill, words, minutes }, { id: newId(now), now })
  await insertAlert(trx, hall, { ...alert, source: draft?.sender ?? null })
  await insertPart(trx, hall, { alert: alert.id, part, staff, reference: draft?.reference ?? null })
  if (draft) await settleDraft(trx, hall, { id: draft.id, at: iso(now) })
  return {
    ok: true,
    status: 201,
    book: true,
    reply: { alert: alert.id, message: part.id },
    act: { act: 'alert-send', about: words.headline.zh, detail: kindOf(alert) },
  }
}

async function end({ trx, hall, now, actor }: Room, alert: Alert): Promise<void> {
  if (!alert.drill) return
  const ended = nextPart(alert, { step: 'clear', after: newest(alert).id }, { id: newId(now), now })
  if (!ended.ok) return
  await insertPart(trx, hall, {
    alert: alert.id,
    part: ended.part,
    staff: actor.staff?.id ?? null,
    reference: null,
  })
}

export async function stepAlert(
  room: Room,
  { id, step }: { id: string; step: StepAlert },
): Promise<Outcome<AlertReply>> {
  const { trx, hall, now, actor } = room
  const alert = await findAlert(trx, hall, id)
  if (!alert) return refuse('alert_unknown')
  if (step.step === 'update' && !alert.drill && saysDrill(step.words)) return refuse('alert_says_drill')
  const asked = 'draft' in step ? step.draft : undefined
  const draft = asked === undefined ? null : (await listDrafts(trx, hall, asked))[0]
  if (draft === undefined || (draft && draft.alert !== id)) return refuse('alert_unknown')
  const next = nextPart(alert, step, { id: newId(now), now })
  if (!next.ok) return next
  await insertPart(trx, hall, {
    alert: id,
    part: next.part,
    staff: actor.staff?.id ?? null,
    reference: draft?.reference ?? null,
  })
  if (draft) await settleDraft(trx, hall, { id: draft.id, at: iso(now) })
  return {
    ok: true,
    book: true,
    reply: { alert: id, message: next.part.id },
    act: { act: `alert-${step.step}`, about: next.part.words.headline.zh, detail: kindOf(alert) },
  }
}

/** A second press changes nothing. Words that were changed meanwhile are to be read first. */
export async function acknowledgeAlert(
  { trx, hall, now, actor }: Room,
  { id, content }: Acknowledge & { id: string },
): Promise<Outcome> {
  const alert = await findAlert(trx, hall, id)
  if (!alert || !actor.staff) return refuse('alert_unknown')
  if (phaseOf(alert, now) !== 'active') return refuse('alert_over')
  if (contentOf(alert).id !== content) return refuse('alert_changed')
  const first = await insertAck(trx, hall, { part: content, staff: actor.staff.id, at: iso(now) })
  if (!first) return { ok: true, quiet: true, reply: {} }
  const act = { act: 'alert-ack', about: contentOf(alert).words.headline.zh, detail: kindOf(alert) }
  return { ok: true, book: true, reply: {}, act }
}

/** The hall's own prepared words of a hazard, or back to those that come with the program. */
export async function prepareAlert({ trx, hall }: Room, { hazard, words }: PrepareAlert): Promise<Outcome> {
  if (words && saysDrill(words)) return refuse('alert_says_drill')
  await keepPlan(trx, hall, { hazard, words })
  return {
    ok: true,
    book: true,
    reply: {},
    act: { act: 'alert-plan', about: words?.headline.zh ?? '', detail: hazard },
  }
}
