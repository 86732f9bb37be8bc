// What is on, and when: series of events with their rules and changes, as occurrences between two dates. Pure.
import type { ClockTime, HallDate, Instant, Text } from '#contract/text.ts'
import type { EventFace } from '#contract/views.ts'
import type { EventKind } from '#contract/words.ts'
import type { Book } from './book.ts'
import { seating } from './calendar-places.ts'
import { isRestDay } from './holidays.ts'
import { afterRest, ruleDates, type RestRule, type Rule } from './recurrence.ts'
import { instantAt, iso, plusDays, serviceDate } from './service-day.ts'

/** What was changed of one occurrence. What is null stays as the series has it. */
export interface Change {
  cancelled: boolean
  to: HallDate | null
  time: ClockTime | null
  minutes: number | null
  rooms: readonly string[] | null
  reason: Text
  /** Goes up with each change of it. */
  sequence: number
}

export interface Series {
  id: string
  title: Text
  about: Text | null
  kind: EventKind
  /** Ids of rooms, two at most. */
  rooms: readonly string[]
  startsOn: HallDate
  /** The last day; null: without end. */
  until: HallDate | null
  time: ClockTime
  minutes: number
  rule: Rule
  rest: RestRule
  /** Who comes must have a place; null: just come. */
  places: number | null
  /** Dates beside the rule's, and dates that are left out. */
  extra: readonly HallDate[]
  except: readonly HallDate[]
  /** By the date that the rule gives. */
  changes: ReadonlyMap<HallDate, Change>
  sequence: number
}

/** An event of a calendar from outside, as it was when it was last read. */
export interface Imported {
  id: string
  title: Text
  kind: EventKind
  startsAt: Instant
  endsAt: Instant
  place: string | null
  cancelled: boolean
}

/** What the hall's book holds of it. */
export interface Calendar {
  series: readonly Series[]
  imported: readonly Imported[]
  /** Standing sign-ups by occurrence, in the order of their numbers: how many people each is for. */
  signed: ReadonlyMap<string, readonly { number: number; people: number }[]>
}

export const noCalendar: Calendar = { series: [], imported: [], signed: new Map() }

export interface Occurrence {
  /** The series and the date that its rule gives: the same wherever it is moved to. */
  id: string
  series: string | null
  original: HallDate
  date: HallDate
  startsAt: Instant
  endsAt: Instant
  title: Text
  about: Text | null
  kind: EventKind
  rooms: readonly string[]
  /** Where it is, when not in a room of the hall. */
  place: string | null
  places: number | null
  note: Text | null
  cancelled: boolean
  /** It is not on the day, at the time or in the room that its rule gives. */
  moved: boolean
  sequence: number
}

/** The part of the book that decides what is on. */
export type Dated = Pick<Book, 'hall' | 'hours' | 'calendar'>

export const occurrenceId = (series: string, original: HallDate): string => `${series}-${original.replaceAll('-', '')}`

/** The series and the date of an occurrence's id; null where it is no such id. */
export function readOccurrenceId(id: string): { series: string; original: HallDate } | null {
  const parts = /^(.+)-(\d{4})(\d\d)(\d\d)$/.exec(id)
  return parts ? { series: parts[1]!, original: `${parts[2]}-${parts[3]}-${parts[4]}` } : null
}

/** So many stretches of time are remembered for one revision of the book. */
const STRETCHES = 50
const kept = new WeakMap<Dated, Map<string, readonly Occurrence[]>>()

/** Everything that touches the days from `from` to `to`, both included, in order of its beginning. */
export function eventsBetween(book: Dated, from: HallDate, to: HallDate): readonly Occurrence[] {
  const own = kept.get(book) ?? new Map<string, readonly Occurrence[]>()
  kept.set(book, own)
  const key = `${from} ${to}`
  const known = own.get(key)
  if (known) return known
  const [begins, ends] = [midnight(book, from), midnight(book, plusDays(to, 1))]
  const found = [
    ...book.calendar.series.flatMap((series) => occurrencesOf(book, series, { from: plusDays(from, -1), to })),
    ...book.calendar.imported.map((one) => fromOutside(one, book.hall.zone)),
  ]
    .filter(({ startsAt, endsAt }) => endsAt > begins && startsAt < ends)
    .sort(inOrder)
  if (own.size >= STRETCHES) own.clear()
  own.set(key, found)
  return found
}

const midnight = ({ hall }: Dated, date: HallDate): Instant => iso(instantAt(date, '00:00', hall.zone))

