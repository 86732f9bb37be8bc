// The estimate: honest or silent, the same until something happens, and the real order inside.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTimes, estimates } from './estimate.ts'
import type { Estimate, QueueFacts } from './estimate-facts.ts'
import { facts, MINUTE, NOW, practised, queue, ticket, window } from './estimate-samples.ts'
import { compareRank, serves } from './queue-order.ts'

const first = (of: QueueFacts, model = practised) => estimates(new Map(), of, model)
const of = (id: string, shown: ReadonlyMap<string, Estimate>) => shown.get(id)!
/** `count` tickets in a row, the longest wait first. */
const row = (count: number) => Array.from({ length: count }, (_, at) => ticket(`t${at}`, { ago: 30 - at }))

describe('a band', () => {
  it('is for whom a window serves, in whole minutes that lie in order, or says why there is none', () => {
    fc.assert(
      fc.property(queue, (of) => {
        const shown = first(of)
        expect([...shown.keys()].toSorted()).toEqual(of.waiting.map(({ id }) => id).toSorted())
        for (const ticket of of.waiting) {
          const { band, why, at } = shown.get(ticket.id)!
          const staffed = of.windows.some((window) => !window.away && serves(window, ticket))
          expect(why === 'no_window').toBe(!staffed)
          expect(band === null).toBe(why !== null)
          expect(at).toBe(of.now)
          if (!band) continue
          expect(Number.isInteger(band.low) && Number.isInteger(band.high)).toBe(true)
          expect(band.low).toBeGreaterThanOrEqual(0)
          expect(band.low).toBeLessThan(band.high)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is the same for the same facts, in whatever order they are read', () => {
    fc.assert(
      fc.property(queue, (of) => {
        const turned = { ...of, waiting: [...of.waiting].reverse() }
        const again = first(turned)
        for (const [id, estimate] of first(of)) expect(again.get(id)).toEqual(estimate)
      }),
      { numRuns: 30 },
    )
  })

  it('counts those who are ahead in the real order, in other lanes too where a window serves both', () => {
    fc.assert(
      fc.property(queue, (of) => {
        const shown = first(of)
        for (const ticket of of.waiting) {
          const ahead = of.waiting.filter(
            (other) =>
              compareRank(other, ticket) < 0 &&
              (other.lane === ticket.lane || of.windows.some((one) => serves(one, other) && serves(one, ticket))),
          )
          expect(shown.get(ticket.id)!.ahead).toBe(ahead.length)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('knows that a window takes the lane that it prefers a few minutes earlier, and an all-round one does not', () => {
    const waiting = [ticket('repair', { ago: 6, lane: 'b' }), ticket('card', { ago: 3, lane: 'a' })]
    const middles = (allRound: boolean) => {
      const shown = first(facts({ waiting, windows: [window('w1', { allRound, lanes: ['a', 'b'] })] }))
      return [of('card', shown).band!.middle, of('repair', shown).band!.middle] as const
    }
    const [preferring, alike] = [middles(false), middles(true)]
    expect(preferring[0]).toBeLessThan(preferring[1])
    expect(alike[0]).toBeGreaterThan(alike[1])
    // Five minutes earlier, and no more.
    const late = facts({
      waiting: [ticket('repair', { ago: 9, lane: 'b' }), ticket('card', { ago: 3, lane: 'a' })],
      windows: [window('w1', { allRound: false, lanes: ['a', 'b'] })],
    })
    expect(of('repair', first(late)).band!.middle).toBeLessThan(of('card', first(late)).band!.middle)
  })

  it('grows along the row, and shrinks with a second window', () => {
    const waiting = row(8)
    const one = first(facts({ waiting }))
    const two = first(facts({ waiting, windows: [window('w1'), window('w2')] }))
    for (let at = 1; at < waiting.length; at += 1) {
      const [band, before, shared] = [of(`t${at}`, one).band!, of(`t${at - 1}`, one).band!, of(`t${at}`, two).band!]
      expect(band.middle).toBeGreaterThan(before.middle)
      expect(shared.middle).toBeLessThan(band.middle)
    }
    // Seven visits of about ten minutes, the rest of another, and the changes between them.
    expect(of('t7', one).band!.middle).toBeGreaterThan(65)
    expect(of('t7', one).band!.middle).toBeLessThan(95)
  })

  it('reckons with those who have a head start and have not come yet', () => {
    const waiting = [...row(4), ticket('last', { ago: 0 })]
    const entitled = Array.from({ length: 12 }, () => ({ lane: 'a', headStart: 15, matter: 'usual' }))
    const alone = of('last', first(facts({ waiting }))).band!
    expect(of('last', first(facts({ waiting, entitled }))).band!.middle).toBeGreaterThan(alone.middle + 10)
    const expected = [
      { lane: 'a', matter: 'long', slot: NOW + 5 * MINUTE, rankAt: new Date(NOW - 10 * MINUTE).toISOString() },
    ]
    expect(of('last', first(facts({ waiting, expected }))).band!.middle).toBeGreaterThan(alone.middle + 10)
  })
})

describe('without a band', () => {
  it('one goes to a free window now', () => {
    const windows = [window('w1', { current: null })]
    expect(of('t0', first(facts({ waiting: row(2), windows })))).toMatchObject({ band: null, why: 'now', ahead: 0 })
    expect(of('t1', first(facts({ waiting: row(2), windows }))).band).not.toBeNull()
  })

  it('nobody is told minutes by a hall that does not know itself yet, or past the time at which windows stop', () => {
    expect(of('t0', first(facts({ waiting: row(1) }), { ...practised, learned: new Map() })).why).toBe('unsure')
    expect(of('t3', first(facts({ waiting: row(4), closes: NOW + 20 * MINUTE }))).why).toBe('closing')
    expect(of('t0', first(facts({ waiting: row(4), closes: NOW + 30 * MINUTE }))).why).toBeNull()
  })

  it('a window that was left counts as one that comes back; a forgotten one does not count as free', () => {
    const away = { since: NOW - 2 * MINUTE, hour: 10 }
    const waiting = row(3)
    const windows = [window('w1'), window('w2', { current: null, away })]
    const both = first(facts({ waiting, windows }))
    expect(of('t2', both).band!.middle).toBeLessThan(of('t2', first(facts({ waiting }))).band!.middle)
    expect(of('t0', first(facts({ waiting, windows: windows.slice(1) }))).why).toBe('no_window')
    const forgotten = [window('w1', { current: null, idleSince: NOW - 20 * MINUTE }), window('w2')]
    expect(of('t0', first(facts({ waiting, windows: forgotten }))).why).not.toBe('now')
  })
})

describe('what is shown', () => {
  const again = (shown: ReadonlyMap<string, Estimate>, of: QueueFacts) => estimates(shown, of, practised)

  it('stays as it is while time passes, a visitor leaves the window, and tickets join behind', () => {
    fc.assert(
      fc.property(queue, fc.nat(30), (of, later) => {
        const shown = first(of)
        const behind = ticket('zz', { ago: -later })
        const windows = of.windows.map((window) => ({ ...window, current: null, idleSince: of.now }))
        const next = again(shown, { ...of, now: of.now + later * MINUTE, windows, waiting: [...of.waiting, behind] })
        for (const { id } of of.waiting) expect(next.get(id)).toBe(shown.get(id))
      }),
      { numRuns: 40 },
    )
  })

  it('changes with a call, a departure, a ticket that goes before, and a window, where they concern it', () => {
    const waiting = row(4)
    const before = facts({ waiting, windows: [window('w1'), window('w2', { lanes: ['b'] })] })
    const shown = first(before)
    const later = { ...before, now: NOW + 4 * MINUTE }
    const changed = (of: Partial<QueueFacts>) => again(shown, { ...later, ...of }).get('t3')!.at === later.now
    expect(changed({})).toBe(false)
    const [w1, w2] = before.windows as [QueueFacts['windows'][number], QueueFacts['windows'][number]]
    expect(changed({ windows: [{ ...w1, lastCall: 'next' }, w2] })).toBe(true)
    expect(changed({ waiting: waiting.slice(1) })).toBe(true)
    expect(changed({ waiting: [...waiting, ticket('old', { ago: 0, headStart: 60 })] })).toBe(true)
    expect(changed({ windows: [w1, w2, window('w3')] })).toBe(true)
    expect(changed({ windows: [{ ...w1, away: { since: NOW, hour: 10 } }, w2] })).toBe(true)
    // What happens in a lane that no window of this one serves is no reason.
    expect(changed({ windows: [w1, { ...w2, lastCall: 'next' }] })).toBe(false)
    expect(changed({ waiting: [...waiting, ticket('other', { lane: 'b', ago: 50 })] })).toBe(false)
  })

  it('names the clock times that it stands for', () => {
    const band = { low: 5, high: 12, middle: 8, row: 2 }
    expect(clockTimes({ at: NOW, band })).toEqual({ from: NOW + 5 * MINUTE, until: NOW + 12 * MINUTE })
    expect(clockTimes({ at: NOW, band: null })).toBeNull()
  })
})

describe('five hundred in one lane', () => {
  it('each have a band or a reason', () => {
    const waiting = Array.from({ length: 500 }, (_, at) => ticket(`t${at}`, { ago: 500 - at }))
    const shown = first(facts({ waiting, windows: [window('w1'), window('w2')] }))
    expect(shown.size).toBe(500)
    expect(of('t499', shown)).toMatchObject({ ahead: 499, band: null, why: 'unsure' })
    expect(of('t5', shown).band).not.toBeNull()
  })
})
