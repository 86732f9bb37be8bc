// What is read of appointments: the free slots, one by its code, and the office's list.
import type {
  AppointmentFace,
  AppointmentOffice,
  AppointmentReply,
  AppointmentState,
  BookableList,
  SlotsReply,
} from '#contract/appointments.ts'
import type { Text } from '#contract/text.ts'
import { arrivalOf } from '#domain/appointment.ts'
import { bookable, bookableDates, GRACE, laneSlots, openOn } from '#domain/appointment-days.ts'
import type { Book } from '#domain/book.ts'
import { spansOn } from '#domain/hours.ts'
import { iso } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import type { Db } from '#db/database.ts'
import { findAppointment, listFrom, listTaken, updateAppointment, type Appointment } from '#db/queries/appointments.ts'
import { findTicket } from '#db/queries/tickets.ts'
import { presentBook } from './hours-office.ts'
import type { Hub, Room } from './run.ts'

/** The state by the clock: whoever did not come is absent from the instant on, written or not. */
export function stateAt(one: Appointment, now: number): AppointmentState {
  if (one.state !== 'booked') return one.state
  const rule = { headStart: 0, grace: GRACE, early: 0 }
  return arrivalOf({ slot: Date.parse(one.slot), arrived: null, now }, rule) === 'absent' ? 'absent' : 'booked'
}

export const matterFace = (book: Book, id: string): { id: string; words: Text; bring: Text[] } => {
  const matter = book.matterOf.get(id)
  return { id, words: matter?.words ?? { zh: '办事', en: 'A matter' }, bring: matter?.bring ?? [] }
}

/** What the holder of its code is told. */
export const appointmentReply = ({ trx, hall, book, now, hub }: Room, one: Appointment): Promise<AppointmentReply> =>
  faceOf({ db: trx, hall, book, now, hub }, one)

async function faceOf(
  { db, hall, book, now, hub }: { db: Db; hall: string; book: Book; now: number; hub: Pick<Hub, 'publicUrl'> },
  one: Appointment,
): Promise<AppointmentReply> {
  const ticket = one.ticket === null ? null : await findTicket(db, hall, one.ticket)
  const appointment: AppointmentFace = {
    ...{ code: one.code, short: one.short, link: `${hub.publicUrl}/h/appointment/${one.code}` },
    ...{ matter: matterFace(book, one.matter), at: one.slot, state: stateAt(one, now) },
    ...{ why: one.why, reason: one.reason, grace: GRACE },
    ticket: ticket && {
      label: label(ticket.prefix, ticket.number),
      link: `${hub.publicUrl}/t/${ticket.code}`,
    },
  }
  return { appointment }
}

/** Null where there is none. That the hall cancelled it has been seen from now on. */
export async function readAppointment(hub: Hub, code: string): Promise<AppointmentReply | null> {
  const { db } = hub.store
  const one = await findAppointment(db, hub.hall, { code })
  if (!one) return null
  const now = hub.clock.now()
  if (one.state === 'cancelled' && one.why !== 'resident' && one.seenAt === null)
    await hub.store.write((trx) => updateAppointment(trx, hub.hall, { ...one, seenAt: iso(now) }))
  const { book } = await presentBook(hub)
  return faceOf({ db, hall: hub.hall, book, now, hub }, one)
}

export async function readBookable(hub: Hub): Promise<BookableList> {
  const { book } = await presentBook(hub)
  const matters = book.matters.filter(({ lane }) => book.appointments.has(lane))
  return {
    matters: matters.map(({ id, committee, words, common }) => ({ id, committee, words, common })),
    committees: book.committees
      .filter(({ id }) => matters.some(({ committee }) => committee === id))
      .map(({ id, letter, name, colour }) => ({ id, letter, name, colour })),
  }
}

/** Null where there is no such matter; no days where its lane takes no appointments. */
export async function readSlots(hub: Hub, id: string): Promise<SlotsReply | null> {
  const { book } = await presentBook(hub)
  const now = hub.clock.now()
  const matter = book.matterOf.get(id)
  if (!matter) return null
  const { lane, words, bring, minutes } = matter
  const dates = book.appointments.has(lane) ? bookableDates(book, now) : []
  const [from = '', to = ''] = [dates[0], dates.at(-1)]
  const taken = (await listTaken(hub.store.db, hub.hall, { lane, from, to })).map(({ slot }) => Date.parse(slot))
  return {
    matter: { id, words, bring, minutes },
    days: dates.map((date) => ({
      date,
      reason: spansOn(book.hours, date).reason,
      open: openOn(book, date).length > 0,
      slots: bookable(book, { lane, date, booked: taken, now }).map(({ at, places }) => ({
        at: iso(at),
        left: places,
      })),
    })),
  }
}

/** Today's and those to come, and what each lane sells. */
export async function readAppointmentOffice(hub: Hub): Promise<AppointmentOffice> {
  const { book, today } = await presentBook(hub)
  const now = hub.clock.now()
  const lanes = new Map(book.lanes.map((lane) => [lane.id, lane]))
  const next = bookableDates(book, now).find((date) => date > today && openOn(book, date).length > 0)
  return {
    today,
    appointments: (await listFrom(hub.store.db, hub.hall, today)).map((one) => {
      const { id, short, slot: at, by, note, why, reason } = one
      const lane = lanes.get(one.lane)
      const { words } = matterFace(book, one.matter)
      return {
        ...{ id, short, at, by, note, why, reason, matter: { id: one.matter, words } },
        ...{ prefix: lane?.prefix ?? '–', colour: lane?.colour ?? 'blue', state: stateAt(one, now) },
        ...{ seen: one.seenAt !== null, ticket: one.label },
      }
    }),
    rules: book.lanes.map(({ id, prefix, name }) => {
      const rule = book.appointments.get(id)
      return {
        ...{ lane: id, prefix, name },
        rule: rule ? { every: rule.every, share: Math.round(rule.share * 100) } : null,
        places: next === undefined ? 0 : laneSlots(book, id, next).reduce((sum, { places }) => sum + places, 0),
      }
    }),
  }
}