/** By beginning, then end, then id. */
export function inOrder(a: Occurrence, b: Occurrence): number {
  for (const key of ['startsAt', 'endsAt', 'id'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return 0
}

/** How far a rest day or a whole holiday may push a date. Days. */
const SHIFT = 16

/** The occurrences of a series that begin between two dates, both included. */
export function occurrencesOf(
  book: Dated,
  series: Series,
  { from, to }: { from: HallDate; to: HallDate },
): Occurrence[] {
  const around = dates(series, { from: plusDays(from, -SHIFT), to: plusDays(to, SHIFT) })
  // What was moved may come from anywhere, as long as the rule still gives its date.
  const changed = [...series.changes.keys()].filter((date) => dates(series, { from: date, to: date }).length > 0)
  const all = [...new Set([...around, ...changed])].sort().flatMap((date) => occurrenceOn(book, series, date) ?? [])
  // Two dates that a holiday pushes onto one day are one event there; the one that belongs there stays.
  const starts = new Map<Instant, Occurrence>()
  for (const one of all) {
    const other = starts.get(one.startsAt)
    if (!other || (other.date !== other.original && one.date === one.original)) starts.set(one.startsAt, one)
  }
  return [...starts.values()].filter(({ date }) => from <= date && date <= to)
}

/** The dates that the rule gives, and those beside it. */
function dates(series: Series, { from, to }: { from: HallDate; to: HallDate }): HallDate[] {
  const last = series.until !== null && series.until < to ? series.until : to
  if (last < from) return []
  const extra = series.extra.filter((date) => from <= date && date <= last)
  return [...ruleDates(series.rule, series.startsOn, { from, to: last }), ...extra].filter(
    (date) => !series.except.includes(date),
  )
}

/** The occurrence of a date that the rule gives; null where a rest day leaves it out. */
function occurrenceOn(book: Dated, series: Series, original: HallDate): Occurrence | null {
  const change = series.changes.get(original)
  const regular = afterRest(original, series.rest, (date) => isRestDay(book.hours, date))
  const date = change?.to ?? regular
  if (date === null) return null
  const startsAt = instantAt(date, change?.time ?? series.time, book.hall.zone)
  return {
    id: occurrenceId(series.id, original),
    series: series.id,
    original,
    date,
    startsAt: iso(startsAt),
    endsAt: iso(startsAt + (change?.minutes ?? series.minutes) * 60_000),
    title: series.title,
    about: series.about,
    kind: series.kind,
    rooms: change?.rooms ?? series.rooms,
    place: null,
    places: series.places,
    note: change
      ? changeNote(change, { original, time: series.time })
      : regular === original
        ? null
        : restNote(original, regular),
    cancelled: change?.cancelled ?? false,
    moved: date !== original || (change !== undefined && !change.cancelled),
    sequence: series.sequence + (change?.sequence ?? 0),
  }
}

/** One occurrence by its id, as it stands; null where the calendar has none. */
export function findOccurrence(book: Dated, id: string): Occurrence | null {
  const outside = book.calendar.imported.find((one) => one.id === id)
  if (outside) return fromOutside(outside, book.hall.zone)
  const parts = readOccurrenceId(id)
  const series = parts && book.calendar.series.find((one) => one.id === parts.series)
  if (!series || dates(series, { from: parts.original, to: parts.original }).length === 0) return null
  return occurrenceOn(book, series, parts.original)
}

function fromOutside({ id, title, kind, startsAt, endsAt, place, cancelled }: Imported, zone: string): Occurrence {
  const date = serviceDate(Date.parse(startsAt), zone)
  const nothing = { about: null, rooms: [], places: null, note: null, moved: false, sequence: 0 }
  return { id, series: null, original: date, date, startsAt, endsAt, title, kind, place, cancelled, ...nothing }
}

const dayZh = (date: HallDate) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const dayEn = (date: HallDate) => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`

function restNote(original: HallDate, to: HallDate | null): Text {
  const later = to !== null && to > original
  return {
    zh: `原定${dayZh(original)}，遇休息日${later ? '顺延' : '提前'}`,
    en: `Usually ${dayEn(original)}, a rest day: ${later ? 'the next' : 'the last'} workday instead`,
  }
}

function changeNote(change: Change, { original, time }: { original: HallDate; time: ClockTime }): Text {
  if (change.cancelled || (change.to === null && change.time === null)) return change.reason
  return {
    zh: `原定${dayZh(original)} ${time}，${change.reason.zh}`,
    en: `It was to be on ${dayEn(original)} at ${time}. ${change.reason.en}`,
  }
}

/** As every screen shows it. */
export function eventFace(book: Pick<Book, 'rooms' | 'calendar'>, one: Occurrence): EventFace {
  const rooms = one.rooms.flatMap((id) => book.rooms.get(id) ?? [])
  const seats = one.places === null ? null : seating(one.places, book.calendar.signed.get(one.id) ?? [])
  return {
    id: one.id,
    title: one.title,
    kind: one.kind,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    room: rooms.length > 0 ? joined(rooms) : one.place === null ? null : { zh: one.place, en: one.place },
    places: seats && { all: seats.all, left: seats.left, waiting: seats.waiting },
    note: one.note,
    cancelled: one.cancelled,
    ...(one.about && { about: one.about }),
  }
}

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(' and '),
})
