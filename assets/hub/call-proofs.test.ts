import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallDone } from '#contract/events.ts'
import { CallProofs } from './call-proofs.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A hub that answers as long as `there` is true. */
function hub() {
  const told: CallDone[][] = []
  const one = {
    there: true,
    told,
    send: (done: CallDone[]) => {
      if (one.there) told.push(done)
      return Promise.resolve(one.there)
    },
  }
  return one
}
const settled = () => vi.advanceTimersByTimeAsync(0)

describe('what a screen did with a call', () => {
  it('is told once, however often it is noticed', async () => {
    const { told, send } = hub()
    const proofs = new CallProofs(send)
    proofs.add('c1', 'painted')
    proofs.add('c1', 'painted')
    await settled()
    proofs.add('c1', 'painted')
    proofs.add('c1', 'spoken')
    await settled()
    expect(told).toEqual([[{ call: 'c1', deed: 'painted' }], [{ call: 'c1', deed: 'spoken' }]])
  })

  it('waits for the hub, and is told by itself or as soon as the connection is back', async () => {
    const one = hub()
    one.there = false
    const proofs = new CallProofs(one.send)
    proofs.add('c1', 'painted')
    proofs.add('c2', 'painted')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.told).toEqual([])
    one.there = true
    await proofs.tell()
    const both = [
      { call: 'c1', deed: 'painted' },
      { call: 'c2', deed: 'painted' },
    ]
    expect(one.told).toEqual([both])
    one.there = false
    proofs.add('c2', 'spoken')
    await settled()
    one.there = true
    await vi.advanceTimersByTimeAsync(5000)
    expect(one.told).toEqual([both, [{ call: 'c2', deed: 'spoken' }]])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.told).toHaveLength(2)
  })

  it('goes sixteen at a time, in order', async () => {
    const one = hub()
    one.there = false
    const proofs = new CallProofs(one.send)
    for (let call = 0; call < 40; call += 1) proofs.add(`c${call}`, 'painted')
    await settled()
    one.there = true
    await proofs.tell()
    expect(one.told.map((done) => done.length)).toEqual([16, 16, 8])
    expect(one.told.flat().map(({ call }) => call)).toEqual(Array.from({ length: 40 }, (_, call) => `c${call}`))
  })

  it('ends with its page', async () => {
    const one = hub()
    one.there = false
    const proofs = new CallProofs(one.send)
    proofs.add('c1', 'painted')
    await settled()
    proofs.close()
    one.there = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.told).toEqual([])
  })
})
