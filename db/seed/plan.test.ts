import { Temporal } from 'temporal-polyfill'
import type { HallBook } from '#contract/book.ts'
import { describe, expect, test } from 'vitest'
import { readBook } from './book.ts'
import { knownHolidays } from './known-holidays.ts'
import { planDuty, planEvents, planExceptions } from './plan.ts'
import { noHolidays } from '#domain/holidays.ts'
import { eventsBetween, type Dated } from '#domain/calendar.ts'
import type { Book } from '#domain/book.ts'

const book = readBook()
/** Nobody is away: the demonstration's leave makes gaps on purpose. */
const present: HallBook = { ...book, duty: { ...book.duty, sample: undefined } }
/** The usual week from the first day on. */
const usual: HallBook = { ...present, hours: { ...book.hours, exceptions: [] } }
const SEEDINGS = ['2026-11-22', '2026-11-23', '2026-12-26', '2026-12-31', '2027-02-28', '2028-02-29', '2023-06-07']
const MINUTE = 60_000

/** Epoch milliseconds of midnight in Shanghai, `ahead` days after a date. */
const midnight = (date: string, ahead = 0) =>
  Temporal.PlainDate.from(date).add({ days: ahead }).toZonedDateTime('Asia/Shanghai').epochMilliseconds
/** What is on in the weeks from the first of the month of a seeding. */
function eventsFrom(planned: HallBook, today: string) {
  const series = planEvents(planned, today).map((one) => ({ ...one, changes: new Map(), sequence: 0 }))
  const calendar = { series, imported: [], signed: new Map() }
  const hours = { holidays: noHolidays } as unknown as Book['hours']
  const dated: Dated = { hall: planned.hall, hours, calendar }
  const last = Temporal.PlainDate.from(today).add({ weeks: 12 }).toString()
  return eventsBetween(dated, `${today.slice(0, 8)}01`, last)
}
const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')

interface Spanned {
  startsAt: string
  endsAt: string
}
const parsed = <T extends Spanned>(rows: T[]) =>
  rows.map((row) => ({ ...row, from: Date.parse(row.startsAt), to: Date.parse(row.endsAt) }))

describe.each(SEEDINGS)('seeded on %s', (today) => {
  const shifts = parsed(planDuty(present, today))
  const events = parsed([...eventsFrom(book, today)])

  test('somebody is on duty at every moment of the next two weeks, from midnight on', () => {
    for (let at = midnight(today); at < midnight(today, 15); at += 10 * MINUTE)
      expect(
        shifts.some(({ from, to }) => from <= at && at < to),
        new Date(at).toISOString(),
      ).toBe(true)
  })

  test('the all-round window is staffed whenever the week says open, the others in regular hours', () => {
    for (let ahead = 0; ahead < 14; ahead += 1) {
      const day = Temporal.PlainDate.from(today).add({ days: ahead })
      const spans = book.hours.weekly.filter(({ days }) => days.includes(day.dayOfWeek)).flatMap(({ spans }) => spans)
      for (const { from, to, kind } of spans) {
        const instant = (time: string) =>
          day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: time }).epochMilliseconds
        for (let at = instant(from); at < instant(to); at += 10 * MINUTE)
          for (const window of kind === 'regular' ? ['w1', 'w2', 'w3'] : ['w1'])
            expect(shifts.filter((shift) => shift.window === window && shift.from <= at && at < shift.to)).toHaveLength(
              1,
            )
      }
    }
  })

  test('on the two days around the clock somebody is at a window at any hour of day and night', () => {
    for (let at = midnight(today); at < midnight(today, 2); at += 10 * MINUTE)
      expect(
        shifts.filter(({ window, from, to }) => window === 'w1' && from <= at && at < to),
        new Date(at).toISOString(),
      ).toHaveLength(1)
  })

  test('whoever is on leave has no duty, and it is somebody else’s to see the gap', () => {
    const { person, day, days } = book.duty.sample!.leave.find(({ state }) => state === 'granted')!
    const [from, to] = [midnight(today, day), midnight(today, day + days)]
    const theirs = (rows: typeof shifts) =>
      rows.filter((one) => one.person === person && one.from < to && from < one.to)
    expect(theirs(shifts).length).toBeGreaterThan(0)
    expect(theirs(parsed(planDuty(book, today)))).toEqual([])
  })

  test('a leading cadre is there every day', () => {
    for (let ahead = 0; ahead < 14; ahead += 1) {
      const noon = midnight(today, ahead) + 12 * 60 * MINUTE
      expect(shifts.some(({ kind, from, to }) => kind === 'cadre' && from <= noon && noon < to)).toBe(true)
    }
  })

  test('nobody is in two places, and no room is used twice at a time', () => {
    const clashes = <T extends { from: number; to: number }>(rows: T[], key: (row: T) => string | null) =>
      rows.flatMap((a, index) =>
        rows.slice(index + 1).filter((b) => key(a) !== null && key(a) === key(b) && a.from < b.to && b.from < a.to),
      )
    expect(clashes(shifts, ({ person }) => person)).toEqual([])
    expect(clashes(events, ({ rooms }) => rooms[0] ?? null)).toEqual([])
  })

  test('every day has at least two events, and the 5th the reception', () => {
    for (let ahead = 0; ahead < 28; ahead += 1) {
      const [from, to] = [midnight(today, ahead), midnight(today, ahead + 1)]
      const ofDay = events.filter((event) => event.from >= from && event.to <= to)
      expect(ofDay.length, `day ${ahead}`).toBeGreaterThanOrEqual(2)
    }
    const days = events.filter(({ series }) => series === 'secretary-day')
    expect(days.length).toBeGreaterThanOrEqual(2)
    expect(new Set(days.map(({ original }) => original.slice(8)))).toEqual(new Set(['05']))
    for (const { date } of days) expect(Temporal.PlainDate.from(date).dayOfWeek).toBeLessThanOrEqual(5)
  })

  test('rows are in order, run forward, and are instants of the contract', () => {
    for (const rows of [shifts, events]) {
      expect(rows.map(({ startsAt }) => startsAt)).toEqual(rows.map(({ startsAt }) => startsAt).toSorted())
      for (const { startsAt, endsAt } of rows) {
        expect(startsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/)
        expect(endsAt > startsAt).toBe(true)
      }
    }
  })
})

