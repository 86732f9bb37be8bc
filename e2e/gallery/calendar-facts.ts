// The demonstration hall's calendar as the hub would send it, at the gallery's moment and in a week of holidays.
import type { CalendarReply, PreviewReply, SignupList, SignupReply } from '#contract/calendar.ts'
import type { HallBook } from '#contract/book.ts'
import type { CalendarView, EventFace } from '#contract/views.ts'
import type { Book } from '#domain/book.ts'
import { occurrencesOf, type Change, type Series } from '#domain/calendar.ts'
import { noHolidays, type HolidayDay } from '#domain/holidays.ts'
import { calendarView, dayFaces } from '#server/views/calendar-view.ts'
import eventsFile from '#db/seed/events.json'
import hallFile from '#db/seed/hall.json'
import { planEvents } from '#db/seed/plan.ts'
import { NOW, stamp } from './facts.ts'

const TODAY = '2026-11-23'
const off = (date: string): [string, HolidayDay] => [
  date,
  { date, name: { zh: '国庆节', en: 'National Day' }, kind: 'rest', like: null },
]
const work = (date: string): [string, HolidayDay] => [
  date,
  { date, name: { zh: '国庆节', en: 'National Day' }, kind: 'work', like: 5 },
]
const october = ['01', '02', '03', '04', '05', '06', '07'].map((day) => off(`2026-10-${day}`))
const holidays = {
  ...noHolidays,
  days: new Map([...october, work('2026-09-20'), work('2026-10-10')]),
}
const cancelled: Change = {
  cancelled: true,
  to: null,
  time: null,
  minutes: null,
  rooms: null,
  reason: { zh: '律师临时出庭，改为电话咨询', en: 'The lawyer is in court: please ring instead' },
  sequence: 1,
}

export const sampleSeries: Series[] = planEvents(
  { ...hallFile, calendar: eventsFile } as unknown as HallBook,
  TODAY,
).map(({ signedUp: _, ...series }) => ({
  ...series,
  startsOn: series.rule.is === 'once' ? series.startsOn : '2026-09-01',
  changes: new Map(series.id === 'lawyer' ? [['2026-11-25', cancelled]] : []),
  sequence: 0,
}))
const people = (count: number) => Array.from({ length: count }, (_, index) => ({ number: index + 1, people: 1 }))
export const sampleBook = {
  hall: hallFile.hall,
  hours: { holidays },
  rooms: new Map(hallFile.rooms.map(({ id, name }) => [id, name])),
  roomsAbout: new Map(hallFile.rooms.map(({ id, about }) => [id, about])),
  calendar: {
    series: sampleSeries,
    imported: [],
    signed: new Map([
      ['dumplings-20261125', people(15)],
      ['first-aid-20261128', people(7)],
    ]),
  },
} as unknown as Book

const plan = (date: string) => ({ date, shifts: [], events: [], ahead: [] })
const view = (date: string, now: number): CalendarView => ({
  ...stamp,
  ...calendarView.build({ book: sampleBook, plan: plan(date) }, now),
})
export const calendar: CalendarView = view(TODAY, NOW)
/** Thursday 24 September 2026: the Mid-Autumn Festival and the holidays of October lie ahead. */
export const autumnNow = Date.parse('2026-09-24T01:30:00.000Z')
export const autumn: CalendarView = view('2026-09-24', autumnNow)
export const monthOf = (monday: string) => dayFaces(sampleBook, monday)

export const eventOf = (id: string): EventFace =>
  calendar.days.flatMap(({ events }) => events).find((one) => one.id === id)!
export const signedUp: SignupReply = {
  signup: {
    code: 'kQ7xVtR2mZpL9sWcYb4aHg',
    number: 8,
    people: 2,
    state: 'seated',
    ahead: null,
    link: 'http://192.168.1.20:8080/h/signup/kQ7xVtR2mZpL9sWcYb4aHg',
  },
  event: eventOf('first-aid-20261128'),
}
export const waitsFor: SignupReply = {
  signup: { ...signedUp.signup, number: 16, people: 1, state: 'waiting', ahead: 3 },
  event: eventOf('dumplings-20261125'),
}

/** What the office is answered: every series, a calendar that is looked at and one whose source fails. */
export const office: CalendarReply = {
  series: sampleSeries.map(({ changes, sequence, ...series }) => ({
    ...series,
    rooms: [...series.rooms],
    extra: [...series.extra],
    except: [...series.except],
    next:
      occurrencesOf(sampleBook, { ...series, changes, sequence }, { from: TODAY, to: '2027-11-23' }).find(
        ({ cancelled: off }) => !off,
      )?.date ?? null,
  })),
  rooms: hallFile.rooms,
  feeds: [
    {
      id: 'street',
      name: { zh: '示例街道活动', en: '示例街道活动' },
      url: 'https://street.example/events/all.ics',
      kind: 'activity',
      events: 12,
      fetchedAt: new Date(NOW - 5 * 3_600_000).toISOString(),
      failingSince: null,
    },
    {
      id: 'clinic',
      name: { zh: '社区卫生站巡诊', en: '社区卫生站巡诊' },
      url: 'https://clinic.example/rounds.ics',
      kind: 'study',
      events: 4,
      fetchedAt: new Date(NOW - 3 * 86_400_000).toISOString(),
      failingSince: new Date(NOW - 2 * 86_400_000).toISOString(),
    },
    {
      id: 'file',
      name: { zh: '志愿者冬季安排', en: '志愿者冬季安排' },
      url: null,
      kind: 'activity',
      events: 6,
      fetchedAt: new Date(NOW - 9 * 86_400_000).toISOString(),
      failingSince: null,
    },
  ],
  links: {
    all: 'http://192.168.1.20:8080/calendar/all.ics',
    kinds: { activity: 'http://192.168.1.20:8080/calendar/activity.ics' },
  },
}
export const signups: SignupList = {
  signups: Array.from({ length: 15 }, (_, index) => ({
    number: index + 1,
    people: 1,
    seated: index < 12,
    at: new Date(NOW - (60 - index) * 3_600_000).toISOString(),
  })),
}
const day = (date: string, original = date) => ({ date, original })
const pushed: PreviewReply = {
  days: [
    day('2026-12-07', '2026-12-05'),
    day('2027-01-05'),
    day('2027-02-05'),
    day('2027-03-05'),
    day('2027-04-05'),
    day('2027-05-05'),
  ],
  clash: null,
}
export const previews: Record<'pushed' | 'once' | 'taken', PreviewReply> = {
  pushed,
  once: { days: [day('2026-11-27')], clash: null },
  taken: {
    ...pushed,
    clash: {
      room: { zh: '党群活动室', en: 'Party and community room' },
      title: { zh: '书记接待日', en: "The secretary's reception day" },
      startsAt: '2026-12-07T01:00:00.000Z',
      endsAt: '2026-12-07T03:30:00.000Z',
      wantedAt: '2026-12-07T01:00:00.000Z',
    },
  },
}
