// The hall's events for other programs: iCalendar by kind, and of one sign-up; the QR code of a sign-up.
import QRCode from 'qrcode'
import { EventKind } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import { eventsBetween, findOccurrence, type Occurrence } from '#domain/calendar.ts'
import { writeIcs } from '#domain/calendar-ics.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import { findSignup } from '#db/queries/signups.ts'
import { refused, type Hub } from '../../commands/run.ts'
import type { PlainRoute } from '../plain.ts'
import { bookOf } from './calendar-book.ts'
import { calendarName } from './calendar-names.ts'

/** Other calendars are given the last month and the next year. */
const BEHIND = -31
const AHEAD = 370

/** What other programs fetch as it is: no intent and no view. */
export const calendarFiles = (hub: Hub): PlainRoute[] => {
  const type = 'text/calendar'
  const send = async (pick: (book: Book) => Promise<{ events: readonly Occurrence[]; kind: string } | null>) => {
    const book = await bookOf(hub)
    const picked = await pick(book)
    if (!picked) return null
    const url = `${hub.publicUrl}/h/events/`
    return writeIcs(book, picked.events, { name: calendarName(picked.kind), url, now: hub.clock.now() })
  }
  const file = (
    path: string,
    summary: string,
    pick: (book: Book, param: string) => ReturnType<Parameters<typeof send>[0]>,
  ) => ({
    path,
    summary,
    type,
    run: async (ctx: Parameters<PlainRoute['run']>[0]) => {
      const text = await send((book) => pick(book, Object.values(ctx.params as Record<string, string>)[0] ?? ''))
      if (text === null) {
        ctx.status = 404
        ctx.body = 'not found\n'
        return
      }
      ctx.body = text
      ctx.type = `${type}; charset=utf-8`
      ctx.set('Cache-Control', 'no-cache')
    },
  })
  const around = (book: Book) => {
    const today = serviceDate(hub.clock.now(), book.hall.zone)
    return eventsBetween(book, plusDays(today, BEHIND), plusDays(today, AHEAD))
  }
  return [
    file('/calendar/{kind}.ics', 'The hall’s events for other calendars: all.ics, or one kind', async (book, kind) => {
      if (kind === 'all') return { events: around(book), kind }
      if (!EventKind.safeParse(kind).success) return null
      return { events: around(book).filter((one) => one.kind === kind), kind }
    }),
    file('/calendar/mine/{code}.ics', 'The event of one sign-up, for its holder’s calendar', async (book, code) => {
      const signup = await findSignup(hub.store.db, hub.hall, code)
      const one = signup && findOccurrence(book, signup.occurrence)
      if (!signup || !one) return null
      return { events: [signup.cancelledAt === null ? one : { ...one, cancelled: true }], kind: 'mine' }
    }),
    {
      path: '/h/signup/{code}/qr.svg',
      summary: 'The QR code that leads a phone to a sign-up',
      type: 'image/svg+xml',
      run: async (ctx) => {
        const { code } = ctx.params as { code: string }
        const signup = await findSignup(hub.store.db, hub.hall, code)
        if (!signup) {
          const { status, body } = refused({ code: 'signup_unknown', facts: {} })
          ctx.status = status
          ctx.body = body
          return
        }
        const link = `${hub.publicUrl}/h/signup/${signup.code}`
        ctx.body = await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
        ctx.type = 'image/svg+xml'
        ctx.set('Cache-Control', 'private, max-age=3600')
      },
    },
  ]
}
