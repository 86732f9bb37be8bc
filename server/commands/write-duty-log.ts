// The duty log: what happened today, and what is added to it later. Nothing is ever changed.
import { refuse } from '#contract/errors.ts'
import type { AddToEntry, WriteEntry } from '#contract/duty-log.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { insertAddition, insertEntry, readEntries, type NewAddition } from '#db/queries/duty-log.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** A time of day that has passed: today's, or last night's where it is written down after midnight. */
function lately({ book, now }: Room, time: string): string {
  const today = serviceDate(now, book.hall.zone)
  const at = instantAt(today, time, book.hall.zone)
  return iso(at <= now + 60_000 ? Math.min(at, now) : instantAt(plusDays(today, -1), time, book.hall.zone))
}

export async function writeEntry(room: Room, body: WriteEntry): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  if (!actor.staff) return refuse('session_required')
  const { kind, text, followUp, done, report } = body
  const happenedAt = lately(room, body.time)
  const id = newId(now)
  const date = serviceDate(Date.parse(happenedAt), book.hall.zone)
  await insertEntry(trx, hall, { id, date, at: iso(now), happenedAt, staff: actor.staff.id, kind, text, followUp })
  const by = { entry: id, at: iso(now), staff: actor.staff.id }
  if (done) await insertAddition(trx, hall, { ...by, id: newId(now), what: 'done', text: done, report: null })
  if (report) await insertAddition(trx, hall, reported(room, by, { what: 'report', report, text: '' }))
  return { ok: true, reply: { id }, status: 201, book: true, act: { act: 'duty-entry', about: date, detail: kind } }
}

type By = Pick<NewAddition, 'entry' | 'at' | 'staff'>

function reported(room: Room, by: By, { report, text }: Extract<AddToEntry, { what: 'report' }>): NewAddition {
  const { to, how, time } = report
  return { ...by, id: newId(room.now), what: 'report', text, report: { to, how, at: lately(room, time) } }
}

export async function addToEntry(room: Room, id: string, body: AddToEntry): Promise<Outcome> {
  const { trx, hall, now, actor } = room
  if (!actor.staff) return refuse('session_required')
  const [entry] = await readEntries(trx, hall, { id })
  if (!entry) return refuse('entry_unknown')
  // What is closed is no longer handed over; what was done about it or reported can always be added.
  if (!entry.open && (body.what === 'taken' || body.what === 'closed')) return refuse('request_settled')
  const by = { entry: id, at: iso(now), staff: actor.staff.id }
  const addition: NewAddition =
    body.what === 'report'
      ? reported(room, by, body)
      : { ...by, id: newId(now), what: body.what, text: 'text' in body ? body.text : '', report: null }
  await insertAddition(trx, hall, addition)
  return {
    ok: true,
    reply: { id },
    status: 201,
    book: true,
    act: { act: 'duty-add', about: entry.date, detail: body.what },
  }
}
