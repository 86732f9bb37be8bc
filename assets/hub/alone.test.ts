import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertView, AlmanacView, BoardView, DutyFace, HoursFace, SpanFace } from '#contract/views.ts'
import { hoursFace, type Hours } from '#domain/hours.ts'
import { onDuty } from '#domain/duty.ts'
import { noHolidays } from '#domain/holidays.ts'
import { instantAt, iso, plusDays, serviceDate, weekday } from '#domain/service-day.ts'
import { alone, dutyFrom, hoursFrom } from './alone.ts'

const zone = 'Asia/Shanghai'
const stamp = { epoch: 'one', rev: 1, at: '2026-11-23T02:00:00.000Z' }
const MONDAY = '2026-11-23'
const at = (date: string, time: string) => instantAt(date, time, zone)

const usual: SpanFace[] = [
  { from: '08:30', to: '12:00', kind: 'regular' },
  { from: '12:00', to: '13:00', kind: 'midday' },
  { from: '14:00', to: '17:00', kind: 'regular' },
]

const hoursOf = (weekly: ReadonlyMap<number, readonly SpanFace[]>): Hours => ({
  zone,
  patterns: [{ from: null, source: null, weekly, holiday: [] }],
  exceptions: new Map(),
  holidays: noHolidays,
  proposals: [],
})

/** The almanac as the hub makes it, of one pattern by weekday. */
function almanacOf(weekly: ReadonlyMap<number, readonly SpanFace[]>, first = MONDAY): AlmanacView {
  const days = Array.from({ length: 14 }, (_, ahead) => {
    const date = plusDays(first, ahead)
    const spans = [...(weekly.get(weekday(date)) ?? [])]
    const openings = spans.map(({ from, to, kind }) => ({ from: iso(at(date, from)), to: iso(at(date, to)), kind }))
    return { date, spans, openings, reason: null, holiday: null }
  })
  return { ...stamp, days, duty: [] }
}

const was: HoursFace = { ...hoursFace(hoursOf(new Map()), at(MONDAY, '10:00')) }
const workdays = new Map([1, 2, 3, 4, 5].map((day) => [day, usual]))

const seen = (now: number) => hoursFrom(almanacOf(workdays), was, { now, today: serviceDate(now, zone) })

describe('the hours without the hub', () => {
  it('follow the day as it passes', () => {
    expect(seen(at(MONDAY, '08:29'))).toMatchObject({ open: null, next: { at: iso(at(MONDAY, '08:30')) } })
    expect(seen(at(MONDAY, '08:30'))?.open).toEqual({ kind: 'regular', until: iso(at(MONDAY, '13:00')) })
    expect(seen(at(MONDAY, '12:30'))?.open).toEqual({ kind: 'midday', until: iso(at(MONDAY, '13:00')) })
    expect(seen(at(MONDAY, '13:00'))?.open).toBeNull()
    expect(seen(at('2026-11-27', '17:00'))?.next?.at).toBe(iso(at('2026-11-30', '08:30')))
  })

  it('are unknown once the almanac has ended', () => {
    expect(seen(at('2026-12-06', '23:59'))).toMatchObject({ date: '2026-12-06', today: [] })
    expect(seen(at('2026-12-07', '00:00'))).toBeNull()
  })

  it('promise no number', () => {
    expect(seen(at(MONDAY, '09:00'))?.lastNumberAt).toBeNull()
  })

  it('are the same as the hub would say, at any minute of the first week', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 0, maxLength: 6 }).map((halves) => {
      const sorted = halves.sort((a, b) => a - b).map((half) => clockOf(half))
      const pairs = sorted.flatMap((from, index) =>
        index % 2 === 0 && sorted[index + 1] ? [[from, sorted[index + 1]!]] : [],
      )
      return pairs.map(([from, to]): SpanFace => ({ from: from!, to: to!, kind: 'regular' }))
    })
    const weeks = fc
      .array(times, { minLength: 7, maxLength: 7 })
      .map((days) => new Map(days.map((one, index) => [index + 1, one])))
    fc.assert(
      fc.property(weeks, fc.integer({ min: 0, max: 6 * 1440 }), (weekly, minute) => {
        const now = at(MONDAY, '00:00') + minute * 60_000
        const here = hoursFrom(almanacOf(weekly), was, { now, today: serviceDate(now, zone) })
        const there = hoursFace(hoursOf(weekly), now)
        expect([here?.date, here?.today, here?.open, here?.next]).toEqual([
          there.date,
          there.today,
          there.open,
          there.next,
        ])
      }),
      { numRuns: 300 },
    )
  })
})

