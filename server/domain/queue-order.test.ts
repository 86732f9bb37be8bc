// The order as properties: total, complete, and nobody is overtaken by more than the largest head start.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byRank,
  compareRank,
  nextFor,
  preference,
  PREFERENCE,
  PREFERENCE_MOST,
  rankOf,
  rankOfReturn,
  serves,
  type Ranked,
  type Server,
} from './queue-order.ts'
import { iso } from './service-day.ts'

const START = Date.parse('2026-11-23T00:30:00.000Z')
const MINUTE = 60_000
const LANES = ['a', 'b', 'c'] as const
const WINDOWS = ['w1', 'w2', 'w3'] as const
const HEAD_STARTS = [0, 10, 15]

interface Joined extends Ranked {
  joined: number
  headStart: number
}

/** A handful of minutes, so that ties in rank and in joining are common. */
const queue = fc
  .array(
    fc.record({
      minute: fc.nat(12),
      headStart: fc.constantFrom(...HEAD_STARTS),
      lane: fc.constantFrom(...LANES),
      window: fc.option(fc.constantFrom(...WINDOWS), { freq: 3 }),
    }),
    { maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ minute, headStart, lane, window }, index): Joined => {
      const joined = START + minute * MINUTE
      const id = String(index).padStart(4, '0')
      return { id, lane, window, joined, headStart, joinedAt: iso(joined), rankAt: rankOf(joined, headStart) }
    }),
  )
const server = fc.record<Server>({
  id: fc.constantFrom(...WINDOWS),
  allRound: fc.boolean(),
  lanes: fc.uniqueArray(fc.constantFrom(...LANES)),
})

describe('the order', () => {
  it('is total: any two different tickets have one before the other, the same seen from both', () => {
    fc.assert(
      fc.property(queue, (tickets) => {
        for (const one of tickets)
          for (const other of tickets) {
            const order = compareRank(one, other)
            expect(order === 0).toBe(one.id === other.id)
            expect(order + compareRank(other, one)).toBe(0)
          }
      }),
    )
  })

  it('is transitive, and does not depend on the order in which the tickets are read', () => {
    fc.assert(
      fc.property(queue, fc.infiniteStream(fc.nat()), (tickets, keys) => {
        const keyed = tickets.map((ticket) => ({ ticket, key: keys.next().value as number }))
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ ticket }) => ticket)
        const sorted = [...shuffled].sort(compareRank)
        expect(sorted).toEqual([...tickets].sort(compareRank))
        for (const [place, before] of sorted.entries())
          for (const after of sorted.slice(place + 1)) expect(compareRank(before, after)).toBe(-1)
      }),
    )
  })

  it('lets nobody overtake who joined later than the difference of the head starts', () => {
    const most = Math.max(...HEAD_STARTS) * MINUTE
    fc.assert(
      fc.property(queue, (tickets) => {
        for (const early of tickets)
          for (const late of tickets) {
            if (late.joined <= early.joined || compareRank(late, early) > 0) continue
            const ahead = (late.headStart - early.headStart) * MINUTE
            expect(late.joined - early.joined).toBeLessThanOrEqual(ahead)
            expect(ahead).toBeLessThanOrEqual(most)
          }
      }),
    )
  })

  it('keeps those of one class in the order in which they joined', () => {
    fc.assert(
      fc.property(queue, fc.constantFrom(...HEAD_STARTS), (tickets, headStart) => {
        const same = tickets.filter((ticket) => ticket.headStart === headStart).sort(compareRank)
        for (const [place, ticket] of same.entries())
          expect(ticket.joined).toBeGreaterThanOrEqual(same[place - 1]?.joined ?? 0)
      }),
    )
  })
})

describe('the next of a window', () => {
  it('are all that it serves, each once, in order, and nobody else', () => {
    fc.assert(
      fc.property(server, queue, (window, tickets) => {
        const next = nextFor(window, tickets)
        if (window.allRound) expect(next).toEqual([...next].sort(compareRank))
        expect(new Set(next)).toEqual(new Set(tickets.filter((ticket) => serves(window, ticket))))
        expect(new Set(next).size).toBe(next.length)
      }),
    )
  })

  it('leaves the list that it was given as it was', () => {
    fc.assert(
      fc.property(server, queue, (window, tickets) => {
        const before = [...tickets]
        nextFor(window, tickets)
        expect(tickets).toEqual(before)
      }),
    )
  })

  it('sends a ticket that was sent to a window to that window only, whatever its lane', () => {
    fc.assert(
      fc.property(server, queue, (window, tickets) => {
        const sent = tickets.filter((ticket) => ticket.window !== null)
        expect(nextFor(window, sent).every((ticket) => ticket.window === window.id)).toBe(true)
        expect(nextFor(window, sent)).toHaveLength(sent.filter((ticket) => ticket.window === window.id).length)
      }),
    )
  })

  it('leaves nobody without a window while an all-round window is there', () => {
    fc.assert(
      fc.property(queue, (tickets) => {
        const windows = WINDOWS.map((id): Server => ({ id, allRound: id === 'w1', lanes: [] }))
        for (const ticket of tickets) expect(windows.some((window) => serves(window, ticket))).toBe(true)
      }),
    )
  })
})

