// The report's figures by hand: small days in which every number can be counted on the fingers, and rules that hold for every day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StepName } from '#contract/intents.ts'
import { dayReport, type ReportBook } from './day-report.ts'
import { spread } from './day-report-figures.ts'
import { recordsOf, type DayFacts, type StepFact, type TicketFact } from './day-report-records.ts'
import { iso } from './service-day.ts'

const DATE = '2026-11-23'
const zone = 'Asia/Shanghai'
/** Half past eight in the hall: the minutes below count from here. */
const OPEN = Date.parse('2026-11-23T00:30:00.000Z')
const MIDNIGHT = Date.parse('2026-11-23T16:00:00.000Z')
const minute = (after: number) => OPEN + after * 60_000
const text = (name: string) => ({ zh: name, en: name })

const book = {
  lanes: [
    { id: 'a', prefix: 'A', name: text('a'), committee: 'x', colour: 'red' },
    { id: 'b', prefix: 'B', name: text('b'), committee: 'x', colour: 'blue' },
  ],
  windows: [
    { id: 'w1', number: 1, name: text('w1'), allRound: true, lanes: [] },
    { id: 'w2', number: 2, name: text('w2'), allRound: true, lanes: [] },
  ],
  classes: [
    { id: 'normal', name: text('normal'), headStart: 0, choice: true },
    { id: 'senior', name: text('senior'), headStart: 15, choice: true },
  ],
  matters: [{ id: 'leak', minutes: 10, name: text('leak') }],
  targets: { wait: 30, lanes: {} },
} as unknown as ReportBook

let number = 0
const ticket = (id: string, joined: number, more: Partial<TicketFact> = {}): TicketFact => ({
  id,
  serviceDate: DATE,
  prefix: 'A',
  number: (number += 1),
  lane: 'a',
  matter: 'leak',
  class: 'normal',
  joinedAt: iso(minute(joined)),
  window: null,
  ...more,
})
const step = (of: string, at: number, name: StepName, more: Partial<StepFact> = {}): StepFact => ({
  id: `${String(at * 1000).padStart(9, '0')}-${name}-${of}`,
  ticket: of,
  window: 'w1',
  step: name,
  lane: 'a',
  sentTo: null,
  at: iso(minute(at)),
  undone: false,
  ...more,
})
const day = (more: Partial<DayFacts> = {}): DayFacts => ({
  date: DATE,
  until: MIDNIGHT - 1,
  spans: [{ from: OPEN, to: minute(480) }],
  tickets: [],
  steps: [],
  calls: [],
  ...more,
})
const report = (...days: DayFacts[]) => dayReport(days, { book, zone, now: MIDNIGHT + 1 })

describe('a day', () => {
  it('without anybody has no times, and breaks no target', () => {
    const empty = report(day())
    expect(empty.total).toEqual({
      taken: 0,
      served: 0,
      left: 0,
      missed: 0,
      returned: 0,
      open: 0,
      wait: null,
      service: null,
    })
    expect(empty.windows.map(({ share }) => share)).toEqual([0, 0])
    expect(empty.targets.map(({ met }) => met)).toEqual([null, null, null, true])
    expect(report(day({ spans: [] })).windows[0]?.share).toBeNull()
  })

  it('counts waits to the first call that stands, and service from the start', () => {
    const tickets = [ticket('t', 0), ticket('u', 10)]
    const steps = [
      step('t', 3, 'call', { undone: true }),
      step('t', 5, 'call'),
      step('t', 6, 'again'),
      step('t', 7, 'start'),
      step('t', 19, 'finish'),
      step('u', 20, 'call', { window: 'w2' }),
      step('u', 24, 'finish', { window: 'w2' }),
    ]
    const { total, windows, targets } = report(day({ tickets, steps }))
    expect(total).toMatchObject({ taken: 2, served: 2, open: 0 })
    expect(total.wait).toEqual({ count: 2, mean: 7.5, median: 7.5, p90: 10, longest: 10 })
    expect(total.service).toEqual({ count: 2, mean: 8, median: 8, p90: 12, longest: 12 })
    expect(windows[0]).toMatchObject({ called: 1, served: 1, busy: 14, share: 0.029 })
    expect(windows[1]).toMatchObject({ called: 1, served: 1, busy: 4 })
    // Sixteen minutes where twenty are published.
    expect(targets.find(({ name }) => name === 'service')).toEqual({ name: 'service', value: 80, most: 100, met: true })
  })

  it('knows who missed, who came back, who left and who is still there', () => {
    const tickets = ['back', 'gone', 'left', 'there'].map((id, at) => ticket(id, at))
    const steps = [
      ...[step('back', 5, 'call'), step('back', 6, 'miss'), step('back', 9, 'call'), step('back', 10, 'start')],
      step('back', 12, 'finish'),
      ...[step('gone', 13, 'call'), step('gone', 14, 'miss'), step('gone', 300, 'leave')],
      step('left', 20, 'leave'),
    ]
    expect(report(day({ tickets, steps })).total).toMatchObject({
      ...{ taken: 4, served: 1, left: 2, missed: 2, returned: 1, open: 1 },
      service: { count: 1, mean: 2 },
    })
  })

  it('ends at its midnight, whatever the next day does', () => {
    const facts = day({ tickets: [ticket('t', 0)], steps: [step('t', 1440, 'call'), step('t', 1445, 'finish')] })
    const { total, targets } = report(facts)
    expect(total).toMatchObject({ served: 0, open: 1, wait: null })
    expect(targets.find(({ name }) => name === 'open')?.met).toBe(false)
    expect(dayReport([facts], { book, zone, now: minute(600) }).targets.at(-1)?.met).toBeNull()
  })

  it('gives overtime by the last who left a window after closing', () => {
    const tickets = [ticket('t', 470), ticket('u', 479)]
    const steps = [
      ...[step('t', 475, 'call'), step('t', 490, 'finish')],
      ...[step('u', 490, 'call'), step('u', 497.5, 'finish')],
    ]
    const { overtime, windows } = report(day({ tickets, steps }))
    expect(overtime).toEqual({ minutes: 17.5, longest: 17.5, days: 1, served: 2 })
    expect(windows[0]?.share).toBe(0.01)
  })

  it('gives a window what an earlier day left to it, and counts the number on its own day', () => {
    const old = ticket('old', 0, { serviceDate: '2026-11-22' })
    const { total, windows } = report(
      day({ tickets: [old], steps: [step('old', 1, 'call'), step('old', 5, 'finish')] }),
    )
    expect([total.taken, windows[0]?.served]).toEqual([0, 1])
  })
})

