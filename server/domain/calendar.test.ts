import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book } from './book.ts'
import { eventFace, eventsBetween, findOccurrence, noCalendar, type Change, type Series } from './calendar.ts'
import { aheadOf, seating } from './calendar-places.ts'
import { clashOfSeries, roomNow } from './calendar-rooms.ts'
import type { HolidayDay } from './holidays.ts'

const rest = (date: string): [string, HolidayDay] => [
  date,
  { date, name: { zh: '国庆节', en: 'National Day' }, kind: 'rest', like: null },
]
const makeUp = (date: string): [string, HolidayDay] => [
  date,
  { date, name: { zh: '国庆节', en: 'National Day' }, kind: 'work', like: 5 },
]
const holidays = {
  years: new Map([[2026, { source: 'test' }]]),
  days: new Map([
    ...['01', '02', '03', '04', '05', '06', '07'].map((day) => rest(`2026-10-${day}`)),
    makeUp('2026-10-10'),
  ]),
}

const series = (more: Partial<Series> = {}): Series => ({
  id: 'day',
  title: { zh: '书记接待日', en: 'Reception day' },
  about: null,
  kind: 'reception',
  rooms: ['activity'],
  startsOn: '2026-01-01',
  until: null,
  time: '09:00',
  minutes: 90,
  rule: { is: 'rrule', text: 'FREQ=MONTHLY;BYMONTHDAY=5' },
  rest: 'next',
  places: null,
  extra: [],
  except: [],
  changes: new Map(),
  sequence: 0,
  ...more,
})
const book = (...all: Series[]) =>
  ({
    hall: { zone: 'Asia/Shanghai' },
    hours: { holidays },
    rooms: new Map([['activity', { zh: '党群活动室', en: 'Party room' }]]),
    calendar: { ...noCalendar, series: all },
  }) as unknown as Book
const change = (more: Partial<Change>): Change => ({
  cancelled: false,
  to: null,
  time: null,
  minutes: null,
  rooms: null,
  reason: { zh: '书记外出开会', en: 'The secretary is at a meeting' },
  sequence: 1,
  ...more,
})
const days = (one: Series, from = '2026-06-01', to = '2026-12-31') =>
  eventsBetween(book(one), from, to).map(({ id, date }) => `${id.slice(-8)} ${date.slice(5)}`)

describe('the 5th of each month, on the next workday where it is a rest day', () => {
  it('goes past the weekend and past the whole of a holiday, and keeps its id', () => {
    expect(days(series())).toEqual([
      '20260605 06-05',
      '20260705 07-06',
      '20260805 08-05',
      '20260905 09-07',
      '20261005 10-08',
      '20261105 11-05',
      '20261205 12-07',
    ])
  })

  it('says why it is not on its day', () => {
    const [july] = eventsBetween(book(series()), '2026-07-06', '2026-07-06')
    expect(july?.note).toEqual({
      zh: '原定7月5日，遇休息日顺延',
      en: 'Usually 5 July, a rest day: the next workday instead',
    })
  })

  it('a make-up Saturday is a workday like any other', () => {
    expect(days(series({ rule: { is: 'once' }, startsOn: '2026-10-10' }), '2026-10-01', '2026-10-31')).toEqual([
      '20261010 10-10',
    ])
  })

  it('a daily meeting is not held three times on the Monday after a weekend', () => {
    const daily = series({ rule: { is: 'rrule', text: 'FREQ=DAILY' }, startsOn: '2026-06-01' })
    expect(days(daily, '2026-06-05', '2026-06-08')).toEqual(['20260605 06-05', '20260608 06-08'])
  })
})

describe('a change of one day', () => {
  it('moves it from any month to any other, and back', () => {
    const moved = series({ changes: new Map([['2026-11-05', change({ to: '2026-12-20', time: '14:00' })]]) })
    const [one] = eventsBetween(book(moved), '2026-12-20', '2026-12-20')
    expect(one).toMatchObject({
      id: 'day-20261105',
      date: '2026-12-20',
      startsAt: '2026-12-20T06:00:00.000Z',
      moved: true,
    })
    expect(one?.note?.zh).toBe('原定11月5日 09:00，书记外出开会')
    expect(days(moved, '2026-11-01', '2026-11-30')).toEqual([])
  })

  it('cancels it where it was, with the reason', () => {
    const [one] = eventsBetween(
      book(series({ changes: new Map([['2026-11-05', change({ cancelled: true })]]) })),
      '2026-11-05',
      '2026-11-05',
    )
    expect(one).toMatchObject({ cancelled: true, note: { zh: '书记外出开会' }, sequence: 1 })
  })

  it('of a day that the rule no longer has, is forgotten', () => {
    const other = series({
      rule: { is: 'rrule', text: 'FREQ=MONTHLY;BYMONTHDAY=6' },
      changes: new Map([['2026-11-05', change({ to: '2026-11-20' })]]),
    })
    expect(days(other, '2026-11-01', '2026-11-30')).toEqual(['20261106 11-06'])
    expect(findOccurrence(book(other), 'day-20261105')).toBeNull()
  })

  it('dates beside the rule and dates left out', () => {
    const one = series({ rest: 'keep', extra: ['2026-11-11'], except: ['2026-11-05'] })
    expect(days(one, '2026-11-01', '2026-12-31')).toEqual(['20261111 11-11', '20261205 12-05'])
  })
})

