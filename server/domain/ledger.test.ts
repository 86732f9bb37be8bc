// The figures of fairness on the wall, and that they are the report's.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayLedger, type LedgerFact } from './ledger.ts'
import { iso } from './service-day.ts'

const NOW = Date.parse('2026-11-23T06:00:00.000Z')
const at = (minutes: number) => iso(NOW + minutes * 60_000)
const fact = (joined: number, called: number | null, more: Partial<LedgerFact> = {}): LedgerFact => ({
  ...{ lane: 'a', joinedAt: at(joined), calledAt: called === null ? null : at(called), endedAt: null },
  ...{ state: called === null ? 'waiting' : 'done', sent: false, moved: false },
  ...more,
})

describe('the ledger', () => {
  it('of an empty day says nothing of waiting', () => {
    expect(dayLedger([], NOW)).toEqual({ served: 0, longest: null, overtaken: 0 })
  })

  it('counts by how much somebody was overtaken, and the longest wait, also of who still waits', () => {
    expect(dayLedger([fact(-60, -20), fact(-48, -40), fact(-45, null)], NOW)).toEqual({
      served: 2,
      longest: 45,
      overtaken: 12,
    })
  })

  it('leaves out who waits for one window, or was moved; and other lanes', () => {
    const passed = [fact(-60, null, { sent: true }), fact(-50, -40), fact(-55, null, { moved: true })]
    expect(dayLedger(passed, NOW).overtaken).toBe(0)
    expect(dayLedger([fact(-60, null), fact(-50, -40, { lane: 'b' })], NOW).overtaken).toBe(0)
  })

  it('always: nobody is overtaken where all are called in the order of joining', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }), (gaps) => {
        let joined = -2000
        const facts = gaps.map((gap) => fact((joined += gap), joined + 600))
        expect(dayLedger(facts, NOW).overtaken).toBe(0)
      }),
    )
  })
})
