// Numbers through the real database: whatever happens side by side, a lane's numbers of a day have no gap and no double.
import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from './data-folder.ts'
import type { Store } from './database.ts'
import { nextNumber } from './queries/tickets.ts'
import { hallFolder } from './sample-folder.ts'

let folder: string
let store: Store
beforeAll(async () => {
  folder = await hallFolder()
  ;({ store } = await openFolder(folder, 'test'))
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const LANES = ['party', 'governance', 'service', 'safety'] as const
const take = fc.record({
  lane: fc.constantFrom(...LANES),
  day: fc.integer({ min: 10, max: 14 }),
  /** Before writing, after writing its number, or not at all. */
  breaks: fc.constantFrom('no', 'no', 'no', 'no', 'before', 'after'),
  /** Turns of the event loop before it is asked for. */
  delay: fc.nat(3),
})

let year = 2030

describe('numbers', () => {
  it('have no gap and no double per lane and day, though some tries break in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(take, { maxLength: 60, size: 'max' }), async (takes) => {
        year += 1
        const given = new Map<string, number[]>()
        await Promise.all(
          takes.map(async ({ lane, day, breaks, delay }) => {
            for (let turn = 0; turn < delay; turn += 1) await new Promise((next) => setImmediate(next))
            const serviceDate = `${year}-11-${day}`
            const work = store.write(async (trx) => {
              if (breaks === 'before') throw new Error('before')
              const number = await nextNumber(trx, 'linyuan', { serviceDate, lane })
              if (breaks === 'after') throw new Error('after')
              return number
            })
            if (breaks !== 'no') return expect(work).rejects.toThrow(breaks)
            const key = `${serviceDate} ${lane}`
            const number = await work
            given.set(key, [...(given.get(key) ?? []), number])
          }),
        )
        for (const numbers of given.values())
          expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('are given in the order in which they were asked for', async () => {
    const day = { serviceDate: '2029-11-23', lane: 'party' }
    const asked = Array.from({ length: 200 }, () => store.write((trx) => nextNumber(trx, 'linyuan', day)))
    expect(await Promise.all(asked)).toEqual(asked.map((_, index) => index + 1))
  }, 60_000)
})