const clockOf = (half: number) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`

const shift = (id: string, from: number, until: number, window: number | null): DutyFace => ({
  id,
  name: id,
  title: { zh: '社工', en: 'Social worker' },
  kind: 'window',
  from: iso(from),
  until: iso(until),
  window,
  colour: 'blue',
})

describe('the duty without the hub', () => {
  it('is in the order in which the hub gives it, at any instant', () => {
    const shifts = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }), fc.option(fc.nat(3))), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(shifts, fc.nat(70), (list, hour) => {
        const from = at(MONDAY, '00:00')
        const faces = list.map(([start, hours, window], index) =>
          shift(`s${index}`, from + start * 3_600_000, from + (start + hours) * 3_600_000, window),
        )
        const now = from + hour * 3_600_000
        const rows = faces.map(({ id, window, from, until }) => ({
          id,
          person: id,
          kind: 'window' as const,
          window,
          startsAt: from,
          endsAt: until,
        }))
        expect(dutyFrom(faces, now).map(({ id }) => id)).toEqual(onDuty(rows, now).map(({ id }) => id))
      }),
    )
  })
})

const board: BoardView = {
  ...stamp,
  hall: {
    name: { zh: '大厅', en: 'Hall' },
    subdistrict: { zh: '', en: '' },
    plaques: [],
    address: { zh: '', en: '' },
    phone: '021',
    zone,
    demo: false,
  },
  hours: was,
  calls: [{ id: 'c', label: 'A001', window: 1, colour: 'red', at: stamp.at, again: false, state: 'called' }],
  next: [{ label: 'A002', colour: 'red' }],
  lanes: [{ id: 'party', prefix: 'A', name: { zh: '党群', en: 'Party' }, colour: 'red', waiting: 3 }],
  windows: [{ number: 1, name: { zh: '一', en: 'One' }, staffed: true, label: 'A001' }],
  duty: [],
  events: [],
  outOfOrder: 2,
}

describe('a screen without the hub', () => {
  const notice = (from: string, until: string | null) => ({ from, until }) as never

  it('shows nobody’s number', () => {
    const { views } = alone({ board, almanac: almanacOf(workdays) }, at(MONDAY, '10:05'))
    expect(JSON.stringify(views.board)).not.toMatch(/A00\d/)
    expect(views.board).toMatchObject({ lanes: [], outOfOrder: 0, windows: [{ staffed: false, label: null }] })
  })

  it('takes down what has ended, and puts up what begins', () => {
    const notices = {
      ...stamp,
      notices: [notice('2026-11-20', '2026-11-23'), notice('2026-11-24', null), notice('2026-11-01', null)],
    }
    const shown = (now: number) => alone({ board, notices }, now).views.notices?.notices.length
    expect([shown(at(MONDAY, '23:59')), shown(at('2026-11-24', '00:00'))]).toEqual([2, 2])
    expect(alone({ board, notices }, at(MONDAY, '10:00')).views.notices?.notices[0]).toEqual(
      notice('2026-11-20', '2026-11-23'),
    )
    expect(alone({ board, notices }, at('2026-11-24', '10:00')).views.notices?.notices[0]).toEqual(
      notice('2026-11-24', null),
    )
  })

  it('never shows a message beyond its end', () => {
    const alert = { ...stamp, alert: { expiresAt: iso(at(MONDAY, '10:30')) } } as unknown as AlertView
    expect(alone({ board, alert }, at(MONDAY, '10:30') - 1).views.alert?.alert).not.toBeNull()
    expect(alone({ board, alert }, at(MONDAY, '10:30')).views.alert?.alert).toBeNull()
  })

  it('knows when it knows nothing any more', () => {
    const views = { board, almanac: almanacOf(workdays) }
    expect(alone(views, at('2026-12-06', '23:59')).outlived).toBe(false)
    expect(alone(views, at('2026-12-07', '00:00')).outlived).toBe(true)
    expect(alone({}, 0)).toEqual({ views: {}, outlived: false })
  })
})
