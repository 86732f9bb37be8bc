import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fateAfterRestart, fateOf, printedBy, type Try } from './printing.ts'

const trouble = fc.constantFrom('offline' as const, 'paper_out' as const)
const result: fc.Arbitrary<Try> = fc.oneof(
  fc.constant<Try>({ end: 'sent' }),
  fc.record({ end: fc.constantFrom('refused' as const, 'begun' as const), trouble }),
)

describe('what becomes of a job', () => {
  it('is tried again only where nothing can be on paper, and only while somebody waits', () => {
    fc.assert(
      fc.property(
        result,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -60_000, max: 60_000 }),
        (ended, tries, left) => {
          const { state, again } = fateOf(ended, { tries, left })
          expect(again !== null).toBe(state === 'queued')
          if (again !== null) {
            expect(ended.end).toBe('refused')
            expect(again).toBeLessThan(left)
          }
          if (ended.end === 'sent') expect(printedBy(state)).toBe('printed')
          if (ended.end === 'begun') expect(printedBy(state)).toBe('failed')
        },
      ),
    )
  })

  it('comes to an end: a minute of a printer that refuses is not many tries', () => {
    let left = 60_000
    let tries = 0
    for (;;) {
      tries += 1
      const { again } = fateOf({ end: 'refused', trouble: 'offline' }, { tries, left })
      if (again === null) break
      left -= again
    }
    expect(tries).toBeLessThan(15)
  })

  it('after a restart is never a second copy', () => {
    const at = '2026-11-23T02:00:00.000Z'
    const now = Date.parse(at)
    expect(fateAfterRestart({ state: 'printing', expiresAt: at }, now - 1000)).toBe('broken_off')
    expect(fateAfterRestart({ state: 'queued', expiresAt: at }, now)).toBe('expired')
    expect(fateAfterRestart({ state: 'queued', expiresAt: at }, now - 1)).toBe('queued')
    expect(fateAfterRestart({ state: 'done', expiresAt: at }, now)).toBe('done')
  })
})
