// The forecast of the overtime: what it says of simple evenings, and rules that hold for every one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QueueFacts, StaffedWindow, WaitingTicket } from './estimate-facts.ts'
import { learn, servedIncrements } from './estimate-learn.ts'
import { overtime } from './overtime.ts'
import { iso } from './service-day.ts'

const NOW = Date.parse('2026-11-23T11:30:00.000Z')
const MINUTE = 60_000
const window = (id: string, more: Partial<StaffedWindow> = {}): StaffedWindow => ({
  ...{ id, allRound: true, lanes: [], current: null, lastCall: null, away: null, idleSince: null },
  ...more,
})
const ticket = (at: number, more: Partial<WaitingTicket> = {}): WaitingTicket => ({
  ...{ id: `t${String(at).padStart(3, '0')}`, lane: 'a', matter: 'leak', window: null },
  rankAt: iso(NOW - (500 - at) * 1000),
  joinedAt: iso(NOW - (500 - at) * 1000),
  ...more,
})
const facts = (waiting: WaitingTicket[], windows: StaffedWindow[]): QueueFacts => ({
  ...{ now: NOW, hour: 19, waiting, windows, entitled: [], expected: [], closes: null },
  standards: new Map([['leak', 10]]),
})
const many = (count: number) => Array.from({ length: count }, (_, at) => ticket(at))
const minutes = (at: number | undefined) => ((at ?? NaN) - NOW) / MINUTE

describe('the forecast', () => {
  it('of nobody is nothing', () => {
    expect(overtime(facts([], [window('w1')]), new Map())).toMatchObject({
      waiting: 0,
      ends: null,
      why: null,
      another: null,
    })
  })

  it('of six at one window lies around an hour, at two around half of that', () => {
    const one = overtime(facts(many(6), [window('w1')]), new Map())
    const two = overtime(facts(many(6), [window('w1'), window('w2')]), new Map())
    expect(minutes(one.ends?.from)).toBeGreaterThan(25)
    expect(minutes(one.ends?.until)).toBeLessThan(130)
    expect(two.ends?.until).toBeLessThan(one.ends?.until ?? 0)
    // What one more would bring is what two windows bring.
    expect(Math.abs(minutes(one.another?.until) - minutes(two.ends?.until))).toBeLessThan(20)
  })

  it('counts who is at a window now', () => {
    const busy = window('w1', { current: { matter: 'leak', since: NOW - 2 * MINUTE } })
    const { waiting, ends } = overtime(facts([], [busy]), new Map())
    expect(waiting).toBe(0)
    expect(minutes(ends?.until)).toBeGreaterThan(2)
  })

  it('is narrower the more is known, and then no longer by published times', () => {
    const learned = learn(
      new Map(),
      Array.from({ length: 60 }, () => servedIncrements('leak', { minutes: 10, standard: 10 })).flat(),
    )
    const [guess, known] = [new Map(), learned].map((one) => overtime(facts(many(6), [window('w1')]), one))
    expect([guess?.standard, known?.standard]).toEqual([true, false])
    const width = (of: typeof guess) => minutes(of?.ends?.until) - minutes(of?.ends?.from)
    expect(width(known)).toBeLessThan(width(guess))
  })

  it('says why it says nothing: no window for some, or too many', () => {
    const other = window('w1', { allRound: false, lanes: ['b'] })
    expect(overtime(facts(many(3), [other]), new Map())).toMatchObject({ unserved: 3, ends: null, why: 'no_window' })
    const away = window('w1', { away: { since: NOW, hour: 19 } })
    expect(overtime(facts(many(3), [away]), new Map())).toMatchObject({ windows: 0, why: 'no_window' })
    expect(overtime(facts(many(500), [window('w1')]), new Map())).toMatchObject({
      waiting: 500,
      why: 'many',
      another: null,
    })
  })

  it('sent to a window that nobody sits at: one more window takes them', () => {
    const result = overtime(facts([ticket(1, { window: 'w9' })], [window('w1')]), new Map())
    expect(result).toMatchObject({ unserved: 1, ends: null })
    expect(result.another).not.toBeNull()
  })
})

it('always: later with more people, sooner with one more window, the same for the same facts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 }), (people, seats) => {
      const windows = Array.from({ length: seats }, (_, at) => window(`w${at}`))
      const here = overtime(facts(many(people), windows), new Map())
      const more = overtime(facts(many(people + 10), windows), new Map())
      expect(here.ends?.from ?? 0).toBeGreaterThan(NOW)
      expect(here.ends?.until ?? 0).toBeGreaterThanOrEqual(here.ends?.from ?? 0)
      expect(more.ends?.until ?? 0).toBeGreaterThan(here.ends?.until ?? 0)
      if (here.another) expect(here.another.until).toBeLessThan(here.ends?.until ?? 0)
      expect(overtime(facts(many(people), windows), new Map())).toEqual(here)
    }),
    { numRuns: 40 },
  )
})
