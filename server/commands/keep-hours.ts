// The manager's edits of the hours: a week's pattern from a day on, and dated exceptions.
import { refuse } from '#contract/errors.ts'
import type { HoursEdited, KeepException, KeepPattern, RemoveException, RemovePattern } from '#contract/hours.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import {
  bumpHoursVersion,
  hoursVersion,
  readHours,
  removeException,
  removePattern,
  writeException,
  writePattern,
} from '#db/queries/hours.ts'
import type { Outcome, Room } from './run.ts'
import { settleAppointments } from './settle-appointments.ts'

type Edited = Outcome<HoursEdited>
export type Act = { act: string; about: string; detail: string }

/** Null where the manager saw the newest state, else the refusal: somebody else was faster. */
export async function overtaken({ trx, hall }: Room, seen: number) {
  const version = await hoursVersion(trx, hall)
  return version === seen ? null : refuse('hours_changed', { version })
}

/** The edit is done: the next one must have seen it, and appointments that cannot be kept are cancelled with it. */
export async function edited(room: Room, act: Act): Promise<Edited> {
  const { trx, hall, book } = room
  await settleAppointments({ ...room, book: { ...book, hours: await readHours(trx, hall, book.hall.zone) } })
  return { ok: true, reply: { version: await bumpHoursVersion(trx, hall) }, act, book: true }
}

export const today = ({ book, now }: Room): string => serviceDate(now, book.hall.zone)

export async function keepPattern(room: Room, { seen, from, weekly, holiday, source }: KeepPattern): Promise<Edited> {
  const late = await overtaken(room, seen)
  if (late) return late
  if (from < today(room)) return refuse('date_past')
  await writePattern(room.trx, room.hall, {
    from,
    weekly: new Map(weekly.map((spans, index) => [index + 1, spans])),
    holiday,
    source,
  })
  return edited(room, { act: 'hours', about: from, detail: source ?? '' })
}

/** Only what has not begun: what was published for past days stays as it was. */
export async function dropPattern(room: Room, { seen, from }: RemovePattern): Promise<Edited> {
  const late = await overtaken(room, seen)
  if (late) return late
  if (from <= today(room)) return refuse('date_past')
  if (!(await removePattern(room.trx, room.hall, from))) return refuse('hours_gone')
  return edited(room, { act: 'hours-drop', about: from, detail: '' })
}

/** However long an exception is, it is no new pattern. Days. */
const LONGEST = 62

export async function keepException(room: Room, body: KeepException): Promise<Edited> {
  const late = await overtaken(room, body.seen)
  if (late) return late
  const { date, until = date, spans, reason, source } = body
  if (date < today(room)) return refuse('date_past')
  if (until < date || until > plusDays(date, LONGEST)) return refuse('dates_wrong')
  for (let day = date; day <= until; day = plusDays(day, 1))
    await writeException(room.trx, room.hall, { date: day, spans, reason, source })
  return edited(room, { act: 'exception', about: until === date ? date : `${date}–${until}`, detail: reason.zh })
}

export async function dropException(room: Room, { seen, date }: RemoveException): Promise<Edited> {
  const late = await overtaken(room, seen)
  if (late) return late
  if (date < today(room)) return refuse('date_past')
  if (!(await removeException(room.trx, room.hall, date))) return refuse('hours_gone')
  return edited(room, {
    act: 'exception-drop',
    about: date,
    detail: room.book.hours.exceptions.get(date)?.reason.zh ?? '',
  })
}