describe('public holidays', () => {
  /** The week of National Day 2026, and the make-up workdays around it. */
  const shifts = parsed(planDuty(usual, '2026-09-14'))
  const at = (date: string, hour: number) => midnight(date) + hour * 60 * MINUTE
  const sitting = (date: string, hour: number) =>
    shifts.filter(({ window, from, to }) => window !== null && from <= at(date, hour) && at(date, hour) < to)

  test('nobody sits at a window but the holiday duty in its hours', () => {
    expect(sitting('2026-10-01', 10).map(({ kind, window }) => [kind, window])).toEqual([['holiday', 'w1']])
    expect(sitting('2026-10-01', 14)).toEqual([])
    expect(
      shifts.some(
        ({ kind, from, to }) => kind === 'cadre' && from <= at('2026-10-01', 14) && at('2026-10-01', 14) < to,
      ),
    ).toBe(true)
  })

  test('a make-up workday is a workday: every window, from morning to evening', () => {
    const makeup = knownHolidays
      .flatMap(({ days }) => days)
      .filter(({ date, kind }) => kind === 'work' && date > '2026-09-14' && date < '2026-10-05')
    expect(makeup.length).toBeGreaterThan(0)
    for (const { date } of makeup) {
      expect(
        sitting(date, 10)
          .map(({ window }) => window)
          .toSorted(),
      ).toEqual(['w1', 'w2', 'w3'])
      expect(sitting(date, 18)).toHaveLength(1)
    }
  })

  test('somebody is on duty at every moment of the weeks around them', () => {
    for (let moment = at('2026-09-18', 0); moment < at('2026-10-12', 0); moment += 10 * MINUTE)
      expect(
        shifts.some(({ from, to }) => from <= moment && moment < to),
        new Date(moment).toISOString(),
      ).toBe(true)
  })
})

describe('one rule at a time', () => {
  test("local times are the hall's: 08:30 in Shanghai is 00:30 in UTC, the night shift ends on the next day", () => {
    const shifts = planDuty(usual, '2026-11-22')
    expect(shifts[0]).toMatchObject({ startsAt: '2026-11-21T00:30:00.000Z' })
    expect(shifts).toContainEqual(
      expect.objectContaining({
        kind: 'standby',
        startsAt: '2026-11-23T12:00:00.000Z',
        endsAt: '2026-11-24T00:30:00.000Z',
      }),
    )
    const last = Temporal.PlainDate.from('2026-11-22').add({ days: book.duty.weeks * 7 - 1 })
    expect(local(shifts.at(-1)!.startsAt).toPlainDate().equals(last)).toBe(true)
  })

  test('turns go round by the week and do not depend on the day of the seeding', () => {
    const first = planDuty(usual, '2026-11-16').filter(({ kind }) => kind === 'evening')
    const again = planDuty(usual, '2026-11-20').filter(({ kind }) => kind === 'evening')
    expect(again).toEqual(
      expect.arrayContaining(first.filter(({ startsAt }) => startsAt > '2026-11-19T12' && startsAt < '2027-02')),
    )
    expect(new Set(first.slice(0, 5).map(({ person }) => person)).size).toBe(1)
    expect(new Set(first.map(({ person }) => person)).size).toBe(6)
  })

  const only = (on: (typeof book.calendar.events)[number]['on'], from = '09:00', to = '10:00') => ({
    ...book,
    calendar: { events: [{ ...book.calendar.events[0]!, id: 'it', on, from, to }] },
  })

  test('a day of the month that a month lacks is left out', () => {
    const dates = eventsFrom(only({ monthDay: 31 }), '2027-01-10').map(({ date }) => date)
    expect(dates).toEqual(['2027-01-31', '2027-03-31'])
  })

  test('a fixed day, a counted day, the end of a day', () => {
    expect(eventsFrom(only({ day: '2026-12-24' }), '2026-11-22')[0]?.startsAt).toBe('2026-12-24T01:00:00.000Z')
    expect(eventsFrom(only({ day: 2 }, '22:00', '24:00'), '2026-11-22')).toMatchObject([
      { series: 'it', startsAt: '2026-11-24T14:00:00.000Z', endsAt: '2026-11-24T16:00:00.000Z' },
    ])
    expect(eventsFrom(only({ day: 0 }, '22:00', '01:00'), '2026-11-22')[0]?.endsAt).toBe('2026-11-22T17:00:00.000Z')
  })

  test('exceptions are dated, each date once, and a fixed date wins', () => {
    expect(planExceptions(book, '2026-12-31').map(({ date }) => date)).toEqual(['2026-12-31', '2027-01-01'])
    const reason = { zh: '元旦', en: 'New Year' }
    const hours = {
      ...book.hours,
      exceptions: [{ day: '2027-01-01', spans: [], reason, source: 'gov.cn' }, ...book.hours.exceptions],
    }
    expect(planExceptions({ ...book, hours }, '2026-12-31')[1]).toEqual({
      date: '2027-01-01',
      spans: [],
      reason,
      source: 'gov.cn',
    })
    expect(planExceptions(book, '2026-12-31')[0]?.source).toBeNull()
  })
})
