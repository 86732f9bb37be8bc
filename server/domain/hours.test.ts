// Opening hours against brute force: random weeks and exceptions, asked minute by minute.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpanFace } from '#contract/views.ts'
import { noHolidays } from './holidays.ts'
import { hoursFace, nextHoursChange, type Hours, type Pattern } from './hours.ts'
import { instantAt, iso, plusDays, serviceDate, weekday } from './service-day.ts'

const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000
const DAY = 1440
const MONDAY = '2026-11-23'
const KINDS = ['regular', 'midday', 'extended'] as const

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Spans in order that may touch but not overlap; the first and the last minute of the day are as likely as any other. */
const spans = fc
  .uniqueArray(fc.oneof(fc.constantFrom(0, DAY, 510, 690), fc.nat(DAY)), { maxLength: 6 })
  .chain((edges) => {
    const sorted = edges.toSorted((a, b) => a - b)
    const pairs = sorted.slice(1).map((to, index) => [sorted[index]!, to] as const)
    return fc.tuple(...pairs.map(() => fc.option(fc.constantFrom(...KINDS), { freq: 3 }))).map((kinds) =>
      pairs.flatMap(([from, to], index): SpanFace[] => {
        const kind = kinds[index]
        return kind ? [{ from: clock(from), to: clock(to), kind }] : []
      }),
    )
  })

/** One pattern since ever, and no holidays. */
const always = (weekly: Pattern['weekly']): Hours => ({
  zone: ZONE,
  patterns: [{ from: null, weekly, holiday: [], source: null }],
  exceptions: new Map(),
  holidays: noHolidays,
  proposals: [],
})

const hours: fc.Arbitrary<Hours> = fc
  .record({
    days: fc.array(spans, { minLength: 7, maxLength: 7 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: -1, max: 16 }), spans), { maxLength: 4 }),
  })
  .map(({ days, exceptions }) => ({
    ...always(new Map(days.map((of, index) => [index + 1, of]))),
    exceptions: new Map(
      exceptions.map(([ahead, of]) => [
        plusDays(MONDAY, ahead),
        { spans: of, reason: { zh: '调休', en: 'Moved' }, source: null },
      ]),
    ),
  }))

/** The span that is on at a minute, looked up the slow way; null when the hall is closed. */
function spanAt(of: Hours, at: number): SpanFace | null {
  const date = serviceDate(at, ZONE)
  const minute = (at - instantAt(date, '00:00', ZONE)) / MINUTE
  const list = of.exceptions.get(date)?.spans ?? of.patterns[0]?.weekly.get(weekday(date)) ?? []
  return list.find(({ from, to }) => minuteOf(from) <= minute && minute < minuteOf(to)) ?? null
}

const moment = fc
  .integer({ min: -DAY, max: 3 * DAY })
  .map((minute) => instantAt(MONDAY, '00:00', ZONE) + minute * MINUTE)

describe('the hours at any minute', () => {
  it('say open exactly when a span is on, with its kind', () => {
    fc.assert(
      fc.property(hours, moment, (of, now) => {
        expect(hoursFace(of, now).open?.kind ?? null).toBe(spanAt(of, now)?.kind ?? null)
      }),
      { numRuns: 400 },
    )
  })

  it('say until when: open at every minute before, closed at that one', () => {
    fc.assert(
      fc.property(hours, moment, (of, now) => {
        const { open } = hoursFace(of, now)
        if (!open) return
        const until = Date.parse(open.until)
        const horizon = instantAt(plusDays(serviceDate(now, ZONE), 15), '00:00', ZONE)
        for (let at = now; at < until; at += MINUTE) if (!spanAt(of, at)) expect.fail(`closed at ${iso(at)}`)
        if (until < horizon) expect(spanAt(of, until)).toBeNull()
      }),
      { numRuns: 150 },
    )
  })

  it('say when it opens next: a span begins there, and none before once it has closed', () => {
    fc.assert(
      fc.property(hours, moment, (of, now) => {
        const { open, next } = hoursFace(of, now)
        const closed = open ? Date.parse(open.until) : now
        const end = next ? Date.parse(next.at) : instantAt(plusDays(serviceDate(now, ZONE), 15), '00:00', ZONE)
        for (let at = closed; at < end; at += MINUTE) if (spanAt(of, at)) expect.fail(`open at ${iso(at)} already`)
        if (next) expect(spanAt(of, Date.parse(next.at))?.kind).toBe(next.kind)
      }),
      { numRuns: 150 },
    )
  })

  it('say what today is: its own spans, and the reason of an exception', () => {
    fc.assert(
      fc.property(hours, moment, (of, now) => {
        const face = hoursFace(of, now)
        const exception = of.exceptions.get(face.date)
        expect(face.date).toBe(serviceDate(now, ZONE))
        expect(face.today).toEqual(exception?.spans ?? of.patterns[0]?.weekly.get(weekday(face.date)))
        expect(face.reason).toEqual(exception?.reason ?? null)
      }),
    )
  })
})