describe('a stretch of time', () => {
  it('has what a longer one has of it, whatever the rules', () => {
    const rules = fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SA,SU', 'FREQ=MONTHLY;BYMONTHDAY=1,5,31')
    const rests = fc.constantFrom('keep', 'next', 'previous', 'skip') as fc.Arbitrary<Series['rest']>
    fc.assert(
      fc.property(rules, rests, fc.nat(200), fc.nat(30), (text, how, away, long) => {
        const one = series({ rule: { is: 'rrule', text }, rest: how })
        const date = (day: number) => new Date(Date.parse('2026-03-01') + day * 86_400_000).toISOString().slice(0, 10)
        const [from, to] = [date(away), date(away + long)]
        const whole = eventsBetween(book(one), '2026-02-01', '2026-12-31')
        expect(eventsBetween(book(one), from, to)).toEqual(whole.filter((each) => from <= each.date && each.date <= to))
        for (const { date: day } of whole)
          if (how !== 'keep') expect(holidays.days.get(day)?.kind ?? 'work', day).toBe('work')
      }),
      { numRuns: 60 },
    )
  })

  it('shows an event that began before midnight on both days', () => {
    const night = series({ time: '22:00', minutes: 240, rest: 'keep' })
    expect(eventsBetween(book(night), '2026-11-06', '2026-11-06')).toHaveLength(1)
    expect(eventsBetween(book(night), '2026-11-07', '2026-11-07')).toHaveLength(0)
  })
})

describe('rooms', () => {
  const weekly = series({ id: 'weekly', rest: 'keep', rule: { is: 'rrule', text: 'FREQ=WEEKLY;BYDAY=MO' } })

  it('an overlap months ahead is found, a neighbour without a gap is none', () => {
    const wish = series({ id: 'wish', rule: { is: 'once' }, startsOn: '2027-06-07', time: '10:00', rest: 'keep' })
    expect(clashOfSeries(book(weekly), wish, '2026-11-23')).toMatchObject({ there: { date: '2027-06-07' } })
    expect(clashOfSeries(book(weekly), { ...wish, time: '10:30' }, '2026-11-23')).toBeNull()
    expect(clashOfSeries(book(weekly), { ...wish, rooms: ['culture'] }, '2026-11-23')).toBeNull()
    expect(clashOfSeries(book(weekly), { ...wish, rooms: ['culture', 'activity'] }, '2026-11-23')).not.toBeNull()
  })

  it('what was cancelled leaves the room free; a series is not in its own way', () => {
    const wish = series({ id: 'wish', rule: { is: 'once' }, startsOn: '2026-11-30', rest: 'keep' })
    const freed = { ...weekly, changes: new Map([['2026-11-30', change({ cancelled: true })]]) }
    expect(clashOfSeries(book(freed), wish, '2026-11-23')).toBeNull()
    expect(clashOfSeries(book(weekly), { ...weekly, minutes: 60 }, '2026-11-23')).toBeNull()
  })

  it('tell what is on now and next, to the minute', () => {
    const events = eventsBetween(book(weekly), '2026-11-23', '2026-12-31')
    const at = (time: string) => roomNow(events, 'activity', `2026-11-23T${time}:00.000Z`)
    expect([at('00:59').now, at('00:59').next?.date]).toEqual([null, '2026-11-23'])
    expect([at('01:00').now?.date, at('01:00').next?.date]).toEqual(['2026-11-23', '2026-11-30'])
    expect(at('02:30').now).toBeNull()
  })
})

describe('places', () => {
  const queue = fc
    .array(fc.integer({ min: 1, max: 2 }), { maxLength: 30 })
    .map((all) => all.map((people, index) => ({ number: index + 1, people })))

  it('are never given twice, and nobody who has one loses it when another leaves', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 20 }), fc.nat(), (all, places, who) => {
        const before = seating(places, all)
        const taken = all.filter(({ number }) => before.seated.has(number)).reduce((sum, { people }) => sum + people, 0)
        expect(taken).toBeLessThanOrEqual(places)
        expect(before.waiting + taken).toBe(all.reduce((sum, { people }) => sum + people, 0))
        const gone = all[who % Math.max(1, all.length)]
        const after = seating(
          places,
          all.filter((one) => one !== gone),
        )
        for (const number of before.seated) if (number !== gone?.number) expect(after.seated.has(number)).toBe(true)
      }),
    )
  })

  it('nobody on the list is overtaken', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 20 }), (all, places) => {
        const { seated } = seating(places, all)
        const first = all.findIndex(({ number }) => !seated.has(number))
        if (first >= 0) expect(all.slice(first).some(({ number }) => seated.has(number))).toBe(false)
        for (const { number } of all) {
          const ahead = aheadOf(number, places, all)
          if (seated.has(number)) expect(ahead).toBeNull()
          else expect(ahead).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('are told with the event', () => {
    const one = series({ places: 3, rule: { is: 'once' }, startsOn: '2026-11-30' })
    const made = book(one)
    const signed = new Map([
      [
        'day-20261130',
        [
          { number: 1, people: 2 },
          { number: 2, people: 2 },
        ],
      ],
    ])
    const full = { ...made, calendar: { ...made.calendar, signed } }
    const [event] = eventsBetween(full, '2026-11-30', '2026-11-30')
    expect(eventFace(full, event!).places).toEqual({ all: 3, left: 0, waiting: 2 })
  })
})
