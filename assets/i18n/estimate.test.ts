import { describe, expect, it } from 'vitest'
import { bandOf, betweenTimes, waitLine, waitOf } from './estimate.ts'

const band = { low: 10, high: 25, at: '2026-11-23T06:36:00.000Z' }

describe('a wait in words', () => {
  it('is a band in both languages, and one-sided where it begins at once', () => {
    expect(bandOf(band)).toEqual({ zh: '约 10–25 分钟', en: 'about 10 to 25 min' })
    expect(bandOf({ low: 0, high: 6 })).toEqual({ zh: '约 6 分钟以内', en: 'within about 6 min' })
  })

  it('names clock times of the hall, which stay true while one looks', () => {
    expect(betweenTimes(band, 'Asia/Shanghai').zh).toBe('大约 14:46–15:01 叫到您')
  })

  it('says that it cannot say, and says no minutes then', () => {
    for (const why of ['no_window', 'closing', 'unsure'] as const) {
      const said = waitOf({ band: null, why })
      expect(said.zh).toContain('暂时说不准')
      expect(said.zh + said.en).not.toMatch(/\d/)
    }
    expect(waitLine({ band: null, why: 'now' }).zh).toBe('很快就到您')
    expect(waitLine({ band, why: null }).zh).toBe('要等多久：约 10–25 分钟')
  })
})
