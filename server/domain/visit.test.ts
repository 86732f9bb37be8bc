// Which matter first: as few windows as can be, and nothing lost on the way.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Server } from './queue-order.ts'
import { fresh } from './ticket-samples.ts'
import { inBestOrder, standOf, toCome, withMatter, withoutMatter } from './visit.ts'

const LANES = ['a', 'b', 'c', 'd'] as const
const wanted = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('m1', 'm2', 'm3', 'm4'), lane: fc.constantFrom(...LANES) }),
  {
    selector: ({ id }) => id,
    minLength: 1,
  },
)
const windows = fc.array(
  fc.record<Server>({
    id: fc.constantFrom('w1', 'w2', 'w3'),
    allRound: fc.boolean(),
    lanes: fc.shuffledSubarray([...LANES]),
  }),
  { maxLength: 3 },
)
const of = (...lanes: string[]) => lanes.map((lane, index) => ({ id: `m${index + 1}`, lane }))
const lanesOf = (list: readonly { lane: string }[]) => list.map(({ lane }) => lane).join('')

describe('the order of several matters', () => {
  it('keeps them all, and keeps what was said where it makes no difference', () => {
    fc.assert(
      fc.property(wanted, windows, (list, open) => {
        expect(new Set(inBestOrder(list, open))).toEqual(new Set(list))
        expect(inBestOrder(list, [])).toEqual(list)
        expect(inBestOrder(list, [{ id: 'w1', allRound: true, lanes: [] }])).toEqual(list)
      }),
    )
  })

  it('puts together what one window can do', () => {
    const open = [
      { id: 'w2', allRound: false, lanes: ['a', 'c'] },
      { id: 'w3', allRound: false, lanes: ['b', 'd'] },
    ]
    expect(lanesOf(inBestOrder(of('a', 'b', 'c'), open))).toBe('acb')
    expect(lanesOf(inBestOrder(of('a', 'b', 'c', 'd'), open))).toBe('acbd')
  })

  it('begins in the lane where a window that can do all is the likelier to call', () => {
    const open = [
      { id: 'w1', allRound: true, lanes: [] },
      { id: 'w2', allRound: false, lanes: ['a'] },
      { id: 'w4', allRound: false, lanes: ['a'] },
    ]
    expect(lanesOf(inBestOrder(of('a', 'b'), open))).toBe('ba')
    expect(lanesOf(inBestOrder(of('a', 'a'), open))).toBe('aa')
  })
})

describe('the matters of a ticket', () => {
  const ticket = { ...fresh(), matter: 'm1' }

  it('are one until another is added; nothing twice, four at most', () => {
    expect(standOf(ticket)).toEqual([{ matter: 'm1', stand: 'now' }])
    expect(standOf({ ...ticket, state: 'done' })).toEqual([{ matter: 'm1', stand: 'done' }])
    expect(withMatter(ticket, 'm1')).toBeNull()
    let matters = withMatter(ticket, 'm2')!
    for (const one of ['m3', 'm4']) matters = withMatter({ ...ticket, matters }, one)!
    expect(toCome({ ...ticket, matters })).toEqual(['m2', 'm3', 'm4'])
    expect(withMatter({ ...ticket, matters }, 'm5')).toBeNull()
  })

  it('can be dropped before their turn, not the one at the window', () => {
    const matters = withMatter(ticket, 'm2')!
    expect(withoutMatter({ ...ticket, matters }, 'm2')).toEqual([{ matter: 'm1', done: false }])
    expect(withoutMatter({ ...ticket, matters }, 'm1')).toBeNull()
    expect(withoutMatter({ ...ticket, matters }, 'm9')).toBeNull()
  })
})
