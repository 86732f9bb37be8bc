// What the office's page of emergency reads: what is on and who knows of it, what came from outside, prepared words, the screens.
import { ALERT_LIMITS, type AlertMessageFace, type AlertOffice, type AlertRecord } from '#contract/alerts.ts'
import { Hazard } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import { contentOf, overEverything, phaseOf, shownWords } from '#domain/alerts.ts'
import { preparedWords } from '#domain/alerts-words.ts'
import { onDuty } from '#domain/duty.ts'
import type { Db } from '#db/database.ts'
import {
  listAcks,
  listAlerts,
  listDrafts,
  listWhoCanAcknowledge,
  readPlans,
  type SentAlert,
} from '#db/queries/alerts.ts'
import { listDevices } from '#db/queries/devices.ts'
import { getHall } from '#db/queries/hall.ts'
import type { Hub } from './run.ts'

/** How many that have ended are listed. */
const PAST = 12

export async function readAlertOffice({ hall, store, shelf, clock }: Hub): Promise<AlertOffice> {
  const now = clock.now()
  return store.read(async (db) => {
    const state = await getHall(db, hall)
    const book = await shelf.book(db, hall, state.bookRev)
    const day = shelf.day(now, state.zone)
    const { shifts } = await shelf.plan(db, book, day)
    const sent = (await listAlerts(db, hall)).reverse()
    const on = sent.filter((alert) => phaseOf(alert, now) !== null)
    const past = sent.filter((alert) => phaseOf(alert, now) === null).slice(0, PAST)
    const people = onDuty(shifts, now).map(({ person }) => person)
    const known = await whoKnows(db, { hall, book, people, alerts: [...on, ...past] })
    const shown = overEverything(sent, now)
    const plans = await readPlans(db, hall)
    return {
      today: day.date,
      alerts: [...on, ...past].map((alert) => ({
        id: alert.id,
        hazard: alert.hazard,
        drill: alert.drill,
        phase: phaseOf(alert, now),
        shown: alert === shown,
        content: contentOf(alert).id,
        messages: messagesOf(alert),
        from: alert.source,
        ...known(alert),
      })),
      drafts: (await listDrafts(db, hall)).map(({ words, sender, reference, ...draft }) => ({
        ...draft,
        ...words,
        from: sender,
      })),
      prepared: Hazard.options.map((hazard) => ({
        hazard,
        ...preparedWords(hazard, book.hall, plans.get(hazard)),
        own: plans.has(hazard),
      })),
      limits: ALERT_LIMITS,
      devices: (await listDevices(db, hall)).flatMap(({ id, kind, name, revokedAt }) =>
        kind !== 'desk' && revokedAt === null ? [{ id, kind, name }] : [],
      ),
    }
  })
}

function messagesOf(alert: SentAlert): AlertMessageFace[] {
  return alert.parts
    .map((part) => {
      const { id, step, sentAt, expiresAt, by } = part
      return { id, step, ...shownWords(alert, part), sentAt, expiresAt, by }
    })
    .reverse()
}

/** Who acknowledged the newest words, and who is on duty or at a window and did not. */
async function whoKnows(
  db: Db,
  { hall, book, people, alerts }: { hall: string; book: Book; people: string[]; alerts: SentAlert[] },
): Promise<(alert: SentAlert) => Pick<AlertRecord, 'acknowledged' | 'missing'>> {
  const acks = await listAcks(
    db,
    hall,
    alerts.map((alert) => contentOf(alert).id),
  )
  const staff = await listWhoCanAcknowledge(db, hall)
  const onRoster = new Set(people)
  const expected = [
    ...staff
      .filter(({ person, seated }) => seated || (person !== null && onRoster.has(person)))
      .map(({ id, name, person }) => ({ id, name, duty: person !== null && onRoster.has(person), desk: true })),
    ...[...onRoster]
      .filter((person) => staff.every((one) => one.person !== person))
      .flatMap((person) => {
        const name = book.people.get(person)?.name
        return name === undefined ? [] : [{ id: null, name, duty: true, desk: false }]
      }),
  ]
  return (alert) => {
    const heard = acks.filter(({ part }) => part === contentOf(alert).id)
    return {
      acknowledged: heard.map(({ name, at }) => ({ name, at })),
      missing: expected
        .filter(({ id }) => heard.every((ack) => ack.staff !== id))
        .map(({ name, duty, desk }) => ({ name, duty, desk })),
    }
  }
}
