// The calendar of a real hall: series and rooms, changes of one day, places without names, iCalendar out and in.
// Long: every part is about the same rooms and series, seen by office, guests and feeds.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeriesBody, SignupReply } from '#contract/calendar.ts'
import type { EventFace } from '#contract/views.ts'
import { fetchFeed, isOwnNetwork } from '../commands/fetch-feed.ts'
import { MONDAY_10, nextView, openHall, type TestHall } from './hall.ts'

let hall: TestHall
let staff: string
beforeEach(async () => {
  hall = await openHall()
  staff = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(() => hall.stop())

const body = (more: Partial<SeriesBody> = {}): SeriesBody => ({
  title: { zh: '包饺子', en: 'Dumplings' },
  about: null,
  kind: 'activity',
  rooms: ['mediation'],
  startsOn: '2026-11-27',
  until: null,
  time: '09:00',
  minutes: 60,
  rule: { is: 'once' },
  rest: 'keep',
  places: null,
  extra: [],
  except: [],
  ...more,
})
interface Failed {
  error: { code: string; facts: Record<string, unknown> }
}
const post = <T = Failed>(path: string, sent: unknown = {}, token: string | null = staff) =>
  hall.api<T>('POST', path, { body: sent, ...(token !== null && { token }) })
const add = async (more: Partial<SeriesBody> = {}) =>
  (await post<{ id: string }>('/api/calendar/series', body(more))).body.id
const event = async (id: string) => (await hall.api<{ event: EventFace }>('GET', `/api/events/${id}`)).body.event
const signUp = async (id: string, people = 1) =>
  (await post<SignupReply>(`/api/events/${id}/signups`, { people }, null)).body
const follow = async (code: string) => (await hall.api<SignupReply>('GET', `/api/signups/${code}`)).body

describe('a new event', () => {
  it('is on the wall, the kiosk and the phone as soon as it is written', async () => {
    const wall = hall.socket('display', { token: await hall.pair('display') })
    await nextView(wall, 'calendar')
    const guest = hall.socket('guest')
    const seen = [wall, guest].map((one) =>
      nextView(one, 'calendar', ({ days }) =>
        days.some(({ events }) => events.some(({ title }) => title.zh === '包饺子')),
      ),
    )
    await add()
    const [view] = await Promise.all(seen)
    expect(view!.today).toBe('2026-11-23')
    expect(view!.days).toHaveLength(42)
    expect(view!.days[0]).toMatchObject({ date: '2026-11-23', lunar: { zh: '十月十五' } })
  })

  it('of today is on the board', async () => {
    const wall = hall.socket('display', { token: await hall.pair('display') })
    await nextView(wall, 'board')
    const told = nextView(wall, 'board', ({ events }) => events.some(({ title }) => title.zh === '包饺子'))
    await add({ startsOn: '2026-11-23', time: '11:00' })
    await told
  })

  it('may not take a room that is taken, on any day of the next year', async () => {
    const weekly = { rule: { is: 'rrule', text: 'FREQ=WEEKLY;BYDAY=FR' } } as const
    await add(weekly)
    const { status, body: said } = await post('/api/calendar/series', body({ startsOn: '2027-06-04', time: '09:59' }))
    expect([status, said.error.code]).toEqual([409, 'room_taken'])
    expect(said.error.facts).toMatchObject({ title: { zh: '包饺子' }, wantedAt: '2027-06-04T01:59:00.000Z' })
    expect((await post('/api/calendar/series', body({ startsOn: '2027-06-04', time: '10:00' }))).status).toBe(201)
  })

  it('is refused where its rule cannot be followed, gives no day, or names no room', async () => {
    const wrong = async (more: Partial<SeriesBody>) => {
      const { status, body: said } = await post('/api/calendar/series', body(more))
      return `${status} ${said.error.code}`
    }
    const rule = (text: string) => ({ rule: { is: 'rrule', text } }) as const
    expect(await wrong(rule('FREQ=MINUTELY'))).toBe('409 rule_empty')
    expect(await wrong(rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'))).toBe('409 rule_empty')
    expect(await wrong({ rooms: ['cellar'] })).toBe('404 room_unknown')
    expect(await wrong({ until: '2026-01-01' })).toBe('400 body_invalid')
    expect(await wrong({ startsOn: '9000-01-01' })).toBe('400 body_invalid')
    expect((await post('/api/calendar/series', body(), null)).status).toBe(401)
  })

  it('can be tried before it is written', async () => {
    const asked = body({ rule: { is: 'rrule', text: 'FREQ=MONTHLY;BYMONTHDAY=5' }, rest: 'next' })
    const { body: said } = await post<{ days: { date: string }[]; clash: unknown }>('/api/calendar/preview', {
      series: null,
      body: asked,
    })
    // The 5th of December is a Saturday.
    expect(said.days[0]).toEqual({ date: '2026-12-07', original: '2026-12-05' })
    expect(said.clash).toBeNull()
  })

  it('is ended from today on, and what was stays', async () => {
    const id = await add({ startsOn: '2026-11-16', rule: { is: 'rrule', text: 'FREQ=WEEKLY;BYDAY=MO' }, time: '11:00' })
    await post(`/api/calendar/series/${id}/end`)
    expect(await event(`${id}-20261116`)).toMatchObject({ title: { zh: '包饺子' } })
    expect((await hall.api('GET', `/api/events/${id}-20261123`)).status).toBe(404)
  })

  it('stands in the log of acts', async () => {
    await add()
    const { body: said } = await hall.api<{ acts: { act: string; about: string }[] }>('GET', '/api/acts', {
      token: staff,
    })
    expect(said.acts[0]).toMatchObject({ act: 'event-add', about: '包饺子' })
  })
})

describe('one day of a series', () => {
  const reason = { zh: '老师生病', en: 'The teacher is ill' }

  it('moves, is cancelled and comes back, and each is told', async () => {
    const id = await add()
    const one = `/api/calendar/events/${id}-20261127`
    await post(one, { do: 'move', to: '2026-11-28', time: '15:00', minutes: 60, rooms: ['mediation'], reason })
    expect(await event(`${id}-20261127`)).toMatchObject({
      startsAt: '2026-11-28T07:00:00.000Z',
      note: { zh: '原定11月27日 09:00，老师生病' },
    })
    await post(one, { do: 'cancel', reason })
    expect(await event(`${id}-20261127`)).toMatchObject({ cancelled: true, note: reason })
    const changed = async () => (await hall.api<{ changed: boolean }>('GET', `/api/events/${id}-20261127`)).body.changed
    expect(await changed()).toBe(true)
    await post(one, { do: 'restore' })
    expect(await changed()).toBe(false)
    expect(await event(`${id}-20261127`)).toMatchObject({
      cancelled: false,
      note: null,
      startsAt: '2026-11-27T01:00:00.000Z',
    })
  })

  it('may not move into a room that is taken, nor come back into one', async () => {
    const id = await add()
    const one = `/api/calendar/events/${id}-20261127`
    await post(one, { do: 'cancel', reason })
    await add({ title: { zh: '另一场', en: 'Another' } })
    const { status, body: said } = await post(one, { do: 'restore' })
    expect([status, said.error.code]).toEqual([409, 'room_taken'])
    expect(await event(`${id}-20261127`)).toMatchObject({ cancelled: true })
  })
})

describe('a place at an event', () => {
  it('is a number and a code; a full event has a waiting list that moves up', async () => {
    const id = `${await add({ places: 2 })}-20261127`
    const [first, second, third] = [await signUp(id, 2), await signUp(id), await signUp(id)]
    expect(first.signup).toMatchObject({ number: 1, state: 'seated', ahead: null })
    expect(first.signup.code).toHaveLength(22)
    expect([second.signup.state, second.signup.ahead, third.signup.ahead]).toEqual(['waiting', 0, 1])
    expect((await event(id)).places).toEqual({ all: 2, left: 0, waiting: 2 })
    await post(`/api/signups/${first.signup.code}/cancel`, {}, null)
    expect((await follow(second.signup.code)).signup.state).toBe('seated')
    expect((await follow(third.signup.code)).signup.state).toBe('seated')
    expect((await follow(first.signup.code)).signup.state).toBe('cancelled')
  })

  it('is one place however often the reply is lost', async () => {
    const id = `${await add({ places: 5 })}-20261127`
    const once = { body: { people: 1 }, key: 'the-same-key-12345678' }
    const path = `/api/events/${id}/signups`
    const [one, again] = [
      await hall.api<SignupReply>('POST', path, once),
      await hall.api<SignupReply>('POST', path, once),
    ]
    expect(again.body).toEqual(one.body)
    expect((await event(id)).places?.left).toBe(4)
    expect((await hall.api('POST', path, { body: { people: 1 }, key: false })).status).toBe(400)
    expect((await post(path, { people: 3 }, null)).status).toBe(400)
  })

  it('at the same moment goes to one only', async () => {
    const id = `${await add({ places: 3 })}-20261127`
    const kiosk = await hall.pair('kiosk')
    const all = await Promise.all(
      Array.from({ length: 12 }, () => post<SignupReply>(`/api/events/${id}/signups`, { people: 1 }, kiosk)),
    )
    expect(new Set(all.map(({ body: one }) => one.signup.number)).size).toBe(12)
    expect(all.filter(({ body: one }) => one.signup.state === 'seated')).toHaveLength(3)
  })

  it('is not hoarded from one telephone; the kiosk serves everybody', async () => {
    const id = `${await add({ places: 50 })}-20261127`
    const path = `/api/events/${id}/signups`
    for (let taken = 0; taken < 6; taken += 1) expect((await post(path, { people: 2 }, null)).status).toBe(201)
    const { status, body: said } = await post(path, { people: 2 }, null)
    expect([status, said.error.code]).toEqual([429, 'signup_limit'])
    expect((await post(path, { people: 1 }, await hall.pair('kiosk'))).status).toBe(201)
  })

  it('is not given for what has begun, is cancelled or needs none', async () => {
    const [open, today] = [await add(), await add({ places: 2, startsOn: '2026-11-23', time: '09:30' })]
    const refused = async (id: string) => (await post(`/api/events/${id}/signups`, { people: 1 }, null)).body.error.code
    expect(await refused(`${open}-20261127`)).toBe('signup_closed')
    expect(await refused(`${today}-20261123`)).toBe('signup_closed')
    expect(await refused('nothing-20261123')).toBe('event_unknown')
    expect((await hall.api('GET', '/api/signups/guessed')).status).toBe(404)
  })

  it('hears of a move, and a series does not change under those who hold one', async () => {
    const id = await add({ places: 5 })
    const { signup } = await signUp(`${id}-20261127`, 2)
    const edit = await post(`/api/calendar/series/${id}`, body({ places: 5, startsOn: '2026-11-28' }))
    expect([edit.status, edit.body.error.code, edit.body.error.facts.people]).toEqual([409, 'signups_stand', 2])
    expect((await post(`/api/calendar/series/${id}/end`)).body.error.code).toBe('signups_stand')
    const reason = { zh: '停电', en: 'No electricity' }
    const move = { do: 'move', to: '2026-11-28', time: '09:00', minutes: 60, rooms: ['mediation'], reason }
    await post(`/api/calendar/events/${id}-20261127`, move)
    const told = await follow(signup.code)
    expect(told.signup.state).toBe('seated')
    expect(told.event).toMatchObject({ startsAt: '2026-11-28T01:00:00.000Z', note: { zh: '原定11月27日 09:00，停电' } })
  })

  it('staff see numbers only, and strike one for somebody at the window', async () => {
    const id = `${await add({ places: 1 })}-20261127`
    const { signup } = await signUp(id)
    await signUp(id)
    const path = `/api/calendar/events/${id}/signups`
    const { body: list } = await hall.api<{ signups: object[] }>('GET', path, { token: staff })
    expect(list.signups).toMatchObject([
      { number: 1, seated: true },
      { number: 2, seated: false },
    ])
    expect(JSON.stringify(list)).not.toContain(signup.code)
    await post(`${path}/1/cancel`)
    expect((await follow(signup.code)).signup.state).toBe('cancelled')
    expect((await hall.api('GET', path)).status).toBe(401)
  })
})

const ics = async (path: string) => {
  const response = await fetch(hall.url + path)
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const vevents = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

describe('iCalendar for other programs', () => {
  it('has every event at its time in the hall’s zone, with lasting names', async () => {
    const id = await add()
    const { text, type } = await ics('/calendar/all.ics')
    expect(type).toContain('text/calendar')
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai')
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261127T090000')
    const mine = vevents(text).find(({ uid }) => uid.startsWith(`${id}-20261127@`))!
    expect(mine.startDate.toUnixTime() * 1000).toBe(Date.parse('2026-11-27T01:00:00.000Z'))
    expect(mine.endDate.toUnixTime() * 1000).toBe(Date.parse('2026-11-27T02:00:00.000Z'))
    expect(mine.location).toContain('平安调处室')
    expect(new Set(vevents(text).map(({ uid }) => uid)).size).toBe(vevents(text).length)
  })

  it('counts each change higher, and says what is cancelled', async () => {
    const id = await add()
    const mine = async () => vevents((await ics('/calendar/activity.ics')).text).find(({ uid }) => uid.startsWith(id))!
    const counts = [(await mine()).sequence]
    const one = `/api/calendar/events/${id}-20261127`
    const reason = { zh: '停电', en: 'No electricity' }
    await post(one, { do: 'cancel', reason })
    const cancelled = await mine()
    expect(cancelled.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    counts.push(cancelled.sequence)
    await post(one, { do: 'restore' })
    counts.push((await mine()).sequence)
    await post(one, { do: 'move', to: '2026-11-28', time: '10:00', minutes: 30, rooms: [], reason })
    counts.push((await mine()).sequence)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(new Set(counts).size).toBe(4)
  })

  it('comes by kind, and for the holder of a sign-up alone', async () => {
    const id = `${await add({ places: 3 })}-20261127`
    const { signup } = await signUp(id)
    expect(vevents((await ics('/calendar/drill.ics')).text).every(({ summary }) => /演练/.test(summary))).toBe(true)
    const own = vevents((await ics(`/calendar/mine/${signup.code}.ics`)).text)
    expect(own).toHaveLength(1)
    expect(own[0]!.summary).toContain('包饺子')
    expect(own[0]!.component.getFirstPropertyValue('url')).toContain(`/h/signup/${signup.code}`)
    expect((await ics('/calendar/nothing.ics')).status).toBe(404)
    expect((await ics('/calendar/mine/guess.ics')).status).toBe(404)
    expect((await ics(`/h/signup/${signup.code}/qr.svg`)).type).toContain('image/svg+xml')
  })

  it('comes as one event to be put in once, and as a code that makes a phone subscribe', async () => {
    const id = `${await add()}-20261127`
    const one = vevents((await ics(`/calendar/event/${id}.ics`)).text)
    expect(one.map(({ summary }) => summary)).toEqual(['包饺子 Dumplings'])
    expect(one[0]!.component.getFirstPropertyValue('url')).toContain(`/h/events/${id}`)
    expect((await ics('/calendar/event/nothing-20261127.ics')).status).toBe(404)
    for (const kind of ['all', 'drill']) expect((await ics(`/calendar/${kind}/qr.svg`)).type).toContain('image/svg+xml')
    expect((await ics('/calendar/nothing/qr.svg')).status).toBe(404)
  })
})

describe('a calendar from outside', () => {
  let source: Server
  let answer: { status: number; text: string; location?: string }
  let url: string
  const calendar = (...events: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:街道活动', ...events, 'END:VCALENDAR'].join('\r\n')
  const once = [
    'BEGIN:VEVENT',
    'UID:one',
    'DTSTART:20261126T060000Z',
    'DTEND:20261126T070000Z',
    'SUMMARY:街道讲座',
    'END:VEVENT',
  ].join('\r\n')
  const weekly = [
    'BEGIN:VEVENT',
    'UID:weekly',
    'DTSTART;TZID=Asia/Shanghai:20261124T090000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY',
    'EXDATE;TZID=Asia/Shanghai:20261201T090000',
    'SUMMARY:巡回医疗',
    'END:VEVENT',
  ].join('\r\n')

  beforeEach(async () => {
    process.env.FEEDS_OWN_NETWORK = 'on'
    answer = { status: 200, text: calendar(once, weekly) }
    source = createServer((_, response) =>
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.text),
    )
    await new Promise<void>((done) => source.listen(0, '127.0.0.1', done))
    url = `http://127.0.0.1:${(source.address() as AddressInfo).port}/all.ics`
  })
  afterEach(async () => {
    delete process.env.FEEDS_OWN_NETWORK
    await new Promise((done) => source.close(done))
  })
  const take = () =>
    post<{ feed: string; events: number } & Failed>('/api/calendar/feeds', { name: '街道', url, kind: 'activity' })
  const office = async () =>
    (
      await hall.api<{ feeds: { id: string; events: number; failingSince: string | null }[] }>('GET', '/api/calendar', {
        token: staff,
      })
    ).body.feeds
  const days = async () => {
    const reply = await hall.api<{ days: { date: string; events: EventFace[] }[] }>(
      'GET',
      '/api/calendar/days/2026-11-23',
      { token: staff },
    )
    return reply.body.days.flatMap(({ date, events }) =>
      events
        .filter(({ title }) => ['街道讲座', '巡回医疗'].includes(title.zh))
        .map(({ title }) => `${date} ${title.zh}`),
    )
  }

  it('is among the hall’s own, with its rules and exceptions', async () => {
    const { status } = await take()
    expect(status).toBe(201)
    expect((await days()).slice(0, 4)).toEqual([
      '2026-11-24 巡回医疗',
      '2026-11-26 街道讲座',
      '2026-12-08 巡回医疗',
      '2026-12-15 巡回医疗',
    ])
  })

  it('keeps its last good copy when the source fails, and says since when', async () => {
    const { body: taken } = await take()
    const before = await days()
    answer = { status: 500, text: 'broken' }
    hall.clock.forward(10)
    await post(`/api/calendar/feeds/${taken.feed}/refresh`)
    expect((await office())[0]).toMatchObject({ events: taken.events, failingSince: '2026-11-23T02:10:00.000Z' })
    answer = { status: 200, text: '<html>moved</html>' }
    hall.clock.forward(10)
    await post(`/api/calendar/feeds/${taken.feed}/refresh`)
    expect((await office())[0]).toMatchObject({ failingSince: '2026-11-23T02:10:00.000Z' })
    expect(await days()).toEqual(before)
    answer = { status: 200, text: calendar(once) }
    await post(`/api/calendar/feeds/${taken.feed}/refresh`)
    expect((await office())[0]).toMatchObject({ events: 1, failingSince: null })
  })

  it('a file is taken in as it is, and what is no calendar is refused', async () => {
    const send = (text: string) =>
      fetch(`${hall.url}/api/calendar/imports/study`, {
        method: 'POST',
        headers: { authorization: `Bearer ${staff}`, 'content-type': 'text/calendar' },
        body: text,
      })
    expect((await send(calendar(once))).status).toBe(201)
    expect(await days()).toEqual(['2026-11-26 街道讲座'])
    expect(await (await send('not a calendar')).json()).toMatchObject({ error: { code: 'feed_unreadable' } })
    const [feed] = await office()
    await post(`/api/calendar/feeds/${feed!.id}/remove`)
    expect(await days()).toEqual([])
  })

  it('is a manager’s affair', async () => {
    const clerk = await hall.clerk(null, 'chen')
    expect((await post('/api/calendar/feeds', { name: 'x', url, kind: 'activity' }, clerk)).status).toBe(403)
  })

  it('is never fetched from the hub’s own network, by name, number or redirect', async () => {
    delete process.env.FEEDS_OWN_NETWORK
    expect((await take()).body.error.code).toBe('feed_unreachable')
    const rules = { own: false, patience: 2000, most: 1000 }
    for (const bad of [
      url,
      url.replace('127.0.0.1', 'localhost'),
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'ftp://x/',
    ])
      await expect(fetchFeed(bad, rules), bad).rejects.toThrow()
    answer = { status: 302, text: '', location: url }
    await expect(fetchFeed(url, { own: true, patience: 2000, most: 1000 })).rejects.toThrow('redirects')
    answer = { status: 200, text: 'x'.repeat(2000) }
    await expect(fetchFeed(url, { own: true, patience: 2000, most: 1000 })).rejects.toThrow('too large')
    for (const own of [
      '10.1.2.3',
      '172.20.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      'fe80::1',
      'fd00::1',
    ])
      expect(isOwnNetwork(own), own).toBe(true)
    for (const far of ['1.1.1.1', '8.8.8.8', '2606:4700::1111', '172.32.0.1'])
      expect(isOwnNetwork(far), far).toBe(false)
  })
})

describe('the calendar with time', () => {
  it('a room is free, taken and free again at its minutes', async () => {
    await add({ startsOn: '2026-11-23', time: '11:00', minutes: 30 })
    const wall = hall.socket('display', { token: await hall.pair('display') })
    const room = async (good: (now: EventFace | null) => boolean) => {
      const view = await nextView(wall, 'calendar', ({ rooms }) =>
        good(rooms.find(({ id }) => id === 'mediation')!.now),
      )
      return view.rooms.find(({ id }) => id === 'mediation')!
    }
    const free = await room((now) => now === null)
    expect(free.next?.startsAt).toBe('2026-11-23T03:00:00.000Z')
    const taken = room((now) => now !== null)
    hall.clock.set(MONDAY_10 + 60 * 60_000)
    await hall.app.schedule.look()
    expect((await taken).now?.title.zh).toBe('包饺子')
    const again = room((now) => now === null)
    hall.clock.set(MONDAY_10 + 90 * 60_000)
    await hall.app.schedule.look()
    await again
  })

  it('begins with this week’s Monday, and moves on at midnight', async () => {
    const wall = hall.socket('display', { token: await hall.pair('display') })
    expect((await nextView(wall, 'calendar')).today).toBe('2026-11-23')
    const next = nextView(wall, 'calendar', ({ today }) => today === '2026-11-30')
    hall.clock.set(Date.parse('2026-11-29T16:00:00.000Z'))
    await hall.app.schedule.look()
    expect((await next).days[0]?.date).toBe('2026-11-30')
  })
})

describe('a hall from before', () => {
  it('keeps its events as series of one day', async () => {
    const { sql } = await import('kysely')
    const { up } = await import('#db/migrations/0004-calendar.ts')
    const { Kysely, SqliteDialect } = await import('kysely')
    const Database = (await import('better-sqlite3')).default
    const db = new Kysely<never>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })
    const old = await import('#db/migrations/0001-hall.ts')
    await old.up(db as never)
    await sql
      .raw(
        `insert into hall (id, name_zh, name_en, subdistrict_zh, subdistrict_en, plaques, address_zh, address_en, phone, zone, demo, epoch, created_at)
      values ('h', '', '', '', '', '[]', '', '', '', 'Asia/Shanghai', 0, 'e', '2026-11-23T00:00:00.000Z')`,
      )
      .execute(db)
    await sql
      .raw(
        `insert into event values ('h', 'abc', '读书会', 'Reading', 'study', null, '2026-11-22T23:30:00.000Z', '2026-11-23T01:00:00.000Z')`,
      )
      .execute(db)
    await up(db as never)
    const { rows } = await sql.raw<Record<string, unknown>>('select * from series').execute(db)
    expect(rows).toMatchObject([
      { id: 'abc', title_zh: '读书会', starts_on: '2026-11-23', time: '07:30', minutes: 90, rule: '{"is":"once"}' },
    ])
    await db.destroy()
  })
})
