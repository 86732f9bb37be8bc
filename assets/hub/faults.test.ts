import { describe, expect, it } from 'vitest'
import { faultText, Life } from './faults.ts'
import type { Shelf } from './kept.ts'

const shelf = (): Shelf => {
  const things = new Map<string, string>()
  return {
    getItem: (key) => things.get(key) ?? null,
    setItem: (key, text) => void things.set(key, text),
    removeItem: (key) => void things.delete(key),
  }
}

describe('the words of a fault', () => {
  it('are the error’s own, with its place', () => {
    expect(faultText(new TypeError('x is undefined'), 'Wall.js:12')).toBe('TypeError: x is undefined Wall.js:12')
    expect(faultText('a string', '')).toBe('a string')
    expect(faultText({ any: 'thing' })).toBe('error')
  })

  it('carry no address, no code and no line end, and fit the contract', () => {
    const text = faultText(
      new Error('http://192.168.1.20:8080/t/abcdefghijklmnopqrstuvwx?key=secret\n' + 'broke \u202e '.repeat(100)),
    )
    expect(text).not.toMatch(/192\.168|secret|abcdefghij|[\n\u202e]/)
    expect(text!.length).toBeLessThanOrEqual(200)
  })

  it('are none where nothing broke', () => {
    expect(faultText('ResizeObserver loop completed with undelivered notifications.')).toBeNull()
    expect(faultText('Script error.')).toBeNull()
  })
})

describe('a day of a screen', () => {
  it('counts its starts, keeps the last fault, and begins anew with the date', () => {
    const drawer = shelf()
    const life = new Life(drawer, 'display')
    expect(life.start('2026-11-23').starts).toBe(1)
    const fault = { at: '2026-11-23T02:00:00.000Z', what: 'broke' }
    life.broke('2026-11-23', fault)
    expect(new Life(drawer, 'display').start('2026-11-23')).toEqual({ date: '2026-11-23', starts: 2, fault })
    expect(new Life(drawer, 'display').start('2026-11-24')).toEqual({ date: '2026-11-24', starts: 1 })
    drawer.setItem('hall.life.display', 'null')
    expect(life.start('2026-11-24').starts).toBe(1)
  })
})
