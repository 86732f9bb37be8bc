import { describe, expect, it } from 'vitest'
import type { CallFace } from '#contract/views.ts'
import { spotlight, standing } from './spotlight.ts'

const NOW = Date.parse('2026-11-23T06:36:00.000Z')
const call = (id: string, secondsAgo: number, state: CallFace['state'] = 'called'): CallFace => ({
  id,
  label: 'A001',
  window: 1,
  colour: 'red',
  at: new Date(NOW - secondsAgo * 1000).toISOString(),
  again: false,
  state,
})
const ids = (calls: CallFace[]) => calls.map(({ id }) => id).join('')

describe('the calls that own the wall', () => {
  it('shows a new call for twelve seconds, without waiting for the voice', () => {
    expect(ids(spotlight([call('b', 0), call('a', 11), call('z', 12)], NOW))).toBe('ba')
  })

  it('keeps what is being spoken, and what waits behind it', () => {
    expect(ids(spotlight([call('c', 20), call('b', 21), call('a', 22)], NOW, 'b'))).toBe('cb')
  })

  it('gives way as soon as the resident sits down or the call is taken back', () => {
    expect(ids(spotlight([call('b', 1, 'serving'), call('a', 2, 'past')], NOW, 'b'))).toBe('')
  })

  it('shows four at most, the spoken one always', () => {
    const six = [...'fedcba'].map((id, index) => call(id, index))
    expect(ids(spotlight(six, NOW))).toBe('fedc')
    expect(ids(spotlight(six, NOW, 'a'))).toBe('feda')
  })
})

describe('the calls of a wall at rest', () => {
  it('puts those who are still expected before those who came', () => {
    const calls = [call('d', 60, 'serving'), call('c', 70, 'called'), call('b', 80, 'past'), call('a', 90, 'called')]
    expect(ids(standing(calls))).toBe('cadb')
  })
})
