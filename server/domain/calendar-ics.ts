// The hall's events as iCalendar, for residents' own calendars. Each occurrence is an event of its own, since no rule of iCalendar knows
// rest days or the lunar year; its UID stays the same wherever it is moved to. Pure.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Text } from '#contract/text.ts'
import type { Book } from './book.ts'
import type { Occurrence } from './calendar.ts'

/** China keeps UTC+8 the whole year. */
const SHANGHAI = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19911001T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** `name`: what the calendar is called in a resident's list. `url`: the hall's page for an event. */
export function writeIcs(
  book: Pick<Book, 'hall' | 'rooms'> & { id: string },
  events: readonly Occurrence[],
  { name, url, now }: { name: Text; url: (id: string) => string; now: number },
): string {
  const { zone, address } = book.hall
  const calendar = ical({
    name: `${book.hall.name.zh} ${name.zh}`,
    prodId: { company: book.hall.name.zh, product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: zone, generator: (asked) => (asked === 'Asia/Shanghai' ? SHANGHAI : null) },
    ttl: 60 * 60,
  })
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  for (const one of events) {
    const rooms = one.rooms.flatMap((room) => book.rooms.get(room)?.zh ?? [])
    const place = rooms.length > 0 ? `${rooms.join('、')}，${address.zh}` : (one.place ?? address.zh)
    const note = one.note ? [`${one.note.zh} ${one.note.en}`] : []
    const about = one.about ? [`${one.about.zh} ${one.about.en}`] : []
    calendar.createEvent({
      id: `${one.id}@${book.id}.community-hall`,
      sequence: one.sequence,
      timezone: zone,
      start: at(one.startsAt),
      end: at(one.endsAt),
      stamp: Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC'),
      summary: `${one.cancelled ? '（取消）' : ''}${one.title.zh} ${one.title.en}`,
      location: place,
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      description: [...note, ...about].join('\n') || null,
      url: url(one.id),
    })
  }
  return calendar.toString()
}