describe('a window with lanes in order of preference', () => {
  const specialist = fc.record<Server>({
    id: fc.constantFrom(...WINDOWS),
    allRound: fc.constant(false),
    lanes: fc.shuffledSubarray([...LANES]),
  })

  it('keeps the order of rank within each lane', () => {
    fc.assert(
      fc.property(specialist, queue, (window, tickets) => {
        const next = nextFor(window, tickets)
        for (const lane of LANES) {
          const line = next.filter((ticket) => ticket.lane === lane && ticket.window === null)
          expect(line).toEqual([...line].sort(compareRank))
        }
      }),
    )
  })

  it('lets nobody be overtaken by more than the largest head start, or what a window prefers: never their sum', () => {
    const most = Math.max(PREFERENCE_MOST, ...HEAD_STARTS) * MINUTE
    fc.assert(
      fc.property(specialist, queue, (window, tickets) => {
        const next = nextFor(window, tickets)
        for (const [place, first] of next.entries())
          for (const passed of next.slice(place + 1)) expect(first.joined - passed.joined).toBeLessThanOrEqual(most)
      }),
      { numRuns: 500 },
    )
  })

  it('takes its first lane first, but not from those of another who came five minutes earlier', () => {
    const window = { id: 'w1', allRound: false, lanes: ['a', 'b', 'c'] }
    const came = (lane: string, minute: number, sent: string | null = null): Ranked => {
      const joinedAt = iso(START + minute * MINUTE)
      return { id: `${lane}${minute}`, lane, window: sent, joinedAt, rankAt: joinedAt }
    }
    const order = (...tickets: Ranked[]) => nextFor(window, tickets).map(({ id }) => id)
    expect(order(came('b', 0), came('a', 4))).toEqual(['a4', 'b0'])
    expect(order(came('b', 0), came('a', 6))).toEqual(['b0', 'a6'])
    expect(order(came('c', 0), came('a', 9))).toEqual(['a9', 'c0'])
    expect(order(came('c', 0), came('a', 11))).toEqual(['c0', 'a11'])
    expect(order(came('a', 0), came('a', 3, 'w1'), came('b', 1))).toEqual(['a0', 'a3', 'b1'])
    expect(PREFERENCE).toBe(5)
    expect(preference(window, { lane: 'a', window: null })).toBe(PREFERENCE_MOST * MINUTE)
  })

  it('does not add a preference to a head start, and gives none to those who came back', () => {
    const window = { id: 'w1', allRound: false, lanes: ['a', 'b'] }
    const one = (id: string, lane: string, joined: number, rank: number): Ranked => ({
      ...{ id, lane, window: null },
      ...{ joinedAt: iso(START + joined * MINUTE), rankAt: iso(START + rank * MINUTE) },
    })
    const senior = one('senior', 'a', 16, 1)
    const early = one('early', 'b', 0, 0)
    const back = one('back', 'a', -20, 1)
    expect(nextFor(window, [senior, early])[0]).toBe(early)
    expect(nextFor(window, [back, early])[0]).toBe(early)
  })

  it('is the order of rank where it prefers nothing', () => {
    fc.assert(
      fc.property(queue, fc.constantFrom(...WINDOWS), (tickets, id) => {
        const window = { id, allRound: true, lanes: [...LANES] }
        expect(nextFor(window, tickets)).toEqual(byRank(window, tickets))
      }),
    )
  })
})

describe('the return after a missed call', () => {
  it('is never before the place that was lost, and at most its head start before now', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), fc.constantFrom(...HEAD_STARTS), (joined, later, headStart) => {
        const rankAt = rankOf(START + joined * MINUTE, 15)
        const now = START + (joined + later) * MINUTE
        const back = rankOfReturn(rankAt, now, headStart)
        expect(back >= rankAt).toBe(true)
        expect(back === rankAt || back === iso(now - headStart * MINUTE)).toBe(true)
        expect(back >= rankOf(now, headStart)).toBe(true)
      }),
    )
  })

  it('does not starve anybody: however often one misses, those who joined before the return come first', () => {
    const waiting = { id: 'b', lane: 'a', window: null, joinedAt: iso(START), rankAt: rankOf(START, 0) }
    let rankAt = rankOf(START - 5 * MINUTE, 0)
    for (let miss = 1; miss <= 5; miss += 1) rankAt = rankOfReturn(rankAt, START + miss * 11 * MINUTE, 10)
    const returning = { id: 'a', lane: 'a', window: null, joinedAt: iso(START - 5 * MINUTE), rankAt }
    expect(compareRank(waiting, returning)).toBe(-1)
  })
})
