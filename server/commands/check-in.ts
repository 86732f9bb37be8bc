// Somebody who has an appointment is here: it becomes a number whose place follows the one rule.
import type { ArrivalFace } from '#contract/appointments.ts'
import { refuse } from '#contract/errors.ts'
import type { TicketFace } from '#contract/intents.ts'
import { stopsTickets } from '#domain/alerts.ts'
import { arrivalOf, rankOfAppointment } from '#domain/appointment.ts'
import { APPOINTMENT_CLASS, appointmentRule, GRACE } from '#domain/appointment-days.ts'
import { rankOf } from '#domain/queue-order.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import { findAppointment, updateAppointment, type Appointment } from '#db/queries/appointments.ts'
import { countAhead, findTicket } from '#db/queries/tickets.ts'
import { issueTicket, ticketFace } from './issue-ticket.ts'
import { matterFace } from './read-appointment.ts'
import type { Outcome, Room } from './run.ts'

/** The eight digits, or the code of the link. */
const SHORT = /^\d{8}$/
const named = (code: string) => (SHORT.test(code) ? { short: code } : { code })

/** What a kiosk shows before the number is taken; refuses what cannot become one. */
export async function findArrival(room: Room, code: string): Promise<Outcome<{ appointment: ArrivalFace }>> {
  const found = await comesToday(room, named(code))
  if ('refusal' in found) return found
  const { book, trx, hall, now } = room
  const ticket = found.ticket === null ? null : await findTicket(trx, hall, found.ticket)
  const arrival = arrivalNow(room, found)
  const appointment = {
    ...{ matter: matterFace(book, found.matter), at: found.slot, arrival, grace: GRACE },
    ticket: ticket && label(ticket.prefix, ticket.number),
  }
  const shut = ticket ? null : notNow(room, now)
  return shut ?? { ok: true, quiet: true, reply: { appointment } }
}

/** At a kiosk by its code, or at a desk by its id. Twice gives the same number. */
export async function checkIn(
  room: Room,
  { of, klass }: { of: { code: string } | { id: string }; klass: string | undefined },
): Promise<Outcome<{ ticket: TicketFace }>> {
  const { trx, hall, book, now } = room
  const found = await comesToday(room, 'code' in of ? named(of.code) : of)
  if ('refusal' in found) return found
  if (found.ticket !== null) {
    const ticket = await findTicket(trx, hall, found.ticket)
    if (!ticket) return refuse('ticket_unknown')
    const ahead = ticket.state === 'waiting' ? await countAhead(trx, hall, ticket) : 0
    return { ok: true, quiet: true, reply: { ticket: ticketFace(room, ticket, ahead) } }
  }
  const shut = notNow(room, now)
  if (shut) return shut
  const matter = book.matterOf.get(found.matter)
  if (!matter) return refuse('matter_unknown')
  const lane = book.lanes.find(({ id }) => id === matter.lane)
  if (!lane) return refuse('lane_unknown')
  const offered = book.classes.filter(({ choice }) => choice)
  const chosen = klass === undefined ? offered[0] : offered.find(({ id }) => id === klass)
  if (!chosen) return refuse('class_unknown')
  const rule = appointmentRule(book)
  const times = { slot: Date.parse(found.slot), arrived: now, classHeadStart: chosen.headStart }
  const rankAt = rankOfAppointment(times, rule)
  // The ticket names what gave it its place: the appointment, or the class of a walk-in where that is better.
  const own = rankAt === rankOf(now, chosen.headStart)
  const kept = !own && book.classes.some(({ id }) => id === APPOINTMENT_CLASS)
  const ticket = await issueTicket(room, { matter, lane, klass: kept ? APPOINTMENT_CLASS : chosen.id, rankAt })
  await updateAppointment(trx, hall, { ...found, state: 'arrived', stateAt: iso(now), ticket: ticket.id })
  const act = room.actor.staff && { act: 'appointment-arrive', about: ticket.label, detail: found.short }
  return { ok: true, status: 201, reply: { ticket }, ...(act && { act }) }
}

const arrivalNow = ({ book, now }: Room, { slot }: Appointment): ArrivalFace['arrival'] => {
  const arrival = arrivalOf({ slot: Date.parse(slot), arrived: now, now }, appointmentRule(book))
  return arrival === 'early' || arrival === 'late' ? arrival : 'on_time'
}

/** The appointment where it is of today and stands. */
async function comesToday({ trx, hall, book, now }: Room, by: { code: string } | { short: string } | { id: string }) {
  const one = await findAppointment(trx, hall, by)
  if (!one) return refuse('appointment_unknown')
  if (one.state === 'cancelled') return refuse('appointment_cancelled', { at: one.slot })
  if (one.date !== serviceDate(now, book.hall.zone)) return refuse('appointment_other_day', { at: one.slot })
  return one
}

function notNow({ book, hub }: Room, now: number) {
  const danger = stopsTickets(book.alerts, now)
  if (danger) return refuse('hall_emergency', { hazard: danger })
  const hours = hub.shelf.hours(book, now)
  if (!hours.open) return refuse('hall_closed', { next: hours.next?.at ?? null, from: hours.today[0]?.from ?? null })
  return null
}
