// Reads a calendar from outside (iCalendar text) as dated events: recurrences, moved and cancelled days, zones of its own. Pure.
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#contract/text.ts'
import { iso } from './service-day.ts'

export interface OutsideEvent {
  uid: string
  title: string
  startsAt: Instant
  endsAt: Instant
  place: string | null
  cancelled: boolean
}

export interface OutsideCalendar {
  name: string | null
  events: OutsideEvent[]
}

/** A calendar with more is cut here: a wall shows a few a day. */
export const EVENTS_MOST = 2000
/** A rule is followed this many steps: thirty years of days. */
const STEPS = 12_000
const TITLE = 80

/** Events that touch the time from `from` to `to`, epoch milliseconds. Null: this is no calendar. Times without a zone are the hall's. */
export function readIcs(
  text: string,
  { from, to, zone }: { from: number; to: number; zone: string },
): OutsideCalendar | null {
  try {
    const calendar = ICAL.Component.fromString(text)
    if (calendar.name !== 'vcalendar') return null
    const all = calendar.getAllSubcomponents('vevent')
    const events: OutsideEvent[] = []
    for (const component of all) {
      if (component.hasProperty('recurrence-id') || !component.hasProperty('dtstart')) continue
      const uid = stringOf(component, 'uid')
      const exceptions = all.filter((one) => one.hasProperty('recurrence-id') && stringOf(one, 'uid') === uid)
      const event = new ICAL.Event(component, { exceptions: exceptions })
      for (const one of occurrences(event, { to, zone })) {
        if (one.endsAt > iso(from) && one.startsAt < iso(to)) events.push(one)
        if (events.length >= EVENTS_MOST) break
      }
    }
    return { name: plain(stringOf(calendar, 'x-wr-calname'), 40), events }
  } catch {
    // ical.js throws plain errors at anything that is not iCalendar.
    return null
  }
}

function* occurrences(event: ICAL.Event, { to, zone }: { to: number; zone: string }): Generator<OutsideEvent> {
  if (!event.isRecurring()) {
    const one = outside(event, { start: event.startDate, end: event.endDate, zone })
    if (one) yield one
    return
  }
  const often = ['SECONDLY', 'MINUTELY', 'HOURLY']
  if (
    event.component.getAllProperties('rrule').some((rule) => often.includes((rule.getFirstValue() as ICAL.Recur).freq))
  )
    return
  const iterator = event.iterator()
  for (let step = 0; step < STEPS; step += 1) {
    // At its end the iterator answers with nothing, whatever its type says.
    const next = iterator.next() as ICAL.Time | null | undefined
    if (!next || instant(next, event.component, zone) >= to) return
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    const one = outside(item, { start: startDate, end: endDate, zone })
    if (one) yield { ...one, uid: `${one.uid} ${next.toString()}` }
  }
}

function outside(
  event: ICAL.Event,
  { start, end, zone }: { start: ICAL.Time; end: ICAL.Time; zone: string },
): OutsideEvent | null {
  const startsAt = instant(start, event.component, zone)
  // An event without a length is shown for half an hour.
  const endsAt = Math.max(instant(end, event.component, zone), startsAt + 30 * 60_000)
  const title = plain(event.summary, TITLE)
  if (title === null || !Number.isFinite(startsAt)) return null
  const cancelled = stringOf(event.component, 'status').toUpperCase() === 'CANCELLED'
  return {
    uid: event.uid,
    title,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    place: plain(event.location, TITLE),
    cancelled,
  }
}

/** Epoch milliseconds. The file's own description of a zone comes first, then the zone's name, then the hall's zone. */
function instant(time: ICAL.Time, component: ICAL.Component, zone: string): number {
  const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  const described = time.zone !== ICAL.Timezone.localTimezone
  if (!time.isDate && described) return time.toUnixTime() * 1000
  const { year, month, day, hour, minute, second } = time
  const wall = Temporal.PlainDateTime.from({ year, month, day, ...(!time.isDate && { hour, minute, second }) })
  try {
    return wall.toZonedDateTime(time.isDate ? zone : (tzid ?? zone)).epochMilliseconds
  } catch {
    // A name that nobody knows, such as Outlook's.
    return wall.toZonedDateTime(zone).epochMilliseconds
  }
}

function stringOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : ''
}

/** One line of visible characters, cut to a length; null where nothing is left. */
function plain(text: string | null | undefined, most: number): string | null {
  const line = (text ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]+/gu, ' ')
    .trim()
  return line === '' ? null : [...line].slice(0, most).join('')
}
