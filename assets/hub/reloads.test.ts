import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST, FORGIVEN, MOST, Reloads, SPREAD, TRY_AGAIN, type Memory } from './reloads.ts'

const NOW = Date.parse('2026-11-23T02:00:00.000Z')
const memory = (): Memory => {
  const things = new Map<string, string>()
  return { getItem: (key) => things.get(key) ?? null, setItem: (key, text) => void things.set(key, text) }
}
const at = (now: number, offered: string | undefined = 'v1', calm = true) => ({ now, offered, calm })

describe('a new version', () => {
  it('is taken at a calm moment within a minute, and the same version never', () => {
    const reloads = new Reloads('v1', memory(), () => 0.5)
    expect(reloads.now(at(NOW))).toBe(false)
    expect(reloads.now(at(NOW, undefined))).toBe(false)
    expect(reloads.now(at(NOW, 'v2'))).toBe(false)
    expect(reloads.now(at(NOW + SPREAD / 2 - 1, 'v2'))).toBe(false)
    expect(reloads.now(at(NOW + SPREAD, 'v2', false))).toBe(false)
    expect(reloads.now(at(NOW + 2 * SPREAD, 'v2'))).toBe(true)
  })

  it('that did not come with the reload is waited for an hour', () => {
    const kept = memory()
    const before = new Reloads('v1', kept, () => 0)
    expect(before.now(at(NOW, 'v2'))).toBe(true)
    const after = new Reloads('v1', kept, () => 0)
    expect(after.now(at(NOW + 5000, 'v2'))).toBe(false)
    expect(after.now(at(NOW + TRY_AGAIN - 1, 'v2'))).toBe(false)
    // Another one is another matter.
    expect(new Reloads('v1', kept, () => 0).now(at(NOW + 5000, 'v3'))).toBe(true)
    expect(new Reloads('v1', kept, () => 0).now(at(NOW + 5000 + TRY_AGAIN, 'v3'))).toBe(true)
  })

  it('means nothing to a page that has no version, and to one that cannot remember', () => {
    expect(new Reloads('', memory(), () => 0).now(at(NOW, 'v2'))).toBe(false)
    const full: Memory = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(new Reloads('v1', full, () => 0).now(at(NOW, 'v2'))).toBe(false)
  })

  it('does not bring all screens at once', () => {
    const whens = Array.from({ length: 500 }, () => {
      const reloads = new Reloads('v1', memory())
      let now = NOW
      while (!reloads.now(at(now, 'v2'))) now += 1000
      return now
    })
    const counts = new Map<number, number>()
    for (const when of whens) counts.set(when, (counts.get(when) ?? 0) + 1)
    const most = Math.max(...counts.values())
    expect(most).toBeLessThan(40)
    expect(Math.max(...whens) - NOW).toBeLessThanOrEqual(SPREAD + 1000)
  })
})

describe('after a fault', () => {
  it('waits a minute, then twice as long after each further one', () => {
    const kept = memory()
    let now = NOW
    const waits = Array.from({ length: 9 }, () => {
      const reloads = new Reloads('v1', kept)
      reloads.broke(now)
      const began = now
      while (!reloads.now(at(now))) now += 1000
      return now - began
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120].map((minutes) => minutes * 60_000))
    expect(waits[0]).toBe(FIRST)
    expect(waits.at(-1)).toBe(MOST)
    const later = new Reloads('v1', kept)
    later.broke(now + FORGIVEN)
    expect(later.now(at(now + FORGIVEN + FIRST))).toBe(true)
  })

  it('never loads anew while somebody is disturbed, nor twice for one', () => {
    const reloads = new Reloads('v1', memory())
    reloads.broke(NOW)
    reloads.broke(NOW + 1000)
    expect(reloads.now(at(NOW + 10 * FIRST, 'v1', false))).toBe(false)
    expect(reloads.now(at(NOW + 10 * FIRST))).toBe(true)
    expect(reloads.now(at(NOW + 20 * FIRST))).toBe(false)
  })

  it('whatever breaks whenever, a day has at most twenty reloads', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(86_400), { maxLength: 60 }), (seconds) => {
        const kept = memory()
        let reloads = new Reloads('v1', kept)
        let count = 0
        const faults = new Set(seconds.map((second) => second - (second % 30)))
        for (let second = 0; second < 86_400; second += 30) {
          const now = NOW + second * 1000
          if (faults.has(second)) reloads.broke(now)
          if (!reloads.now(at(now))) continue
          count += 1
          reloads = new Reloads('v1', kept)
        }
        expect(count).toBeLessThanOrEqual(20)
      }),
      { numRuns: 50 },
    )
  })
})
