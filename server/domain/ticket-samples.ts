// Tickets and steps for the property tests of the life cycle. Windows w1 to w3, lanes a to c.
import fc from 'fast-check'
import type { StepName } from '#contract/intents.ts'
import { iso } from './service-day.ts'
import { stepsFrom, type StepInput, type Ticket } from './ticket.ts'

export const START = Date.parse('2026-11-23T00:30:00.000Z')
export const WINDOWS = ['w1', 'w2', 'w3'] as const
export const LANES = ['a', 'b', 'c'] as const
/** What tickets come for; the lane of m1 is a, and so on. */
export const MATTERS = ['m1', 'm2', 'm3', 'm4', 'm5'] as const
export const STEPS = Object.keys(stepsFrom) as StepName[]

export function fresh(id = 'ticket'): Ticket {
  return {
    id,
    code: `code-${id}`,
    version: 1,
    serviceDate: '2026-11-23',
    prefix: 'A',
    number: 1,
    lane: 'a',
    matter: 'roof-leak',
    class: 'normal',
    state: 'waiting',
    joinedAt: iso(START),
    rankAt: iso(START),
    window: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    calls: 0,
    printed: 'unprinted',
  }
}

const to = fc.oneof(
  fc.constantFrom(...LANES).map((lane) => ({ lane })),
  fc.constantFrom(...WINDOWS).map((window) => ({ window })),
)

/** A press at a desk, sensible or not; `after` is the time since the press before it, milliseconds. */
export const press = fc.record({
  step: fc.constantFrom(...STEPS),
  window: fc.constantFrom(...WINDOWS),
  to,
  matter: fc.constantFrom(...MATTERS),
  here: fc.boolean(),
  after: fc.nat(10 * 60_000),
})
export type Press = Omit<StepInput, 'now' | 'returnHeadStart' | 'next'> & { after: number; here: boolean }
