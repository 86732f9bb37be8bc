// Series of events: added, changed, ended. Rooms are never booked twice, and nobody who signed up loses the day without being told.
import type { ClashFace, PreviewReply, SeriesBody } from '#contract/calendar.ts'
import { refuse } from '#contract/errors.ts'
import type { Book } from '#domain/book.ts'
import { findOccurrence, occurrencesOf, type Dated, type Series } from '#domain/calendar.ts'
import { CHECKED_DAYS, clashOfSeries, type Clash } from '#domain/calendar-rooms.ts'
import { isRRule } from '#domain/recurrence.ts'
import { iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { deleteSeries, insertSeries, updateSeries } from '#db/queries/calendar.ts'
import { newId } from '../ids.ts'
import type { Outcome, Room } from './run.ts'

/** The book as it would be with a series in the place of its old self. */
const withSeries = (book: Book, series: Series): Book => ({
  ...book,
  calendar: { ...book.calendar, series: [...book.calendar.series.filter(({ id }) => id !== series.id), series] },
})

export function clashFace(book: Book, { wanted, there }: Clash): ClashFace {
  const room = there.rooms.find((id) => wanted.rooms.includes(id)) ?? ''
  const name = book.rooms.get(room) ?? { zh: room, en: room }
  return { room: name, title: there.title, startsAt: there.startsAt, endsAt: there.endsAt, wantedAt: wanted.startsAt }
}

/** Its next days, six at most, and what would be in its way; null where the rule cannot be followed. */
export function preview(
  book: Book,
  { id, body, now }: { id: string | null; body: SeriesBody; now: number },
): PreviewReply | null {
  if (body.rule.is === 'rrule' && !isRRule(body.rule.text)) return null
  const today = serviceDate(now, book.hall.zone)
  const series = seriesOf(book, id ?? 'new', body)
  const clash = clashOfSeries(book, series, today)
  return {
    days: upcoming(book, series, today)
      .slice(0, 6)
      .map(({ date, original }) => ({ date, original })),
    clash: clash && clashFace(book, clash),
  }
}

const upcoming = (book: Dated, series: Series, today: string) => {
  const from = series.startsOn > today ? series.startsOn : today
  return occurrencesOf(book, series, { from, to: plusDays(from, CHECKED_DAYS) })
}

function seriesOf(book: Book, id: string, body: SeriesBody): Series {
  const before = book.calendar.series.find((one) => one.id === id)
  return { ...body, id, changes: before?.changes ?? new Map(), sequence: (before?.sequence ?? -1) + 1 }
}

/** Why a series may not be as it is wished; null where it may. */
function objection({ book, now }: Room, series: Series) {
  if (series.rooms.some((room) => !book.rooms.has(room))) return refuse('room_unknown')
  if (series.rule.is === 'rrule' && !isRRule(series.rule.text)) return refuse('rule_empty')
  const today = serviceDate(now, book.hall.zone)
  if (series.rule.is !== 'once' && upcoming(book, series, today).length === 0) return refuse('rule_empty')
  const clash = clashOfSeries(book, series, today)
  return clash ? refuse('room_taken', clashFace(book, clash)) : null
}

/** People who signed up for a coming day of a series that `after` no longer has as it was; null where nobody did. */
function signedUpFor({ book, now }: Room, id: string, after: Book) {
  for (const [occurrence, signed] of book.calendar.signed) {
    const before = findOccurrence(book, occurrence)
    if (before?.series !== id || before.startsAt <= iso(now) || before.cancelled) continue
    const then = findOccurrence(after, occurrence)
    if (then?.startsAt === before.startsAt && then.places !== null) continue
    const people = signed.reduce((sum, one) => sum + one.people, 0)
    return refuse('signups_stand', { people, startsAt: before.startsAt })
  }
  return null
}

export async function addSeries(room: Room, body: SeriesBody): Promise<Outcome<{ id: string }>> {
  const series = seriesOf(room.book, newId(room.now), body)
  const no = objection(room, series)
  if (no) return no
  await insertSeries(room.trx, room.hall, series)
  const act = { act: 'event-add', about: series.title.zh, detail: `${series.startsOn} ${series.time}` }
  return { ok: true, status: 201, reply: { id: series.id }, act, book: true }
}

export async function editSeries(room: Room, id: string, body: SeriesBody): Promise<Outcome<{ id: string }>> {
  if (!room.book.calendar.series.some((one) => one.id === id)) return refuse('event_unknown')
  const series = seriesOf(room.book, id, body)
  const no = objection(room, series) ?? signedUpFor(room, id, withSeries(room.book, series))
  if (no) return no
  await updateSeries(room.trx, room.hall, series)
  const act = { act: 'event-edit', about: series.title.zh, detail: `${series.startsOn} ${series.time}` }
  return { ok: true, reply: { id }, act, book: true }
}

/** From today on it is no more. What was stays in the calendar. */
export async function endSeries(room: Room, id: string): Promise<Outcome> {
  const { book, now, trx, hall } = room
  const series = book.calendar.series.find((one) => one.id === id)
  if (!series) return refuse('event_unknown')
  const today = serviceDate(now, book.hall.zone)
  const until = plusDays(today, -1)
  const ended = { ...series, until, extra: series.extra.filter((date) => date < today), sequence: series.sequence + 1 }
  const no = signedUpFor(room, id, withSeries(book, ended))
  if (no) return no
  if (series.startsOn > until) await deleteSeries(trx, hall, id)
  else await updateSeries(trx, hall, ended)
  return { ok: true, reply: {}, act: { act: 'event-end', about: series.title.zh, detail: today }, book: true }
}
