// What a screen says by itself while the hub is away: of the views that it keeps, what is still true at an instant. Pure.
// Numbers of people are never true then. Hours and duty are computed from the almanac until it ends.
import type { AlmanacView, BoardView, CalendarView, DutyFace, EventFace, HoursFace, ViewOf } from '#contract/views.ts'
import { date } from '../i18n/time.ts'

export interface Alone {
  views: Partial<ViewOf>
  /** The almanac has ended: nothing is known about the hours any more. */
  outlived: boolean
}

/** `now`: epoch milliseconds of the hub's clock, as well as it is known. */
export function alone(views: Partial<ViewOf>, now: number): Alone {
  const { board, kiosk, almanac, calendar, notices, alert } = views
  const zone = (board ?? kiosk)?.hall.zone
  if (zone === undefined) return { views, outlived: false }
  const at = { now, today: date(now, zone) }
  const hours = (was: HoursFace) => (almanac ? (hoursFrom(almanac, was, at) ?? was) : was)
  const duty = (was: readonly DutyFace[]) => dutyFrom(almanac?.duty ?? was, now)
  const still: Partial<ViewOf> = { ...views }
  if (board) {
    const events = eventsFrom(calendar, at) ?? board.events
    still.board = { ...withoutNumbers(board), hours: hours(board.hours), duty: duty(board.duty), events }
  }
  if (kiosk) still.kiosk = { ...kiosk, hours: hours(kiosk.hours), duty: duty(kiosk.duty) }
  if (calendar) still.calendar = calendarFrom(calendar, at)
  if (notices) still.notices = { ...notices, notices: notices.notices.filter((one) => isShown(one, at.today)) }
  if (alert)
    still.alert = { ...alert, alert: alert.alert && Date.parse(alert.alert.expiresAt) > now ? alert.alert : null }
  return { views: still, outlived: almanac !== undefined && !almanac.days.some((day) => day.date === at.today) }
}

interface At {
  now: number
  /** The hall's date of `now`. */
  today: string
}

/** The hours at `now`; null where the almanac says nothing about today. `was`: whatever else a view says of the hours. */
export function hoursFrom(almanac: Pick<AlmanacView, 'days'>, was: HoursFace, { now, today }: At): HoursFace | null {
  const from = almanac.days.findIndex((one) => one.date === today)
  const day = almanac.days[from]
  if (!day) return null
  let open = null as HoursFace['open']
  let next = null as HoursFace['next']
  // From the first day on: what began before midnight may go on after it.
  for (const opening of almanac.days.flatMap(({ openings }) => openings)) {
    if (Date.parse(opening.to) <= now) continue
    if (Date.parse(opening.from) <= now) open = { kind: opening.kind, until: opening.to }
    // A span that begins where the last one ended keeps the hall open.
    else if (open && open.until === opening.from) open = { ...open, until: opening.to }
    else next ??= { at: opening.from, kind: opening.kind }
  }
  const { spans, reason, holiday } = day
  const week = almanac.days.slice(from, from + 7).map((one) => ({
    date: one.date,
    spans: one.spans,
    reason: one.reason,
    holiday: one.holiday,
  }))
  // Numbers are given by the hub alone.
  return { ...was, date: today, today: spans, reason, holiday, week, open, next, lastNumberAt: null, proposal: null }
}

/** Who is on duty at `now`: windows by number first, then the others by when they end. */
export function dutyFrom(duty: readonly DutyFace[], now: number): DutyFace[] {
  return duty
    .filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
    .sort((a, b) => (a.window ?? 100) - (b.window ?? 100) || Date.parse(a.until) - Date.parse(b.until))
}

/** Today's events that are not over; undefined where the calendar does not reach. */
export function eventsFrom(calendar: CalendarView | undefined, { now, today }: At): EventFace[] | undefined {
  const day = calendar?.days.find((one) => one.date === today)
  return day?.events.filter(({ endsAt }) => Date.parse(endsAt) > now)
}

/** The calendar with its `today` moved on, and in each room what is on now and next as far as it is known. */
function calendarFrom(calendar: CalendarView, { now, today }: At): CalendarView {
  const coming = calendar.days
    .flatMap(({ events }) => events)
    .filter(({ endsAt, cancelled }) => !cancelled && Date.parse(endsAt) > now)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const rooms = calendar.rooms.map((room) => {
    const here = coming.filter((event) => event.room?.zh === room.name.zh)
    const on = here.find(({ startsAt }) => Date.parse(startsAt) <= now) ?? null
    return { ...room, now: on, next: here.find(({ startsAt }) => Date.parse(startsAt) > now) ?? null }
  })
  return { ...calendar, today, rooms }
}

/** The board without anything that is true for a moment only: what is kept of it, and shown without the hub. */
export function withoutNumbers(board: BoardView): BoardView {
  const windows = board.windows.map((window) => ({ ...window, staffed: false, label: null }))
  return { ...board, calls: [], next: [], lanes: [], windows, outOfOrder: 0 }
}

const isShown = ({ from, until }: { from: string; until: string | null }, today: string): boolean =>
  from <= today && (until === null || today <= until)
