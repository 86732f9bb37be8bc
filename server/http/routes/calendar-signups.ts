// Events for everybody, and places at them: signing up, following, giving back; the office's list of numbers.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { EventReply, SignUpBody, SignupList, SignupReply } from '#contract/calendar.ts'
import { Nothing } from '#contract/intents.ts'
import { eventFace, findOccurrence } from '#domain/calendar.ts'
import { seating } from '#domain/calendar-places.ts'
import { findSignup, listSignups } from '#db/queries/signups.ts'
import { leaveEvent, signupReply, signUp, strikeSignup } from '../../commands/event-signup.ts'
import type { Hub } from '../../commands/run.ts'
import { Refused } from '../../errors.ts'
import { answer, command, route, type Route } from '../route.ts'
import { bookOf, no } from './calendar-book.ts'

/** From one telephone, so many sign-ups for an event in a day: nobody books a room full of places. The kiosk serves everybody. */
const FROM_ONE = { points: 6, duration: 86_400 }
const hoarding = new WeakMap<Hub, RateLimiterMemory>()

async function countSignUp(hub: Hub, who: string): Promise<void> {
  const limiter = hoarding.get(hub) ?? new RateLimiterMemory(FROM_ONE)
  hoarding.set(hub, limiter)
  try {
    await limiter.consume(who)
  } catch {
    throw new Refused({ code: 'signup_limit', facts: {} })
  }
}

export const signupRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/calendar/events/{id}/signups',
    summary: 'Who has a place and who waits: numbers only',
    who: ['staff'],
    limit: 'read',
    reply: SignupList,
    run: async ({ hub, params }) => {
      const event = params.id ?? ''
      const places = findOccurrence(await bookOf(hub), event)?.places ?? 0
      const all = (await listSignups(hub.store.db, hub.hall, event)).filter(({ cancelledAt }) => cancelledAt === null)
      const { seated } = seating(places, all)
      return answer({
        signups: all.map(({ number, people, at }) => ({ number, people, at, seated: seated.has(number) })),
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/calendar/events/{id}/signups/{number}/cancel',
    summary: 'Strike a number off the list, for somebody at the window',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) =>
      strikeSignup(room, { event: params.id ?? '', number: Number(params.number ?? '') }),
    ),
  }),
  route({
    method: 'GET',
    path: '/api/events/{id}',
    summary: 'One event, as everybody may see it',
    who: ['anyone'],
    limit: 'read',
    reply: EventReply,
    run: async ({ hub, params }) => {
      const book = await bookOf(hub)
      const one = findOccurrence(book, params.id ?? '')
      if (!one) return no('event_unknown')
      const { series, original, moved, rooms } = one
      const changed = book.calendar.series.find(({ id }) => id === series)?.changes.has(original) ?? false
      return answer({ event: eventFace(book, one), series, original, moved, changed, rooms })
    },
  }),
  route({
    method: 'POST',
    path: '/api/events/{id}/signups',
    summary: 'Sign up for an event without a name',
    who: ['anyone', 'kiosk', 'staff'],
    // Nobody signs up more often than that in a minute.
    limit: 'sign-in',
    keyed: true,
    body: SignUpBody,
    reply: SignupReply,
    status: 201,
    run: async (asked) => {
      const { hub, actor, ctx, params, body } = asked
      const event = params.id ?? ''
      if (!actor.device) await countSignUp(hub, `${ctx.ip} ${event}`)
      return command((room) => signUp(room, { event, people: body.people }))(asked)
    },
  }),
  route({
    method: 'GET',
    path: '/api/signups/{code}',
    summary: 'A place at an event, as its holder may see it',
    who: ['anyone'],
    limit: 'read',
    reply: SignupReply,
    run: async ({ hub, params }) => {
      const signup = await findSignup(hub.store.db, hub.hall, params.code ?? '')
      const book = await bookOf(hub)
      const one = signup && findOccurrence(book, signup.occurrence)
      return signup && one ? answer(signupReply(book, signup, one, hub.publicUrl)) : no('signup_unknown')
    },
  }),
  route({
    method: 'POST',
    path: '/api/signups/{code}/cancel',
    summary: 'Give a place back: whoever waits moves up',
    who: ['anyone'],
    limit: 'sign-in',
    keyed: true,
    body: Nothing,
    reply: SignupReply,
    run: command((room, { params }) => leaveEvent(room, params.code ?? '')),
  }),
]
