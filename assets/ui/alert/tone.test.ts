import { describe, expect, it } from 'vitest'
import { marked, preparedWords } from '#domain/alerts-words.ts'
import { standing } from './standing.ts'
import { bare, toneOf, turnOf } from './tone.ts'

const words = preparedWords('fire', { phone: '021-0000 0100', address: { zh: '示例路 1 号', en: '1 Shili Road' } })
const face = {
  id: 'a',
  hazard: 'fire',
  drill: false,
  phase: 'active',
  ...words,
  stops: true,
  sentAt: '2026-11-23T02:00:00.000Z',
  expiresAt: '2026-11-23T02:30:00.000Z',
  content: 'p',
  spoken: 'p',
} as const

describe('the look of a message', () => {
  it('of a drill is that of nothing real, whatever its phase', () => {
    const phases = ['active', 'over', 'mistake'] as const
    expect(phases.map((phase) => toneOf({ drill: true, phase }))).toEqual(['drill', 'drill', 'drill'])
    expect(phases.map((phase) => toneOf({ drill: false, phase }))).toEqual(['real', 'over', 'mistake'])
  })

  it('says the marks of a drill beside its words, not within them', () => {
    const drill = marked(words)
    expect([bare(drill.headline), bare(drill.instruction)]).toEqual([words.headline, words.instruction])
  })
})

describe('a message that has expired', () => {
  it('is not shown, whether the hub is heard or not', () => {
    const end = Date.parse(face.expiresAt)
    expect(standing(face, end - 1)).toBe(face)
    expect(standing(face, end)).toBeNull()
    expect(standing(undefined, end)).toBeNull()
  })
})

it('two languages take turns of eight seconds', () => {
  expect([0, 7999, 8000, 16_000].map(turnOf)).toEqual(['lead', 'lead', 'other', 'lead'])
})
