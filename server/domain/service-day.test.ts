// The hall's day in the hall's zone: around midnight in Shanghai, around midnight in UTC, and wherever the machine stands.
import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt, iso, plusDays, serviceDate, weekday } from './service-day.ts'

const ZONE = 'Asia/Shanghai'
const at = (instant: string) => Date.parse(instant)
const zones = [ZONE, 'UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe']
const between = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') })

describe('the service day', () => {
  it('turns at midnight in Shanghai, which is 16:00 in UTC', () => {
    expect(serviceDate(at('2026-11-23T15:59:59.999Z'), ZONE)).toBe('2026-11-23')
    expect(serviceDate(at('2026-11-23T16:00:00.000Z'), ZONE)).toBe('2026-11-24')
  })

  it('does not turn at midnight in UTC', () => {
    expect(serviceDate(at('2026-11-23T23:59:59.999Z'), ZONE)).toBe('2026-11-24')
    expect(serviceDate(at('2026-11-24T00:00:00.000Z'), ZONE)).toBe('2026-11-24')
  })

  it('turns at the end of a month, of a year and of a leap February', () => {
    expect(serviceDate(at('2026-11-30T16:00:00.000Z'), ZONE)).toBe('2026-12-01')
    expect(serviceDate(at('2026-12-31T16:00:00.000Z'), ZONE)).toBe('2027-01-01')
    expect(serviceDate(at('2028-02-28T16:00:00.000Z'), ZONE)).toBe('2028-02-29')
    expect(serviceDate(at('2028-02-29T16:00:00.000Z'), ZONE)).toBe('2028-03-01')
  })

  it('is that of the calendar in any zone, asked in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(between, fc.constantFrom(...zones)), { maxLength: 20 }), (asked) => {
        for (const [now, zone] of asked) {
          const expected = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString()
          expect(serviceDate(now, zone)).toBe(expected)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('begins at its own midnight and ends where the next begins', () => {
    fc.assert(
      fc.property(between, (now) => {
        const date = serviceDate(now, ZONE)
        const from = instantAt(date, '00:00', ZONE)
        const to = instantAt(date, '24:00', ZONE)
        expect(from <= now && now < to).toBe(true)
        expect(to).toBe(instantAt(plusDays(date, 1), '00:00', ZONE))
        expect(serviceDate(from, ZONE)).toBe(date)
        expect(serviceDate(to - 1, ZONE)).toBe(date)
        expect(serviceDate(to, ZONE)).toBe(plusDays(date, 1))
      }),
    )
  })
})

describe('dates and instants', () => {
  it('knows Monday from Sunday', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekday)).toEqual([1, 6, 7])
  })

  it('writes a time of day in the hall as an instant', () => {
    expect(iso(instantAt('2026-11-23', '08:30', ZONE))).toBe('2026-11-23T00:30:00.000Z')
    expect(iso(instantAt('2026-11-23', '00:00', ZONE))).toBe('2026-11-22T16:00:00.000Z')
    expect(iso(instantAt('2026-12-31', '24:00', ZONE))).toBe('2026-12-31T16:00:00.000Z')
  })

  it('are those of the calendar in any zone, also where the clock jumps', () => {
    const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => {
      const two = (number: number) => String(number).padStart(2, '0')
      return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
    })
    // In New York clocks went forward on the first of these days, and back on the second.
    const dates = fc.oneof(
      between.map((now) => serviceDate(now, 'UTC')),
      fc.constantFrom('2026-03-08', '2026-11-01', '2028-02-29', '2026-12-31'),
    )
    fc.assert(
      fc.property(dates, clock, fc.constantFrom(...zones), (date, time, zone) => {
        const day = Temporal.PlainDate.from(date)
        expect(instantAt(date, time, zone)).toBe(
          day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
        )
        expect(instantAt(date, '24:00', zone)).toBe(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)
        expect(weekday(date)).toBe(day.dayOfWeek)
      }),
      { numRuns: 500 },
    )
  })

  it('refuse what is no date', () => {
    for (const date of ['2026-02-30', '2026-13-01', 'tomorrow']) expect(() => plusDays(date, 1)).toThrow(RangeError)
  })

  it('adds days and takes them off again', () => {
    fc.assert(
      fc.property(between, fc.integer({ min: -800, max: 800 }), (now, days) => {
        const date = serviceDate(now, ZONE)
        expect(plusDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString())
        expect(plusDays(plusDays(date, days), -days)).toBe(date)
      }),
    )
  })
})
