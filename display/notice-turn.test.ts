import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, forWall, stands, turnAt, type Turn } from './notice-turn.ts'

const text = (id: string) => ({ id, kind: 'text' as const, media: null })
const film = {
  id: 'f',
  kind: 'film' as const,
  media: { url: '', type: '', width: 1, height: 1, seconds: 30, poster: null, alt: { zh: '', en: '' } },
}

describe('the turns of notices', () => {
  it('begin with the first, stand, and go on', () => {
    const list = [text('a'), film]
    const first = turnAt(null, list, { pages: 1, now: 0 })
    expect(first).toEqual({ id: 'a', page: 0, since: 0 })
    expect(turnAt(first, list, { pages: 2, now: 13_999 })).toBe(first)
    expect(turnAt(first, list, { pages: 2, now: 14_000 })).toEqual({ id: 'a', page: 1, since: 14_000 })
    expect(turnAt({ id: 'a', page: 1, since: 0 }, list, { pages: 2, now: 14_000 })!.id).toBe('f')
    expect(stands(film)).toBe(33_000)
  })

  it('one that was taken down is left at once', () => {
    expect(turnAt({ id: 'gone', page: 3, since: 0 }, [text('b')], { pages: 1, now: 5 })).toEqual({
      id: 'b',
      page: 0,
      since: 5,
    })
    expect(turnAt({ id: 'gone', page: 0, since: 0 }, [], { pages: 1, now: 5 })).toBeNull()
  })

  it('rules do not hang on walls, nor what is for phones alone', () => {
    const of = (section: 'notice' | 'rule', places: ('wall' | 'phone')[]) => ({ section, places })
    expect(forWall([of('rule', ['wall']), of('notice', ['phone']), of('notice', ['wall'])])).toHaveLength(1)
  })

  it('come to everybody, whether looked at to the end or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (count, hidden) => {
          const list = Array.from({ length: count }, (_, index) => text(`n${index}`))
          let now = 0
          let turn: Turn = turnAt(null, list, { pages: 1, now })!
          const seen = new Set([turn.id])
          for (const away of hidden) {
            now += away ? 1000 : 14_000
            turn = away ? after(turn, list, { pages: 1, now }) : turnAt(turn, list, { pages: 1, now })!
            seen.add(turn.id)
          }
          expect(seen.size).toBe(count)
        },
      ),
    )
  })
})
