// What of a hall's days can be booked: hours, windows and standard times of the book, brought to the slots of one lane. Pure.
import type { HallDate } from '#contract/text.ts'
import type { AppointmentRule } from './appointment.ts'
import { freeSlots, slotsOf, type Slot } from './appointment-slots.ts'
import type { Book } from './book.ts'
import { spansOn } from './hours.ts'
import { instantAt, plusDays, serviceDate } from './service-day.ts'

const MINUTE = 60_000
/** Today is the first of them. */
export const BOOKABLE_DAYS = 14
/** The class of an appointment that is kept. */
export const APPOINTMENT_CLASS = 'appointment'
/** Minutes: how late one may come and keep it, and how early one may come and be on time. */
export const GRACE = 10
const EARLY = 30

export function appointmentRule(book: Pick<Book, 'classes'>): AppointmentRule {
  const headStart = book.classes.find(({ id }) => id === APPOINTMENT_CLASS)?.headStart ?? 0
  return { headStart, grace: GRACE, early: EARLY }
}

type Windows = Pick<Book, 'lanes' | 'windows'>
type Days = Windows & Pick<Book, 'matters' | 'hours' | 'hall'>

/**
 * How many windows a lane has, where each is divided among the lanes that it serves: so a window's time is sold once, however many lanes
 * sell of it.
 */
export function windowsOf({ lanes, windows }: Windows, lane: string): number {
  return windows
    .filter(({ allRound, lanes: own }) => allRound || own.includes(lane))
    .reduce((sum, { allRound, lanes: own }) => sum + 1 / (allRound ? lanes.length : own.length), 0)
}

/** The standard time of a lane's matters, minutes. */
function minutesOf({ matters }: Pick<Book, 'matters'>, lane: string): number {
  const own = matters.filter((matter) => matter.lane === lane)
  return own.length === 0 ? 10 : own.reduce((sum, { minutes }) => sum + minutes, 0) / own.length
}

/** When the hall is open on a date, epoch milliseconds: spans that follow one another are one. */
export function openOn({ hours, hall }: Pick<Book, 'hours' | 'hall'>, date: HallDate): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = []
  for (const span of spansOn(hours, date).spans) {
    const [from, to] = [instantAt(date, span.from, hall.zone), instantAt(date, span.to, hall.zone)]
    const last = merged.at(-1)
    if (last?.to === from) last.to = to
    else merged.push({ from, to })
  }
  return merged
}

/** A lane's slots of a date with all their places; none where it takes no appointments. */
export function laneSlots(book: Days & Pick<Book, 'appointments'>, lane: string, date: HallDate): Slot[] {
  const rule = book.appointments.get(lane)
  if (!rule) return []
  return slotsOf(openOn(book, date), { ...rule, windows: windowsOf(book, lane), minutes: minutesOf(book, lane) })
}

/**
 * What can still be booked of a date at `now`. `booked`: the instants of the appointments that stand; after the hours or the slots changed one
 * may lie between two, and takes a place of the one that it begins in.
 */
export function bookable(
  book: Days & Pick<Book, 'appointments'>,
  { lane, date, booked, now }: { lane: string; date: HallDate; booked: readonly number[]; now: number },
): Slot[] {
  const every = (book.appointments.get(lane)?.every ?? 0) * MINUTE
  const slots = laneSlots(book, lane, date)
  const within = booked.flatMap((at) => slots.findLast((slot) => slot.at <= at && at < slot.at + every)?.at ?? [])
  return freeSlots(slots, { booked: within, now })
}

/** The dates that can be booked at `now`. */
export function bookableDates(book: Pick<Book, 'hall'>, now: number): HallDate[] {
  const today = serviceDate(now, book.hall.zone)
  return Array.from({ length: BOOKABLE_DAYS }, (_, ahead) => plusDays(today, ahead))
}

/**
 * Whether an appointment can be kept: its lane is there, a window serves it, and the hall is open for as long as its matters take. Whoever
 * booked keeps the time although the lane sells less than before, or other slots.
 */
export function stands(book: Days, { lane, at }: { lane: string; at: number }): boolean {
  if (!book.lanes.some(({ id }) => id === lane) || windowsOf(book, lane) === 0) return false
  const needed = minutesOf(book, lane) * MINUTE
  return openOn(book, serviceDate(at, book.hall.zone)).some(({ from, to }) => from <= at && at + needed <= to)
}
