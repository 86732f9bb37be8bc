// When the desk asks what stands open at closing.
import { describe, expect, it } from 'vitest'
import type { DeskView } from '#contract/views.ts'
import { closingMatters } from './closing-watch.svelte.ts'

const NOW = Date.parse('2026-11-23T11:00:00.000Z')
type Standing = { last: string | null; waiting?: number; held?: number; missed?: number; leftover?: number }
const matters = ({ last, waiting = 0, held = 0, missed = 0, leftover = 0 }: Standing) =>
  closingMatters(
    {
      hours: { lastNumberAt: last, today: [{ from: '08:30', to: '20:00', kind: 'regular' }] },
      ...{ lanes: [{ waiting }], held: Array(held), missed: Array(missed), leftover: Array(leftover) },
    } as unknown as DeskView,
    NOW,
  )

describe('closing time at the desk', () => {
  it('begins an hour before the last number', () => {
    expect(matters({ last: '2026-11-23T12:00:00.001Z', waiting: 5 })).toBe(false)
    expect(matters({ last: '2026-11-23T12:00:00.000Z' })).toBe(true)
  })

  it('goes on after it as long as anybody is open, also on hold or missed', () => {
    expect(matters({ last: null })).toBe(false)
    expect(matters({ last: null, waiting: 1 })).toBe(true)
    expect(matters({ last: null, held: 1 })).toBe(true)
    expect(matters({ last: null, missed: 1 })).toBe(true)
  })

  it('is never over while earlier days left somebody', () => {
    expect(matters({ last: '2026-11-23T15:00:00.000Z', leftover: 1 })).toBe(true)
  })
})