describe('several matters', () => {
  const two = { ...book, matters: [...book.matters, { id: 'rent', minutes: 5, name: text('rent') }] } as ReportBook
  const about = (id: string, at: number, name: StepName, matter: string) => step(id, at, name, { matter })
  const of = (steps: StepFact[]) =>
    dayReport([day({ tickets: [ticket('t', 0, { matter: 'rent' })], steps })], {
      ...{ book: two, zone, now: MIDNIGHT + 1 },
    })
  const begun = [about('t', 5, 'call', 'leak'), about('t', 6, 'start', 'leak')]

  it('at one window are one visit, and each has its own time', () => {
    const { total, windows, matters, targets } = of([
      ...begun,
      about('t', 18, 'onward', 'leak'),
      about('t', 21, 'finish', 'rent'),
    ])
    expect(total).toMatchObject({ taken: 1, served: 1, service: { count: 1, mean: 15 } })
    expect(windows[0]).toMatchObject({ called: 1, served: 1, busy: 16, service: { count: 1, mean: 15 } })
    const rows = matters.map(({ id, served, wait, service }) => [id, served, wait?.mean ?? null, service?.mean])
    expect(rows.sort()).toEqual([
      ['leak', 1, 5, 12],
      ['rent', 1, null, 3],
    ])
    expect(targets.find(({ name }) => name === 'service')?.value).toBe(100)
  })

  it('at two windows: the first is done when the number is handed on', () => {
    const { total, matters } = of([...begun, about('t', 18, 'transfer', 'leak'), about('t', 40, 'leave', 'rent')])
    expect(total).toMatchObject({ served: 0, left: 1, service: null })
    const rows = matters.map(({ id, served, left, service }) => [id, served, left, service?.mean ?? null])
    expect(rows.sort()).toEqual([
      ['leak', 1, 0, 12],
      ['rent', 0, 1, null],
    ])
  })
})

