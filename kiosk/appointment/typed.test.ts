// Eight digits by touch, or a line by a scanner.
import { describe, expect, it } from 'vitest'
import { erase, halves, isWhole, key, press } from './typed.ts'

describe('the eight digits', () => {
  it('are typed, erased, and no more than eight', () => {
    const typed = [...'482173501'].reduce(press, '')
    expect(typed).toBe('48217350')
    expect(isWhole(typed)).toBe(true)
    expect(isWhole(erase(typed))).toBe(false)
    expect(halves('48217')).toEqual(['4821', '7'])
  })

  it('come from a scanner as a line that ends with Enter', () => {
    let line = ''
    const entered: string[] = []
    for (const pressed of ['Shift', ...'http://h/h/appointment/aB-_9', 'Enter']) {
      const next = key(line, pressed)
      if (next.entered) entered.push(next.line)
      line = next.entered ? '' : next.line
    }
    expect(entered).toEqual(['http://h/h/appointment/aB-_9'])
    expect(key('', 'Enter').entered).toBe(false)
    expect(key('12', 'Backspace').line).toBe('1')
  })
})
