import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planCalls } from './fit.ts'
import { arrange, dayPart, isNight, orbit, shapeOf, usual, wallFor } from './layout.ts'

const now = Date.parse('2026-11-23T02:00:00.000Z')
const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
const open = (kind: 'regular' | 'extended' | 'holiday' | 'midday') => ({
  open: { kind, until: inHours(2) },
  next: { at: inHours(20), kind: 'regular' as const },
})

describe('the part of the day', () => {
  it('follows the hours, and whoever still waits', () => {
    expect(dayPart(open('regular'), now, false)).toBe('open')
    expect(dayPart(open('midday'), now, false)).toBe('open')
    expect(dayPart(open('extended'), now, false)).toBe('evening')
    expect(dayPart(open('holiday'), now, false)).toBe('holiday')
    const shut = { open: null, next: { at: inHours(12), kind: 'regular' as const } }
    expect(dayPart(shut, now, false)).toBe('open')
    expect(dayPart(shut, now, true)).toBe('closed')
    expect(dayPart(shut, now + 10 * 3_600_000 - 1, true)).toBe('closed')
    expect(dayPart(shut, now + 10 * 3_600_000, true)).toBe('before')
    expect(dayPart({ open: null, next: null }, now, true)).toBe('closed')
    expect(dayPart({ ...shut, holiday: { name: { zh: '国庆节', en: '' }, kind: 'rest' } }, now, true)).toBe('holiday')
    expect(dayPart({ ...shut, holiday: { name: { zh: '国庆节', en: '' }, kind: 'work' } }, now, true)).toBe('closed')
  })

  it('has a night that may go over midnight', () => {
    const night = { from: '21:30', until: '06:30' }
    expect(['21:29', '21:30', '23:59', '00:00', '06:29', '06:30'].map((time) => isNight(night, time))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(isNight({ from: '01:00', until: '05:00' }, '23:00')).toBe(false)
    expect(isNight({ from: '01:00', until: '05:00' }, '03:00')).toBe(true)
    expect(isNight(null, '03:00')).toBe(false)
  })
})

describe('the wall of a display', () => {
  const wall = (id: string) => ({ ...usual, id, name: { zh: id, en: id } })
  const view = { walls: [wall('main'), wall('door')], assigned: { d1: 'door', d2: 'gone' } }

  it('is the one asked for, then the one given, then the first', () => {
    const of = (wanted: string | null, device: string | null) => wallFor(view, { wanted, device })?.id
    expect(of('door', null)).toBe('door')
    expect(of('main', 'd1')).toBe('main')
    expect(of(null, 'd1')).toBe('door')
    expect(of(null, 'd2')).toBe('main')
    expect(of('nowhere', 'd3')).toBe('main')
    expect(wallFor(undefined, { wanted: 'main', device: null })).toBeUndefined()
  })

  it('calls nobody at rest, and never beside the house', () => {
    expect(arrange(usual, 'open', false).queue).toEqual(['calls', 'next', 'lanes'])
    expect(arrange(usual, 'open', true).queue).toEqual([])
    expect(arrange({ ...usual, duty: 'house' }, 'open', false).queue).toEqual([])
    expect(arrange(usual, 'open', false).house).toEqual(['today'])
  })
})

it('every shape of glass has its name', () => {
  expect([
    shapeOf(1920, 1080),
    shapeOf(3840, 2160),
    shapeOf(800, 480),
    shapeOf(1080, 1920),
    shapeOf(480, 1920),
    shapeOf(1920, 480),
  ]).toEqual(['landscape', 'landscape', 'landscape', 'portrait', 'tall', 'wide'])
})

it('a wall at rest stands elsewhere every few minutes, within its margin, and comes back', () => {
  const places = Array.from({ length: 60 }, (_, minute) => orbit(now + minute * 60_000).join())
  expect(new Set(places).size).toBe(8)
  expect(places.filter((place, minute) => minute > 0 && place !== places[minute - 1]).length).toBeLessThanOrEqual(15)
  for (let minute = 0; minute < 60; minute += 1) {
    const [x, y] = orbit(now + minute * 60_000)
    expect(Math.abs(x)).toBeLessThanOrEqual(14)
    expect(Math.abs(y)).toBeLessThanOrEqual(16)
  }
})

describe('calls that own the wall', () => {
  const labels = fc.array(fc.constantFrom('A012', 'C1012', 'B99999'), { minLength: 1, maxLength: 4 })
  const windows = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })

  it('are never set smaller than demanded, and never wider or higher than their room', () => {
    fc.assert(
      fc.property(
        labels,
        windows,
        fc.integer({ min: 300, max: 4300 }),
        fc.integer({ min: 200, max: 4300 }),
        fc.integer({ min: 24, max: 320 }),
        (all, at, width, height, number) => {
          const least = { number, far: number * 0.51 }
          const plan = planCalls(all, at, { room: { width, height, gap: 16 }, least })
          fc.pre(plan !== null)
          const { columns, count, sign, words, says } = plan
          expect(plan.number).toBeGreaterThanOrEqual(least.number)
          expect(words).toBeGreaterThanOrEqual(least.far)
          const high = plan.number * (sign === 'below' ? 2 : 1) + (says ? least.far * 1.25 : 0)
          expect(Math.ceil(count / columns) * high).toBeLessThanOrEqual(height)
          const label = Math.max(...all.map((one) => 1.06 + (one.length - 1) * 0.61)) * plan.number
          const window = 0.61 * Math.max(...at.map((one) => String(one).length)) * plan.number
          const beside = sign === 'bare' ? window : window + 3 * words
          expect(columns * (sign === 'below' ? Math.max(label, beside) : label + beside)).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('say what is asked for in one line where both languages fit beside each other, else in two', () => {
    const least = { number: 160, far: 81 }
    const plans = [1052, 900].map((width) =>
      planCalls(['C012'], [2], { room: { width, height: 834, gap: 16 }, least })!,
    )
    expect(plans).toMatchObject([
      { says: true, sign: 'below' },
      { says: true, sign: 'below' },
    ])
    // What is left above number and window, in sizes of what is read from afar: a line is 1.25 of it, a second one another 0.8.
    const left = plans.map(({ number }) => (834 - 12 - 2.23 * number) / 81)
    expect(left[0]).toBeGreaterThanOrEqual(1.25)
    expect(left[1]).toBeGreaterThanOrEqual(2.05)
  })

  it('stand four at once on a wall for eight metres, when the rest gives way', () => {
    const four = ['C012', 'B007', 'D003', 'A014']
    const least = { number: 210, far: 108 }
    expect(planCalls(four, [1, 2, 3, 4], { room: { width: 1832, height: 1024, gap: 16 }, least })).toMatchObject({
      count: 4,
    })
    expect(planCalls(four, [1, 2, 3, 4], { room: { width: 992, height: 1864, gap: 16 }, least })).toMatchObject({
      count: 4,
      sign: 'bare',
    })
  })
})
