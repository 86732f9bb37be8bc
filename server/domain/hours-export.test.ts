// The exports, read by others: the OSM string by the opening_hours library, for every half hour of a year; schema.org by its own rules.
import OpeningHours from 'opening_hours'
import { describe, expect, it } from 'vitest'
import { knownHolidays } from '#db/seed/known-holidays.ts'
import type { HallFace, SpanFace } from '#contract/views.ts'
import { hoursFace, spansOn, type Hours } from './hours.ts'
import { osmHours, schemaHours } from './hours-export.ts'
import { instantAt, plusDays } from './service-day.ts'

const ZONE = 'Asia/Shanghai'
const span = (from: string, to: string, kind: SpanFace['kind'] = 'regular'): SpanFace => ({ from, to, kind })
const workday = [span('08:30', '11:30'), span('11:30', '13:30', 'midday'), span('13:30', '17:00')]
const weekend = [span('08:30', '11:30', 'weekend')]
const week = (closes: string) =>
  new Map(
    [1, 2, 3, 4, 5, 6, 7].map((day) => [day, day > 5 ? weekend : [...workday, span('17:00', closes, 'extended')]]),
  )

const hours: Hours = {
  zone: ZONE,
  patterns: [
    { from: null, weekly: week('18:00'), holiday: [span('08:30', '11:30', 'holiday')], source: null },
    {
      from: '2026-07-01',
      weekly: new Map([...week('20:00'), [7, []]]),
      holiday: [span('09:00', '12:00', 'holiday')],
      source: '居民会议',
    },
  ],
  exceptions: new Map([
    ['2026-02-17', { spans: [], reason: { zh: '春节"初一"不开放', en: 'Closed' }, source: '居委会' }],
    [
      '2026-08-01',
      { spans: [span('00:00', '24:00', 'emergency')], reason: { zh: '防台风', en: 'Typhoon' }, source: '街道' },
    ],
  ]),
  holidays: {
    years: new Map(knownHolidays.map(({ year, source }) => [year, { source }])),
    days: new Map(knownHolidays.flatMap(({ days }) => days.map((day) => [day.date, day] as const))),
  },
  proposals: [],
}
const TODAY = '2026-11-23'

/** The library reads the machine's own clock: a Date whose local fields are those of Shanghai. */
function localDate(date: string, minute: number): Date {
  const [year, month, day] = date.split('-').map(Number)
  return new Date(year!, month! - 1, day, 0, minute)
}

describe('the OSM string', () => {
  it('says the same as the engine at every half hour of a year, as the opening_hours library reads it', () => {
    const text = osmHours(hours, TODAY)
    const osm = new OpeningHours(text, null)
    const different: string[] = []
    for (let date = '2026-01-01'; date < '2027-01-01'; date = plusDays(date, 1)) {
      const midnight = instantAt(date, '00:00', ZONE)
      const spans = spansOn(hours, date).spans
      for (let minute = 0; minute < 1440; minute += 30) {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const open = spans.some(({ from, to }) => from <= clock && clock < to)
        // The face itself once a day, the spans that it is made of at each half hour: they are one engine.
        if (minute === 600) expect(hoursFace(hours, midnight + 600 * 60_000).open !== null).toBe(open)
        if (osm.getState(localDate(date, minute)) !== open) different.push(`${date} ${clock}`)
      }
    }
    expect(different).toEqual([])
  })

  it('is one rule a line of the calendar, without anything that would break it', () => {
    const text = osmHours(hours, TODAY)
    expect(text).toContain(
      'Mo,Tu,We,Th,Fr 08:30-18:00; Sa,Su 08:30-11:30; 2026 Jul 01-2099 Dec 31 Mo,Tu,We,Th,Fr 08:30-20:00',
    )
    expect(text).toContain('2026 Jul 01-2099 Dec 31 Su off')
    expect(text).toContain('2026 Feb 17 off "春节初一不开放"')
    expect(text).toContain('2026 Feb 14 08:30-18:00 open "春节调休上班，按周五开放"')
    expect(text).toContain('2026 Aug 01 00:00-24:00')
    expect(text).not.toContain('PH')
  })
})

describe('schema.org', () => {
  const hall = { name: { zh: '厅', en: 'Hall' }, address: { zh: '路', en: 'Road' }, phone: '021' } as HallFace
  type Spec = { opens: string; closes: string; dayOfWeek?: string[]; validFrom?: string; validThrough?: string }
  const made = schemaHours(hall, hours, TODAY) as {
    openingHoursSpecification: Spec[]
    specialOpeningHoursSpecification: Spec[]
  }

  it('gives each pattern its days, and the day on which one ends and the next begins', () => {
    const monday = made.openingHoursSpecification.filter(({ dayOfWeek }) => dayOfWeek?.includes('Monday'))
    expect(
      monday.map(({ opens, closes, validFrom, validThrough }) => [opens, closes, validFrom, validThrough]),
    ).toEqual([
      ['08:30', '18:00', undefined, '2026-06-30'],
      ['08:30', '20:00', '2026-07-01', undefined],
    ])
  })

  it('names every holiday, make-up workday and exception of the covered years by its date', () => {
    const on = (date: string) =>
      made.specialOpeningHoursSpecification
        .filter(({ validFrom, validThrough }) => validFrom === date && validThrough === date)
        .map(({ opens, closes }) => `${opens}-${closes}`)
    expect(on('2026-10-01')).toEqual(['09:00-12:00'])
    expect(on('2026-10-10')).toEqual(['08:30-20:00'])
    expect(on('2026-02-17')).toEqual(['00:00-00:00'])
    expect(on('2026-08-01')).toEqual(['00:00-23:59'])
    expect(on('2026-11-23')).toEqual([])
    expect(on('2025-10-01')).toEqual([])
  })
})