describe('the ledger', () => {
  it('counts those missed without a proven call, by the reason', () => {
    const missed = (at: number, more: Partial<StepFact>) => [step('t', at, 'call'), step('t', at + 1, 'miss', more)]
    const steps = [
      ...missed(1, { reason: 'absent' }),
      ...missed(10, { reason: 'aloud' }),
      ...missed(20, { reason: 'aloud' }),
      ...missed(30, { reason: 'gone', undone: true }),
      ...missed(40, { reason: null }),
    ]
    const { unproven } = report(day({ tickets: [ticket('t', 0)], steps })).fairness
    expect(unproven.filter(({ times }) => times > 0)).toEqual([
      { reason: 'aloud', times: 2 },
      { reason: 'absent', times: 1 },
    ])
  })

  it('tells by how much and by how many somebody was passed in their lane', () => {
    const tickets = [
      ticket('first', 0),
      ticket('old', 8, { class: 'senior' }),
      ticket('jump', 20),
      ticket('b', 21, { lane: 'b' }),
    ]
    const steps = [
      ...[step('old', 10, 'call'), step('old', 11, 'finish')],
      ...[step('b', 22, 'call', { lane: 'b' }), step('b', 23, 'finish', { lane: 'b' })],
      ...[step('jump', 25, 'call'), step('jump', 26, 'finish')],
      step('first', 30, 'call'),
    ]
    const calls = [
      { reason: null, retracted: false },
      { reason: 'unwell' as const, retracted: false },
      { reason: 'quick' as const, retracted: true },
    ]
    const { fairness, classes, targets } = report(day({ tickets, steps, calls }))
    const label = recordsOf(day({ tickets, steps }))[0]?.label
    expect(fairness.overtaken).toEqual({ label, date: DATE, minutes: 20, by: 2 })
    expect(fairness.longestWait).toMatchObject({ label, minutes: 30, class: text('normal') })
    expect(fairness.outOfRank.filter(({ times }) => times > 0)).toEqual([{ reason: 'unwell', times: 1 }])
    expect(classes.find(({ id }) => id === 'senior')?.overtaken).toBeNull()
    expect(targets.find(({ name }) => name === 'overtaken')).toMatchObject({ value: 20, most: 15, met: false })
  })

  it('gives the longest wait also of one who was never called, though not of a number forgotten overnight', () => {
    const tickets = [ticket('called', 0), ticket('left', 1), ticket('forgotten', 2)]
    const steps = [step('called', 10, 'call'), step('called', 11, 'finish'), step('left', 41, 'leave')]
    expect(report(day({ tickets, steps })).fairness.longestWait).toMatchObject({ minutes: 40 })
    const soFar = dayReport([day({ tickets, steps, until: minute(60) })], { book, zone, now: minute(60) })
    expect(soFar.fairness.longestWait).toMatchObject({ minutes: 58 })
  })

  it('compares whoever was sent to one window with nobody', () => {
    const tickets = [ticket('sent', 0), ticket('other', 5)]
    const steps = [
      ...[step('sent', 1, 'transfer'), step('other', 6, 'call')],
      step('sent', 30, 'call', { sentTo: 'w2' }),
    ]
    expect(report(day({ tickets, steps })).fairness.overtaken).toBeNull()
  })
})

describe('several days', () => {
  it('are pooled, each with a line of its own', () => {
    const other = '2026-11-24'
    const one = day({ tickets: [ticket('t', 0)], steps: [step('t', 10, 'call'), step('t', 12, 'finish')] })
    const two = day({
      ...{ date: other, until: MIDNIGHT + 86_400_000 - 1, spans: [] },
      tickets: [ticket('u', 1440, { serviceDate: other })],
      steps: [step('u', 1470, 'call'), step('u', 1472, 'finish')],
    })
    const { total, days } = report(one, two)
    expect(total).toMatchObject({ taken: 2, wait: { count: 2, mean: 20, longest: 30 } })
    expect(days.map(({ date, taken, wait }) => [date, taken, wait?.mean])).toEqual([
      [DATE, 1, 10],
      [other, 1, 30],
    ])
  })
})

describe('always', () => {
  it('every number is served, gone or open, in each division alike, and undone steps change nothing', () => {
    const names = ['call', 'again', 'start', 'hold', 'miss', 'requeue', 'transfer', 'finish', 'leave'] as const
    const steps = fc.array(
      fc.record({
        of: fc.integer({ min: 0, max: 5 }),
        at: fc.integer({ min: 0, max: 600 }),
        name: fc.constantFrom(...names),
        undone: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(steps, (list) => {
        const tickets = [0, 1, 2, 3, 4, 5].map((at) => ticket(`t${at}`, at * 7, { class: at % 2 ? 'senior' : 'gone' }))
        const facts = list.map(({ of, at, name, undone }, index) => ({
          ...step(`t${of}`, at, name, { undone }),
          id: String(index).padStart(4, '0'),
        }))
        const whole = report(day({ tickets, steps: facts }))
        const { total } = whole
        expect(total.served + total.left + total.open).toBe(6)
        expect(total.returned).toBeLessThanOrEqual(total.missed)
        for (const division of [whole.lanes, whole.classes, whole.matters])
          expect(division.reduce((all, { served }) => all + served, 0)).toBe(total.served)
        const standing = report(day({ tickets, steps: facts.filter(({ undone }) => !undone) }))
        expect(standing).toEqual(whole)
      }),
    )
  })

  it('a spread is in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 36_000_000 }), { minLength: 1 }), (list) => {
        const { median, p90, longest } = spread(list) ?? { median: NaN, p90: NaN, longest: NaN }
        expect(median).toBeLessThanOrEqual(p90)
        expect(p90).toBeLessThanOrEqual(longest)
      }),
    )
    expect(spread([60_000, 120_000, 180_000, 600_000])).toMatchObject({ mean: 4, median: 2.5, p90: 10 })
  })
})
