// Queues for the property tests of the estimate. Windows w1 to w3, lanes a to c, matters of five to twenty minutes.
import fc from 'fast-check'
import { uncalibrated } from './estimate-calibrate.ts'
import type { EstimateModel, QueueFacts, StaffedWindow, WaitingTicket } from './estimate-facts.ts'
import { learn, servedIncrements } from './estimate-learn.ts'
import { rankOf } from './queue-order.ts'
import { iso } from './service-day.ts'

export const NOW = Date.parse('2026-11-23T02:00:00.000Z')
export const MINUTE = 60_000
export const LANES = ['a', 'b', 'c'] as const
export const standards = new Map([
  ['short', 5],
  ['usual', 10],
  ['long', 20],
])
const matter = fc.constantFrom(...standards.keys())

/** A hall that has seen twenty of each matter, all of which took their standard time. */
export const practised: EstimateModel = {
  learned: learn(
    new Map(),
    [...standards].flatMap(([id, minutes]) =>
      Array.from({ length: 20 }, () => servedIncrements(id, { minutes, standard: minutes })).flat(),
    ),
  ),
  calibration: uncalibrated,
}

export function ticket(id: string, { lane = 'a', ago = 5, headStart = 0, matter = 'usual' } = {}): WaitingTicket {
  const joined = NOW - ago * MINUTE
  return { id, lane, matter, window: null, joinedAt: iso(joined), rankAt: rankOf(joined, headStart) }
}

export function window(id: string, of: Partial<StaffedWindow> = {}): StaffedWindow {
  const current = { matter: 'usual', since: NOW - 3 * MINUTE }
  return { id, allRound: false, lanes: ['a'], current, lastCall: `${id}-1`, away: null, idleSince: null, ...of }
}

export function facts(of: Partial<QueueFacts> = {}): QueueFacts {
  const nobody = { waiting: [], windows: [window('w1')], entitled: [], expected: [], closes: null }
  return { now: NOW, hour: 10, standards, ...nobody, ...of }
}

const waiting = fc
  .array(
    fc.record({
      lane: fc.constantFrom(...LANES),
      ago: fc.nat(40),
      headStart: fc.constantFrom(0, 0, 15),
      matter,
    }),
    { maxLength: 14 },
  )
  .map((rows) => rows.map((row, index) => ticket(`t${String(index).padStart(3, '0')}`, row)))

const windows = fc.tuple(
  ...['w1', 'w2', 'w3'].map((id) =>
    fc.record({
      id: fc.constant(id),
      allRound: fc.boolean(),
      lanes: fc.uniqueArray(fc.constantFrom(...LANES)),
      current: fc.option(fc.record({ matter, since: fc.nat(60).map((ago) => NOW - ago * MINUTE) }), { freq: 4 }),
      lastCall: fc.option(fc.constantFrom('x', 'y')),
      away: fc.option(fc.record({ since: fc.nat(30).map((ago) => NOW - ago * MINUTE), hour: fc.constant(9) }), {
        freq: 1,
      }),
      idleSince: fc.constant(null),
    }),
  ),
)

export const queue: fc.Arbitrary<QueueFacts> = fc
  .record({
    waiting,
    windows,
    entitled: fc.array(fc.record({ lane: fc.constantFrom(...LANES), headStart: fc.constantFrom(10, 15), matter }), {
      maxLength: 3,
    }),
  })
  .map((of) => facts(of))
