import { describe, expect, it } from 'vitest'
import type { CallFace } from '#contract/views.ts'
import { Announcing } from './announcing.svelte.ts'

const NOW = Date.parse('2026-11-23T06:36:00.000Z')
const call = (id: string, label: string, secondsAgo: number): CallFace => ({
  id,
  label,
  window: 2,
  colour: 'red',
  at: new Date(NOW - secondsAgo * 1000).toISOString(),
  again: false,
  state: 'called',
})

/** A speaker that ends an announcement when the test says so. */
function wall() {
  const said: string[] = []
  const spoken: string[] = []
  const kept = new Map<string, string>()
  let end: (() => void) | undefined
  const speaker = {
    ready: true,
    say: (clips: readonly string[]) => {
      said.push(clips.slice(2, 6).join(' '))
      return new Promise<string[] | undefined>((done) => (end = () => done([...clips])))
    },
  }
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const make = () => new Announcing(speaker, memory, ({ id }) => spoken.push(id))
  return {
    speaker,
    make,
    said,
    spoken,
    end: async () => {
      end?.()
      await new Promise((done) => setImmediate(done))
    },
  }
}

describe('announcing', () => {
  it('speaks calls that come at once one after the other, oldest first', async () => {
    const { make, said, spoken, end } = wall()
    const announcing = make()
    announcing.hear([call('b', 'C003', 0), call('a', 'A012', 1)], NOW)
    expect(announcing.current).toBe('a')
    expect(said).toEqual(['letter-A d0 d1 d2'])
    announcing.hear([call('c', 'D001', 0), call('b', 'C003', 1), call('a', 'A012', 2)], NOW + 1000)
    await end()
    await end()
    await end()
    expect(said).toEqual(['letter-A d0 d1 d2', 'letter-C d0 d0 d3', 'letter-D d0 d0 d1'])
    expect(spoken).toEqual(['a', 'b', 'c'])
    expect(announcing.current).toBeUndefined()
  })

  it('does not speak again after a reload', async () => {
    const { make, said, end } = wall()
    make().hear([call('a', 'A012', 0)], NOW)
    await end()
    make().hear([call('a', 'A012', 3)], NOW)
    expect(said).toHaveLength(1)
  })

  it('speaks what is still fresh once it is allowed to', () => {
    const { make, said, speaker } = wall()
    speaker.ready = false
    const announcing = make()
    announcing.hear([call('b', 'B007', 10), call('a', 'A012', 40)], NOW)
    expect(said).toEqual([])
    speaker.ready = true
    announcing.hear([call('b', 'B007', 10), call('a', 'A012', 40)], NOW)
    expect(said).toEqual(['letter-B d0 d0 d7'])
  })
})