describe('the next change', () => {
  /** Two spans of one kind that touch read as one: their common edge changes nothing. */
  const seam = (of: Hours, at: number) => spanAt(of, at)?.kind === spanAt(of, at - MINUTE)?.kind

  it('is the next minute at which the answer is another one', () => {
    fc.assert(
      fc.property(hours, moment, (of, now) => {
        const change = nextHoursChange(of, now)
        const before = hoursFace(of, now)
        expect(change).toBeGreaterThan(now)
        expect(hoursFace(of, change - 1)).toEqual(before)
        for (let at = now + MINUTE; at < change; at += 7 * MINUTE) expect(hoursFace(of, at)).toEqual(before)
        const midnight = serviceDate(change, ZONE) !== serviceDate(change - 1, ZONE)
        if (seam(of, change) && !midnight) expect(hoursFace(of, change)).toEqual(before)
        else expect(hoursFace(of, change)).not.toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})

describe('named days', () => {
  const day = (list: SpanFace[]): Hours => always(new Map([[1, list]]))
  const at = (time: string, date = MONDAY) => instantAt(date, time, ZONE)
  const regular = (from: string, to: string): SpanFace => ({ from, to, kind: 'regular' })

  it('is open at the opening minute and closed at the closing minute', () => {
    const of = day([regular('08:30', '11:30')])
    expect(hoursFace(of, at('08:30')).open?.until).toBe(iso(at('11:30')))
    expect(hoursFace(of, at('11:30') - 1).open).not.toBeNull()
    expect(hoursFace(of, at('11:30')).open).toBeNull()
    expect(hoursFace(of, at('08:30') - 1)).toMatchObject({ open: null, next: { at: iso(at('08:30')) } })
  })

  it('goes on over midnight where one span ends at 24:00 and the next begins at 00:00', () => {
    const of = always(
      new Map([
        [1, [regular('20:00', '24:00')]],
        [2, [regular('00:00', '02:00')]],
      ]),
    )
    expect(hoursFace(of, at('23:59')).open?.until).toBe(iso(at('02:00', '2026-11-24')))
    expect(hoursFace(of, at('24:00')).open?.until).toBe(iso(at('02:00', '2026-11-24')))
  })

  it('keeps the hall closed on an exception without spans, and names the reason and the day after', () => {
    const of: Hours = {
      ...always(new Map([1, 2].map((one) => [one, [regular('08:30', '17:00')]]))),
      exceptions: new Map([[MONDAY, { spans: [], reason: { zh: '元旦', en: 'New Year' }, source: null }]]),
    }
    expect(hoursFace(of, at('10:00'))).toMatchObject({
      today: [],
      open: null,
      reason: { zh: '元旦' },
      next: { at: iso(at('08:30', '2026-11-24')) },
    })
  })

  it('opens on a make-up workday (调休), a Saturday that works', () => {
    const of: Hours = {
      ...always(new Map()),
      exceptions: new Map([
        [
          '2026-11-28',
          { spans: [regular('08:30', '17:00')], reason: { zh: '调休上班', en: 'Make-up workday' }, source: null },
        ],
      ]),
    }
    expect(hoursFace(of, at('09:00', '2026-11-28')).open?.kind).toBe('regular')
    expect(hoursFace(of, at('09:00')).next?.at).toBe(iso(at('08:30', '2026-11-28')))
  })

  it('says nothing of a next opening where none is published', () => {
    expect(hoursFace(day([]), at('10:00'))).toMatchObject({ open: null, next: null })
  })
})
