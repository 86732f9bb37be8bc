import { describe, expect, it } from 'vitest'
import { askedOf, choose, emptyLine, erase, press, type Line } from './typing.ts'

const type = (keys: string, line: Line = emptyLine, latin = false) =>
  [...keys].reduce((now, key) => press(now, key, latin), line)

describe('the line of the keyboard', () => {
  it('keeps letters until a word is chosen for them', () => {
    const typed = type('loushui')
    expect(typed).toEqual({ text: '', letters: 'loushui' })
    const chosen = choose(typed, '漏水')
    expect(type('le', chosen)).toEqual({ text: '漏水', letters: 'le' })
    expect(askedOf(type('le', chosen))).toBe('漏水le')
  })

  it('takes a digit as it is', () => expect(type('3h')).toEqual({ text: '3', letters: 'h' }))

  it('erases letters first, then a character at a time', () => {
    let line = type('l', choose(emptyLine, '漏水'))
    line = erase(line)
    expect(askedOf(line)).toBe('漏水')
    line = erase(line)
    expect(askedOf(line)).toBe('漏')
    expect(erase(erase(line))).toEqual(emptyLine)
  })

  it('leaves English as it is written', () => expect(type('my roof', emptyLine, true).text).toBe('my roof'))

  it('ends before it is a letter to somebody', () => {
    expect(askedOf(type('a'.repeat(200)))).toHaveLength(40)
    expect(askedOf(type('a'.repeat(200), emptyLine, true))).toHaveLength(40)
  })
})
