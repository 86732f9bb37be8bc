// What of appointments is no intent and no view: the file for a resident's calendar, and the QR codes.
import type { Context } from 'koa'
import { appointmentIcs } from '#domain/appointment-ics.ts'
import { findAppointment } from '#db/queries/appointments.ts'
import { presentBook } from '../../commands/hours-office.ts'
import { matterFace } from '../../commands/read-appointment.ts'
import { refused, type Hub } from '../../commands/run.ts'
import { sendCode } from '../code-picture.ts'
import type { PlainRoute } from '../plain.ts'

const unknown = (ctx: Context) => {
  const { status, body } = refused({ code: 'appointment_unknown', facts: {} })
  ctx.status = status
  ctx.body = body
}
const codeOf = (ctx: Context) => (ctx.params as { code: string }).code

export const appointmentFiles = (hub: Hub): PlainRoute[] => [
  {
    path: '/h/book/qr.svg',
    summary: 'The QR code that leads a phone to booking',
    type: 'image/svg+xml',
    run: async (ctx) => sendCode(ctx, `${hub.publicUrl}/h/book`),
  },
  {
    path: '/h/appointment/{code}/qr.svg',
    summary: 'The QR code of an appointment: its page on a phone, and check-in where a kiosk has a scanner',
    type: 'image/svg+xml',
    run: async (ctx) => {
      const one = await findAppointment(hub.store.db, hub.hall, { code: codeOf(ctx) })
      return one ? sendCode(ctx, `${hub.publicUrl}/h/appointment/${one.code}`) : unknown(ctx)
    },
  },
  {
    path: '/calendar/appointment/{code}.ics',
    summary: 'An appointment, for its holder’s calendar',
    type: 'text/calendar',
    run: async (ctx) => {
      const one = await findAppointment(hub.store.db, hub.hall, { code: codeOf(ctx) })
      if (!one) return unknown(ctx)
      const { book } = await presentBook(hub)
      const { words, bring } = matterFace(book, one.matter)
      ctx.body = appointmentIcs(
        book,
        {
          ...{ id: one.id, short: one.short, words, bring, at: Date.parse(one.slot) },
          ...{ minutes: book.matterOf.get(one.matter)?.minutes ?? 15 },
          ...{ cancelled: one.state === 'cancelled', sequence: one.sequence },
        },
        { url: `${hub.publicUrl}/h/appointment/${one.code}`, now: hub.clock.now() },
      )
      ctx.type = 'text/calendar; charset=utf-8'
      ctx.set('Cache-Control', 'no-cache')
    },
  },
]
