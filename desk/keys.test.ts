import { describe, expect, it } from 'vitest'
import { caps, meantBy, plainKey, reasonOf, reasons, targetOf, type Pressed } from './keys.ts'

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('keys', () => {
  it('space, enter and F2 do the one thing to do next', () => {
    for (const key of [' ', 'Enter', 'F2']) expect(meantBy(press(key))).toBe('primary')
  })

  it('each key on a button means its action, in either case', () => {
    for (const [action, cap] of Object.entries(caps)) {
      expect(meantBy(press(cap))).toBe(action)
      expect(meantBy(press(cap.toLowerCase()))).toBe(action)
    }
  })

  it('no two actions share a key', () => {
    expect(new Set(Object.values(caps)).size).toBe(Object.keys(caps).length)
  })

  it('leaves the browser its own keys, but takes Ctrl+Z', () => {
    expect(meantBy(press('z', { ctrlKey: true }))).toBe('undo')
    expect(meantBy(press('r', { ctrlKey: true }))).toBeNull()
    expect(meantBy(press('t', { metaKey: true }))).toBeNull()
    expect(meantBy(press('l', { altKey: true }))).toBeNull()
    expect(meantBy(press('F5'))).toBeNull()
    expect(meantBy(press('Tab'))).toBeNull()
  })

  it('reads the key under the finger while a Chinese input method is on', () => {
    expect(plainKey({ key: 'Process', code: 'KeyR' })).toBe('r')
    expect(plainKey({ key: '２', code: 'Digit2' })).toBe('2')
    expect(plainKey({ key: '2', code: 'Numpad2' })).toBe('2')
  })

  it('gives each reason one digit', () => {
    expect(reasons.map((_, index) => reasonOf(press(String(index + 1))))).toEqual(reasons)
    expect(reasonOf(press('7'))).toBeNull()
    expect(reasonOf(press('0'))).toBeNull()
    expect(reasonOf(press('x'))).toBeNull()
  })

  it('sends on to a lane by its letter and to a window by its number', () => {
    const lanes = [{ prefix: 'A' }, { prefix: 'B' }]
    const windows = [{ number: 1 }, { number: 3 }]
    expect(targetOf(press('b'), lanes, windows)).toEqual({ lane: lanes[1] })
    expect(targetOf(press('3'), lanes, windows)).toEqual({ window: windows[1] })
    expect(targetOf(press('2'), lanes, windows)).toBeNull()
    expect(targetOf(press('a', { ctrlKey: true }), lanes, windows)).toBeNull()
  })
})
