// The office's calendar: series of events, their single days, and what a wish would come to.
import {
  CalendarDate,
  CalendarReply,
  ChangeBody,
  DaysReply,
  PreviewBody,
  PreviewReply,
  SeriesBody,
  SeriesReply,
} from '#contract/calendar.ts'
import { Nothing } from '#contract/intents.ts'
import { EventKind } from '#contract/words.ts'
import { occurrencesOf } from '#domain/calendar.ts'
import { plusDays, serviceDate, weekday } from '#domain/service-day.ts'
import { listFeeds } from '#db/queries/feeds.ts'
import { addSeries, editSeries, endSeries, preview } from '../../commands/calendar-series.ts'
import { changeEvent } from '../../commands/event-change.ts'
import { dayFaces } from '../../views/calendar-view.ts'
import { answer, command, route, type Route } from '../route.ts'
import { bookOf, no } from './calendar-book.ts'

export const seriesRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/calendar',
    summary: 'Every series, the rooms, the calendars from outside, and where other programs subscribe',
    who: ['staff'],
    limit: 'read',
    reply: CalendarReply,
    run: async ({ hub }) => {
      const book = await bookOf(hub)
      const today = serviceDate(hub.clock.now(), book.hall.zone)
      const year = { from: today, to: plusDays(today, 366) }
      const link = (name: string) => `${hub.publicUrl}/calendar/${name}.ics`
      return answer({
        series: book.calendar.series.map((one) => {
          const { changes: _changes, sequence: _sequence, ...series } = one
          return { ...series, next: occurrencesOf(book, one, year).find(({ cancelled }) => !cancelled)?.date ?? null }
        }),
        rooms: [...book.rooms].map(([id, name]) => ({ id, name, about: book.roomsAbout.get(id) ?? name })),
        feeds: (await listFeeds(hub.store.db, hub.hall)).map(({ triedAt: _tried, ...feed }) => feed),
        links: { all: link('all'), kinds: Object.fromEntries(EventKind.options.map((kind) => [kind, link(kind)])) },
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/calendar/days/{from}',
    summary: 'Six weeks of days from the Monday of a date',
    who: ['staff'],
    limit: 'read',
    reply: DaysReply,
    run: async ({ hub, params }) => {
      const from = CalendarDate.safeParse(params.from)
      if (!from.success) return no('event_unknown')
      return answer({ days: dayFaces(await bookOf(hub), plusDays(from.data, 1 - weekday(from.data))) })
    },
  }),
  route({
    method: 'POST',
    path: '/api/calendar/preview',
    summary: 'On which days a series would be, and what stands in its way; nothing is written',
    who: ['staff'],
    limit: 'write',
    body: PreviewBody,
    reply: PreviewReply,
    run: async ({ hub, body }) => {
      const asked = { id: body.series, body: body.body, now: hub.clock.now() }
      const found = preview(await bookOf(hub), asked)
      return found ? answer(found) : no('rule_empty')
    },
  }),
  route({
    method: 'POST',
    path: '/api/calendar/series',
    summary: 'Add a series, or an event of one day',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: SeriesBody,
    reply: SeriesReply,
    status: 201,
    run: command((room, { body }) => addSeries(room, body)),
  }),
  route({
    method: 'POST',
    path: '/api/calendar/series/{id}',
    summary: 'Change a series as a whole',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: SeriesBody,
    reply: SeriesReply,
    run: command((room, { body, params }) => editSeries(room, params.id ?? '', body)),
  }),
  route({
    method: 'POST',
    path: '/api/calendar/series/{id}/end',
    summary: 'From today on it is no more',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: Nothing,
    reply: Nothing,
    run: command((room, { params }) => endSeries(room, params.id ?? '')),
  }),
  route({
    method: 'POST',
    path: '/api/calendar/events/{id}',
    summary: 'Cancel, move or restore one day of a series',
    who: ['staff'],
    limit: 'write',
    keyed: true,
    body: ChangeBody,
    reply: Nothing,
    run: command((room, { body, params }) => changeEvent(room, params.id ?? '', body)),
  }),
]
