import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bank, clipsOf, pausesOf } from './clips.ts'

describe('a call in clips', () => {
  it('says 请 A 零 一 二 号，到 二 号 窗口', () => {
    expect(clipsOf({ label: 'A012', window: 2 }).join(' ')).toBe(
      'chime qing letter-A d0 d1 d2 hao dao d2 hao chuangkou',
    )
  })

  it.each([
    [1, 'd1'],
    [10, 'ten'],
    [12, 'ten d2'],
    [20, 'd2 ten'],
    [35, 'd3 ten d5'],
    [99, 'd9 ten d9'],
  ])('counts window %i', (window, spoken) => {
    expect(clipsOf({ label: 'Z0123', window }).join(' ')).toBe(
      `chime qing letter-Z d0 d1 d2 d3 hao dao ${spoken} hao chuangkou`,
    )
  })

  it('pauses at the comma', () => {
    const clips = clipsOf({ label: 'A012', window: 2 })
    const pauses = pausesOf(clips)
    expect(pauses).toHaveLength(clips.length)
    expect(Math.max(...pauses)).toBe(pauses[clips.indexOf('hao')])
  })

  it('has every clip in the bank, and the bank on disk', () => {
    expect(bank).toHaveLength(42)
    for (const clip of bank)
      expect(existsSync(new URL(`../../assets/sounds/voice/${clip}.wav`, import.meta.url)), clip).toBe(true)
    for (let window = 1; window <= 99; window += 1)
      expect(bank).toEqual(expect.arrayContaining(clipsOf({ label: 'Q3456', window })))
  })
})
