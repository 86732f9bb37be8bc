import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadAllOf, loadOnce } from './load-once.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const away = () => Promise.reject(new Error('away'))

describe('a part', () => {
  it('is loaded once, however often it is asked for', async () => {
    const load = vi.fn(() => Promise.resolve('part'))
    const part = loadOnce(load)
    expect(await Promise.all([part(), part()])).toEqual(['part', 'part'])
    expect(await part()).toBe('part')
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('is asked for again after it did not come', async () => {
    const load = vi.fn().mockImplementationOnce(away).mockResolvedValue('part')
    const part = loadOnce(load)
    await expect(part()).rejects.toThrow('away')
    expect(await part()).toBe('part')
  })
})

describe('all of them', () => {
  it('come at once where they are needed at once, else when the first picture stands', async () => {
    const [now, soon] = [vi.fn(() => Promise.resolve()), vi.fn(() => Promise.resolve())]
    loadAllOf([now], { after: 0 })
    loadAllOf([soon], { after: 2500 })
    await vi.advanceTimersByTimeAsync(0)
    expect(now).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(2499)
    expect(soon).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(soon).toHaveBeenCalledTimes(1)
  })

  it('are asked for again one by one until nothing is missing', async () => {
    const there = vi.fn(() => Promise.resolve())
    const late = vi.fn().mockImplementationOnce(away).mockImplementationOnce(away).mockResolvedValue('part')
    const whole = vi.fn()
    loadAllOf([there, late], { again: 1000, whole })
    await vi.advanceTimersByTimeAsync(1000)
    expect(whole).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1000)
    expect(whole).toHaveBeenCalledTimes(1)
    expect([there.mock.calls.length, late.mock.calls.length]).toEqual([1, 3])
  })

  it('are no longer asked for once that was ended', async () => {
    const load = vi.fn(away)
    const end = loadAllOf([load], { again: 1000 })
    await vi.advanceTimersByTimeAsync(0)
    end()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(load).toHaveBeenCalledTimes(1)
  })
})
