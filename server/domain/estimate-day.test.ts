// What a day teaches: only what stands, and only what was a visit, a change or a pause.
import { describe, expect, it } from 'vitest'
import type { StepName } from '#contract/intents.ts'
import type { DayFacts, StepFact, TicketFact } from './day-report-records.ts'
import { lessonOf } from './estimate-day.ts'
import { shared } from './estimate-learn.ts'

const OPENED = Date.parse('2026-11-23T02:00:00.000Z')
const at = (minute: number) => new Date(OPENED + minute * 60_000).toISOString()

const ticket = (id: string, joined: number): TicketFact => ({
  ...{ id, serviceDate: '2026-11-23', prefix: 'B', number: Number(id), lane: 'b', matter: 'roof', class: 'normal' },
  ...{ joinedAt: at(joined), window: null },
})
let steps = 0
const step = (id: string, name: StepName, minute: number, more: Partial<StepFact> = {}): StepFact => ({
  ...{ id: String((steps += 1)).padStart(6, '0'), ticket: id, window: 'w1', step: name, lane: 'b', sentTo: null },
  ...{ at: at(minute), undone: false, ...more },
})
const day = (tickets: TicketFact[], all: StepFact[]): DayFacts => ({
  ...{ date: '2026-11-23', until: OPENED + 600 * 60_000, spans: [], tickets, steps: all, calls: [] },
})
const with_ = { standards: new Map([['roof', 10]]), promised: new Map(), hourOf: () => 10 }
const count = (facts: DayFacts, key: string) =>
  lessonOf(facts, with_).increments.filter((one) => one.key === key).length

describe('a lesson', () => {
  it('is a visit from its call to its end, with the wait before it', () => {
    const { increments } = lessonOf(day([ticket('1', 0)], [step('1', 'call', 5), step('1', 'finish', 25)]), with_)
    const visit = increments.find(({ key }) => key === 'roof')
    expect(Math.exp(visit?.sum ?? 0)).toBeCloseTo(20, 6)
    expect(increments.find(({ key }) => key === shared.leavers)?.sum).toBeCloseTo(5 / 60, 6)
  })

  it('is each of several matters by its own time, and one call', () => {
    const of = (matter: string, name: StepName, minute: number) => step('1', name, minute, { matter })
    const steps = [of('roof', 'call', 5), of('roof', 'onward', 25), of('rent', 'finish', 29)]
    const standards = new Map([...with_.standards, ['rent', 5]])
    const visit = { ...ticket('1', 0), matter: 'rent' }
    const { increments } = lessonOf(day([visit], steps), { ...with_, standards })
    const minutes = (matter: string) => Math.exp(increments.find(({ key }) => key === matter)?.sum ?? 0)
    expect(minutes('roof')).toBeCloseTo(20, 6)
    expect(minutes('rent')).toBeCloseTo(4, 6)
    expect(increments.filter(({ key }) => key === shared.calls)).toHaveLength(1)
    const elsewhere = day([visit], [of('roof', 'call', 5), of('roof', 'transfer', 25), of('rent', 'call', 40)])
    expect(count(elsewhere, 'roof')).toBe(1)
    expect(count(day([ticket('1', 0)], [step('1', 'call', 5), step('1', 'transfer', 25)]), 'roof')).toBe(0)
  })

  it('is not what was undone, nor what is not over', () => {
    const undone = [step('1', 'call', 5), step('1', 'finish', 6, { undone: true })]
    expect(count(day([ticket('1', 0)], undone), 'roof')).toBe(0)
    expect(count(day([ticket('1', 0)], []), shared.leavers)).toBe(0)
  })

  it('tells a missed call, and who left without one, from a visit', () => {
    const missed = day([ticket('1', 0)], [step('1', 'call', 5), step('1', 'miss', 8)])
    expect([count(missed, shared.miss), count(missed, 'roof')]).toEqual([1, 0])
    const left = lessonOf(day([ticket('1', 0)], [step('1', 'leave', 30, { window: '' })]), with_)
    expect(left.increments).toEqual([{ key: shared.leavers, count: 1, sum: 0.5, squares: 0 }])
  })

  it('tells the change between two visitors from a pause, as far as somebody waited meanwhile', () => {
    const two = (again: number, joined: number) =>
      day(
        [ticket('1', 0), ticket('2', joined)],
        [step('1', 'call', 1), step('1', 'finish', 10), step('2', 'call', again), step('2', 'finish', again + 10)],
      )
    expect([count(two(11, 2), shared.change), count(two(11, 2), shared.pause)]).toEqual([1, 0])
    expect([count(two(40, 2), shared.change), count(two(40, 2), shared.pause)]).toEqual([0, 1])
    expect([count(two(40, 39), shared.change), count(two(40, 39), shared.pause)]).toEqual([0, 0])
  })

  it('puts the promised band to the test', () => {
    const facts = day([ticket('1', 0)], [step('1', 'call', 30), step('1', 'finish', 40)])
    const band = { low: 5, high: 20, middle: 12, row: 2 }
    const { judged } = lessonOf(facts, { ...with_, promised: new Map([['1', { band, at: OPENED }]]) })
    expect(judged.get(2)).toEqual({ tested: 1, below: 0, above: 1, over: 1 })
  })
})
