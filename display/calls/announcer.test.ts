import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, keep, listen, recall, STALE_AFTER, type Voice } from './announcer.ts'

const NOW = Date.parse('2026-11-23T06:36:00.000Z')
const silent: Voice = { waiting: [], settled: [] }
const call = (id: string, secondsAgo: number, state: 'called' | 'serving' | 'past' = 'called') => ({
  id,
  at: new Date(NOW - secondsAgo * 1000).toISOString(),
  state,
})

describe('which call is spoken next', () => {
  it('speaks the first call of a quiet hall', () => {
    expect(listen(silent, [call('a', 0)], NOW).waiting).toEqual(['a'])
  })

  it('speaks the oldest first, also those of one instant', () => {
    expect(listen(silent, [call('d', 0), call('c', 0), call('b', 1), call('a', 2)], NOW).waiting).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it('speaks nothing that is stale, being served or over', () => {
    const voice = listen(silent, [call('old', 31), call('sits', 1, 'serving'), call('gone', 2, 'past')], NOW)
    expect(voice.waiting).toEqual([])
    // And not later either, should the hub's clock be set back.
    expect(listen(voice, [call('old', 31)], NOW - 20_000).waiting).toEqual([])
  })

  it('speaks each id once', () => {
    let voice = listen(silent, [call('a', 1)], NOW)
    voice = begin(voice, 'a')
    expect(listen(voice, [call('a', 2)], NOW).waiting).toEqual([])
    expect(listen(voice, [call('a-again', 0), call('a', 2)], NOW).waiting).toEqual(['a-again'])
  })

  it('drops what was taken back or answered while it waited', () => {
    let voice = listen(silent, [call('c', 0), call('b', 1), call('a', 2)], NOW)
    voice = begin(voice, 'a')
    voice = listen(voice, [call('c', 0, 'serving')], NOW + 3000)
    expect(voice.waiting).toEqual([])
    // An undo that brings the same id back does not bring the voice back.
    expect(listen(voice, [call('c', 0), call('b', 1)], NOW + 4000).waiting).toEqual([])
  })

  it('lets a call wait for its turn past the age at which it would have been stale', () => {
    const voice = listen(silent, [call('a', 0)], NOW)
    expect(listen(voice, [call('a', 0)], NOW + STALE_AFTER + 5000).waiting).toEqual(['a'])
    expect(listen(voice, [call('a', 0)], NOW + 200_000).waiting).toEqual([])
  })

  it('remembers over a reload, and survives a memory that fails', () => {
    const kept = new Map<string, string>()
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    keep(memory, begin(listen(silent, [call('a', 0)], NOW), 'a'))
    expect(listen(recall(memory), [call('a', 1)], NOW).waiting).toEqual([])

    const broken = {
      getItem: () => '{not json',
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(recall(broken)).toEqual(silent)
    keep(broken, silent)
  })

  it('never speaks an id twice, whatever the views bring and whenever it reloads', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const one = fc.record({
      id,
      age: fc.integer({ min: 0, max: 60 }),
      state: fc.constantFrom('called', 'serving', 'past'),
    })
    const step = fc.oneof(
      fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 6 }),
      fc.constantFrom('speak', 'reload'),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const spoken: string[] = []
        let voice = silent
        for (const does of steps) {
          if (does === 'reload') voice = { waiting: [], settled: voice.settled }
          else if (does !== 'speak')
            voice = listen(
              voice,
              does.map((seen) => call(seen.id, seen.age, seen.state as 'called')),
              NOW,
            )
          else if (voice.waiting[0]) {
            spoken.push(voice.waiting[0])
            voice = begin(voice, voice.waiting[0])
          }
        }
        expect(new Set(spoken).size).toBe(spoken.length)
      }),
    )
  })

  it('changes nothing when there is nothing new', () => {
    const voice = listen(silent, [call('a', 1)], NOW)
    expect(listen(voice, [call('a', 1)], NOW)).toBe(voice)
  })
})
