import { describe, expect, it } from 'vitest'
import type { CallProof } from '#contract/views.ts'
import { alarmAt, alarmWords, needsMissReason, proofWords, standingOf } from './proof.ts'

const proof = (more: Partial<CallProof> = {}): CallProof => ({
  call: 'c1',
  ticket: 't1',
  label: 'A012',
  window: 2,
  at: '2026-11-23T06:36:00.000Z',
  walls: 2,
  shown: 2,
  spoken: 1,
  phone: false,
  proven: 1,
  needed: 1,
  trouble: null,
  ...more,
})

describe('a call at the desk', () => {
  it('is said in numbers and words, never by colour alone', () => {
    expect(proofWords(proof())).toEqual({
      zh: '2/2 块大屏已显示，已播报',
      en: 'shown on 2 of 2 walls, spoken',
    })
    expect(proofWords(proof({ shown: 1, spoken: 0 })).zh).toBe('1/2 块大屏已显示，还没播完')
    expect(proofWords(proof({ spoken: 0, trouble: 'not_spoken' })).zh).toBe('2/2 块大屏已显示，没有播报')
    expect(proofWords(proof({ shown: 0, spoken: 0 })).zh).toBe('还没有大屏显示')
    expect(proofWords(proof({ walls: 0, shown: 0, spoken: 0, trouble: 'no_wall' })).zh).toBe('没有连着的大屏')
    expect(proofWords(proof({ walls: 0, shown: 0, spoken: 0, phone: true })).zh).toBe('没有连着的大屏，本人手机已显示')
    expect(proofWords(undefined).zh).toBe('正在送到大屏…')
  })

  it('is proven, pending, or in trouble', () => {
    expect(standingOf(proof())).toBe('proven')
    expect(standingOf(proof({ shown: 0, spoken: 0, phone: true }))).toBe('proven')
    expect(standingOf(proof({ spoken: 0 }))).toBe('pending')
    expect(standingOf(undefined)).toBe('pending')
    expect(standingOf(proof({ shown: 0, spoken: 0, trouble: 'not_shown' }))).toBe('trouble')
  })

  it('that nobody could notice says what to call, and where from', () => {
    expect(alarmWords(proof())).toBeNull()
    for (const trouble of ['no_wall', 'not_shown', 'not_spoken'] as const) {
      const words = alarmWords(proof({ trouble }))
      expect(words?.todo.zh).toBe('请到门口喊一声“请 A012 到 2 号窗口”')
      expect(words?.what.zh).toContain('A012')
    }
  })

  it('alarms the window that called, and no other', () => {
    const list = [proof({ trouble: 'no_wall' }), proof({ window: 1 })]
    expect(alarmAt(list, 2)?.label).toBe('A012')
    expect(alarmAt(list, 1)).toBeNull()
    expect(alarmAt(list, undefined)).toBeNull()
  })

  it('needs a reason before it is missed as long as too few were proven', () => {
    expect(needsMissReason(proof({ proven: 0 }))).toBe(true)
    expect(needsMissReason(proof({ proven: 1, needed: 2 }))).toBe(true)
    expect(needsMissReason(proof())).toBe(false)
    expect(needsMissReason(proof({ proven: 0, needed: 0 }))).toBe(false)
    expect(needsMissReason(undefined)).toBe(false)
  })
})
