// One occurrence by itself: it does not take place, is moved, or is as usual again. The reason is shown wherever the event is.
import type { ChangeBody } from '#contract/calendar.ts'
import { refuse } from '#contract/errors.ts'
import { eventsBetween, findOccurrence, readOccurrenceId, type Change, type Series } from '#domain/calendar.ts'
import { clash } from '#domain/calendar-rooms.ts'
import { setChange, updateSeries } from '#db/queries/calendar.ts'
import { clashFace } from './calendar-series.ts'
import type { Outcome, Room } from './run.ts'

export async function changeEvent(room: Room, id: string, body: ChangeBody): Promise<Outcome> {
  const { trx, hall, book } = room
  const parts = readOccurrenceId(id)
  const series = book.calendar.series.find((one) => one.id === parts?.series)
  const before = findOccurrence(book, id)
  if (!parts || !series || !before) return refuse('event_unknown')
  const date = parts.original
  const last = series.changes.get(date)
  if (body.do === 'restore') {
    const taken = roomTaken(room, series, { id, change: null })
    if (taken) return taken
    // Other calendars take only what counts higher: what the change counted goes to the series.
    await updateSeries(trx, hall, { ...series, sequence: series.sequence + (last?.sequence ?? 0) + 1 })
    await setChange(trx, hall, { series: series.id, date, change: null })
    return { ok: true, reply: {}, act: { act: 'event-restore', about: series.title.zh, detail: date }, book: true }
  }
  const sequence = (last?.sequence ?? 0) + 1
  const same = {
    to: last?.to ?? null,
    time: last?.time ?? null,
    minutes: last?.minutes ?? null,
    rooms: last?.rooms ?? null,
  }
  const change: Change =
    body.do === 'cancel'
      ? { ...same, cancelled: true, reason: body.reason, sequence }
      : { cancelled: false, ...moved(series, date, body), reason: body.reason, sequence }
  if (change.rooms?.some((one) => !book.rooms.has(one))) return refuse('room_unknown')
  const taken = roomTaken(room, series, { id, change })
  if (taken) return taken
  await setChange(trx, hall, { series: series.id, date, change })
  const detail =
    body.do === 'cancel' ? `${date} ${body.reason.zh}` : `${date} → ${body.to} ${body.time} ${body.reason.zh}`
  return { ok: true, reply: {}, act: { act: `event-${body.do}`, about: series.title.zh, detail }, book: true }
}

/** What is as the series has it is not written down: it follows the series. */
function moved(series: Series, date: string, body: Extract<ChangeBody, { do: 'move' }>) {
  const sameRooms = body.rooms.join() === series.rooms.join()
  return {
    to: body.to === date ? null : body.to,
    time: body.time === series.time ? null : body.time,
    minutes: body.minutes === series.minutes ? null : body.minutes,
    rooms: sameRooms ? null : body.rooms,
  }
}

/** The room that the occurrence would be in is not free. */
function roomTaken({ book }: Room, series: Series, { id, change }: { id: string; change: Change | null }) {
  const changes = new Map(series.changes)
  const { original } = readOccurrenceId(id)!
  if (change) changes.set(original, change)
  else changes.delete(original)
  const others = book.calendar.series.filter((one) => one.id !== series.id)
  const after = { ...book, calendar: { ...book.calendar, series: [...others, { ...series, changes }] } }
  const wanted = findOccurrence(after, id)
  if (!wanted) return null
  const found = clash([wanted], eventsBetween(after, wanted.date, wanted.date))
  return found ? refuse('room_taken', clashFace(book, found)) : null
}
