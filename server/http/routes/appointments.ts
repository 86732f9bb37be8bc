// Appointments: free slots and booking for everybody, the code at the kiosk, the list and the rules at the desk.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import {
  AppointmentOffice,
  AppointmentReply,
  ArrivalFace,
  BookableList,
  BookAppointment,
  CancelAppointment,
  CheckIn,
  FindAppointment,
  KeepAppointmentRule,
  MoveAppointment,
  SlotsReply,
} from '#contract/appointments.ts'
import type { Refusal } from '#contract/errors.ts'
import { Nothing, TicketReply } from '#contract/intents.ts'
import {
  bookAppointment,
  cancelAppointment,
  moveAppointment,
  strikeAppointment,
} from '../../commands/book-appointment.ts'
import { checkIn, findArrival } from '../../commands/check-in.ts'
import { keepAppointmentRule } from '../../commands/keep-appointment-rule.ts'
import { readAppointment, readAppointmentOffice, readBookable, readSlots } from '../../commands/read-appointment.ts'
import { refused, type Answer, type Hub } from '../../commands/run.ts'
import { Refused } from '../../errors.ts'
import { answer, command, route, type Asked, type Route } from '../route.ts'

/** From one telephone, so many in a day: nobody books a whole morning. The desk serves everybody. */
const FROM_ONE = { points: 6, duration: 86_400 }
/** So many wrong codes at one kiosk in ten minutes; eight digits are not found by trying. */
const WRONG_CODES = { points: 20, duration: 600 }
const limiters = new WeakMap<Hub, { hoarding: RateLimiterMemory; guessing: RateLimiterMemory }>()

function limitersOf(hub: Hub) {
  const known = limiters.get(hub)
  if (known) return known
  const made = { hoarding: new RateLimiterMemory(FROM_ONE), guessing: new RateLimiterMemory(WRONG_CODES) }
  limiters.set(hub, made)
  return made
}

/** Counts only what was not found: whoever has an appointment may look as often as they like. */
async function guessed<B>(asked: Asked<B>, run: (asked: Asked<B>) => Promise<Answer>): Promise<Answer> {
  const { guessing } = limitersOf(asked.hub)
  const who = asked.actor.device?.id ?? asked.ctx.ip
  const tries = await guessing.get(who)
  if (tries && tries.consumedPoints >= WRONG_CODES.points) throw new Refused({ code: 'appointment_guesses', facts: {} })
  const answered = await run(asked)
  const { error } = answered.body as { error?: Refusal }
  if (error?.code === 'appointment_unknown') await guessing.consume(who)
  return answered
}

const no = (code: 'appointment_unknown' | 'matter_unknown'): Answer => ({
  ...refused({ code, facts: {} }),
  replayed: false,
})

export const appointmentRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/appointments/matters',
    summary: 'For which matters a time can be booked',
    who: ['anyone'],
    limit: 'read',
    reply: BookableList,
    run: async ({ hub }) => answer(await readBookable(hub)),
  }),
  route({
    method: 'GET',
    path: '/api/appointments/slots/{matter}',
    summary: 'The free slots for a matter, today and the thirteen days after it',
    who: ['anyone'],
    limit: 'read',
    reply: SlotsReply,
    run: async ({ hub, params }) => {
      const slots = await readSlots(hub, params.matter ?? '')
      return slots ? answer(slots) : no('matter_unknown')
    },
  }),
  route({
    method: 'POST',
    path: '/api/appointments',
    summary: 'Book a slot without a name; the code is the appointment',
    who: ['anyone', 'staff'],
    limit: 'write',
    keyed: true,
    body: BookAppointment,
    reply: AppointmentReply,
    status: 201,
    run: async (asked) => {
      const { hub, actor, ctx } = asked
      const { hoarding } = limitersOf(hub)
      const counted = actor.staff ? null : ctx.ip
      const before = counted === null ? null : await hoarding.get(counted)
      if (before && before.consumedPoints >= FROM_ONE.points)
        throw new Refused({ code: 'appointment_limit', facts: {} })
      const answered = await command<BookAppointment>((room, { body }) => bookAppointment(room, body))(asked)
      // Only what was booked counts, and a repeated answer does not.
      if (counted !== null && answered.status === 201 && !answered.replayed) await hoarding.consume(counted)
      return answered
    },
  }),
  route({
    method: 'POST',
    path: '/api/appointments/find',
    summary: 'What an appointment is about, for the kiosk at which somebody types its digits or scans its code',
    who: ['kiosk'],
    limit: 'write',
    body: FindAppointment,
    reply: z.object({ appointment: ArrivalFace }),
    run: (asked) =>
      guessed(
        asked,
        command<FindAppointment>((room, { body }) => findArrival(room, body.code)),
      ),
  }),
  route({
    method: 'POST',
    path: '/api/appointments/check-in',
    summary: 'Whoever has an appointment is here: the number, with its place by the rule; twice gives the same',
    who: ['kiosk'],
    limit: 'write',
    keyed: true,
    body: CheckIn,
    reply: TicketReply,
    status: 201,
    run: (asked) =>
      guessed(
        asked,
        command<CheckIn>((room, { body }) => checkIn(room, { of: { code: body.code }, klass: body.class })),
      ),
  }),
  route({
    method: 'GET',
    path: '/api/appointments/{code}',
    summary: 'An appointment, as its holder may see it',
    who: ['anyone'],
    limit: 'read',
    reply: AppointmentReply,
    run: async ({ hub, params }) => {
      const found = await readAppointment(hub, params.code ?? '')
      return found ? answer(found) : no('appointment_unknown')
    },
  }),
  route({
    method: 'POST',
    path: '/api/appointments/{code}/move',
    summary: 'Move an appointment to another slot; one that the hall cancelled stands again',
    who: ['anyone', 'staff'],
    limit: 'sign-in',
    keyed: true,
    body: MoveAppointment,
    reply: AppointmentReply,
    run: command((room, { params, body }) => moveAppointment(room, { code: params.code ?? '', ...body })),
  }),
  route({
    method: 'POST',
    path: '/api/appointments/{code}/cancel',
    summary: 'Give a slot back',
    who: ['anyone'],
    limit: 'sign-in',
    keyed: true,
    body: Nothing,
    reply: AppointmentReply,
    run: command((room, { params }) => cancelAppointment(room, params.code ?? '')),
  }),
  route({
    method: 'GET',
    path: '/api/office/appointments',
    summary: 'The appointments of today and of the days to come, and what each lane sells',
    who: ['staff'],
    limit: 'read',
    reply: AppointmentOffice,
    run: async ({ hub }) => answer(await readAppointmentOffice(hub)),
  }),
  route({
    method: 'POST',
    path: '/api/office/appointments/{id}/cancel',
    summary: 'Cancel an appointment with a reason that its holder reads',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: CancelAppointment,
    reply: AppointmentReply,
    run: command((room, { params, body }) => strikeAppointment(room, { id: params.id ?? '', ...body })),
  }),
  route({
    method: 'POST',
    path: '/api/office/appointments/{id}/arrive',
    summary: 'Check somebody in at the desk, without the code',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: TicketReply,
    status: 201,
    run: command((room, { params }) => checkIn(room, { of: { id: params.id ?? '' }, klass: undefined })),
  }),
  route({
    method: 'POST',
    path: '/api/office/appointments/rules',
    summary: 'Whether a lane takes appointments, the length of its slots and the share of its windows’ time',
    who: ['manager'],
    limit: 'write',
    keyed: true,
    body: KeepAppointmentRule,
    reply: Nothing,
    run: command((room, { body }) => keepAppointmentRule(room, body)),
  }),
]
