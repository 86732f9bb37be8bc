import { describe, expect, it } from 'vitest'
import type { TicketView } from '#contract/views.ts'
import { codeIn, condition } from './condition.ts'

const noon = Date.parse('2026-11-23T04:00:00.000Z')
const view = (more: Partial<TicketView>) =>
  ({
    estimate: null,
    hall: { zone: 'Asia/Shanghai' },
    serviceDate: '2026-11-23',
    state: 'waiting',
    ahead: 5,
    ...more,
  }) as TicketView

describe('the visitor’s condition', () => {
  it('turns to next-in-queue with one person ahead', () => {
    expect(condition(view({ ahead: 2 }), noon)).toBe('go-now')
    expect(condition(view({ ahead: 1 }), noon)).toBe('next-in-queue')
    expect(condition(view({ ahead: 0 }), noon)).toBe('next-in-queue')
  })

  it('sends for whoever may be called within the way on foot, as the clock moves towards the band', () => {
    const estimate = { band: { low: 12, high: 30, at: '2026-11-23T04:00:00.000Z' }, why: null }
    expect(condition(view({ estimate }), noon)).toBe('in-queue')
    expect(condition(view({ estimate }), noon + 6 * 60_000)).toBe('in-queue')
    expect(condition(view({ estimate }), noon + 7 * 60_000)).toBe('go-now')
    expect(condition(view({ estimate: { band: null, why: 'now' } }), noon)).toBe('go-now')
  })

  it('sends for whoever has few ahead where no minutes can be said', () => {
    const estimate = { band: null, why: 'unsure' } as const
    expect(condition(view({ estimate, ahead: 4 }), noon)).toBe('in-queue')
    expect(condition(view({ estimate, ahead: 3 }), noon)).toBe('go-now')
  })

  it('does not call somebody next whose place is not known', () => {
    expect(condition(view({ ahead: null }), noon)).toBe('in-queue')
  })

  it('knows another day by the hall’s midnight, not by that of UTC', () => {
    const minuteBefore = Date.parse('2026-11-23T15:59:00.000Z')
    expect(condition(view({}), minuteBefore)).toBe('in-queue')
    expect(condition(view({}), minuteBefore + 60_000)).toBe('other-day')
  })

  it('keeps a called visitor called past midnight', () => {
    const next = Date.parse('2026-11-23T16:05:00.000Z')
    expect(condition(view({ state: 'called' }), next)).toBe('called')
    expect(condition(view({ state: 'missed' }), next)).toBe('other-day')
  })
})

describe('the code in the address', () => {
  it('is read from /t/CODE only', () => {
    expect(codeIn('/t/Zk3v-9_Q')).toBe('Zk3v-9_Q')
    expect(codeIn('/t/Zk3v/')).toBe('Zk3v')
    expect(codeIn('/phone/')).toBeNull()
    expect(codeIn('/t/')).toBeNull()
    expect(codeIn('/t/a/b')).toBeNull()
  })
})
