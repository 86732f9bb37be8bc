// A line by a scanner, and everything that is none.
import { beforeEach, describe, expect, it } from 'vitest'
import { Scanned } from './scanned.ts'

let scanned: Scanned
let now = 0
beforeEach(() => {
  scanned = new Scanned()
  now = 1000
})

/** Keys one after the other, `apart` milliseconds each. */
function type(keys: readonly string[], apart: number, more: { repeat?: boolean; chord?: boolean } = {}): string[] {
  return keys.flatMap((key) => {
    now += apart
    return scanned.press({ key, at: now, repeat: false, chord: false, ...more }) ?? []
  })
}
const link = 'http://192.168.1.20:8080/h/appointment/Zk3v9QmT2pLw8sHx'

describe('a scanner', () => {
  it('types a link or eight digits, and ends them with Enter', () => {
    expect(type([...link, 'Enter'], 8)).toEqual([link])
    expect(type([...'48217350', 'Enter'], 40)).toEqual(['48217350'])
  })

  it('holds Shift between letters', () => {
    expect(type(['Shift', 'Z', 'k', '3', 'Shift', 'V', ...'9Qm-_', 'Enter'], 15)).toEqual(['Zk3V9Qm-_'])
  })

  it('is read again after anything that was none', () => {
    type([...'abc'], 200)
    now += 1000
    expect(type([...'48217350', 'Enter'], 20)).toEqual(['48217350'])
  })
})

describe('nobody’s hand', () => {
  it('is taken for a scanner, however long it types', () => {
    expect(type([...'48217350', 'Enter'], 120)).toEqual([])
    expect(type([...'48217350'], 20)).toEqual([])
    now += 500
    expect(type(['Enter'], 0)).toEqual([])
  })

  it('makes a code of a key that is held down, a chord, or a few keys at once', () => {
    expect(type([...'111111111', 'Enter'], 30, { repeat: true })).toEqual([])
    expect(type([...'48217350', 'Enter'], 20, { chord: true })).toEqual([])
    expect(type([...'4821735', 'Enter'], 20)).toEqual([])
    expect(type(['Enter', 'Enter'], 5)).toEqual([])
  })

  it('fills the memory', () => {
    expect(type([...'9'.repeat(5000), 'Enter'], 1)).toEqual([])
    expect(type([...'48217350', 'Enter'], 20)).toEqual(['48217350'])
  })

  it('finds half a code of the one before', () => {
    type([...'4821'], 20)
    scanned.forget()
    expect(type([...'7350', 'Enter'], 20)).toEqual([])
  })
})
