// The hall's events for other programs: iCalendar by kind, of one event and of one sign-up; QR codes of a calendar and of a sign-up.
import { EventKind } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import { eventsBetween, findOccurrence, type Occurrence } from '#domain/calendar.ts'
import { writeIcs } from '#domain/calendar-ics.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import { findSignup } from '#db/queries/signups.ts'
import { refused, type Hub } from '../../commands/run.ts'
import { sendCode } from '../code-picture.ts'
import type { PlainRoute } from '../plain.ts'
import { bookOf } from './calendar-book.ts'
import { calendarName } from './calendar-names.ts'

/** Other calendars are given the last month and the next year. */
const BEHIND = -31
const AHEAD = 370

const isKind = (kind: string) => kind === 'all' || EventKind.safeParse(kind).success

/** What is picked of the book, and the page that each event leads to where it is not its own. */
interface Picked {
  events: readonly Occurrence[]
  kind: string
  page?: string
}

/** What other programs fetch as it is: no intent and no view. */
export const calendarFiles = (hub: Hub): PlainRoute[] => {
  const type = 'text/calendar'
  const send = async (pick: (book: Book) => Promise<Picked | null>) => {
    const book = await bookOf(hub)
    const picked = await pick(book)
    if (!picked) return null
    const url = (id: string) => `${hub.publicUrl}/h/${picked.page ?? `events/${id}`}`
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
      if (!isKind(kind)) return null
      return { events: around(book).filter((one) => one.kind === kind), kind }
    }),
    file('/calendar/event/{id}.ics', 'One event, for a calendar that it is put into once', async (book, id) => {
      const one = findOccurrence(book, id)
      return one && { events: [one], kind: 'all' }
    }),
    file('/calendar/mine/{code}.ics', 'The event of one sign-up, for its holder’s calendar', async (book, code) => {
      const signup = await findSignup(hub.store.db, hub.hall, code)
      const one = signup && findOccurrence(book, signup.occurrence)
      if (!signup || !one) return null
      const events = [signup.cancelledAt === null ? one : { ...one, cancelled: true }]
      return { events, kind: 'mine', page: `signup/${code}` }
    }),
    {
      path: '/calendar/{kind}/qr.svg',
      summary: 'The QR code that makes a phone subscribe to a calendar of the hall',
      type: 'image/svg+xml',
      run: async (ctx) => {
        const { kind } = ctx.params as { kind: string }
        if (!isKind(kind)) {
          ctx.status = 404
          ctx.body = 'not found\n'
          return
        }
        sendCode(ctx, `${hub.publicUrl}/calendar/${kind}.ics`)
      },
    },
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
        sendCode(ctx, `${hub.publicUrl}/h/signup/${signup.code}`)
      },
    },
  ]
}
