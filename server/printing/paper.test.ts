import { describe, expect, it } from 'vitest'
import { codeOn, textOn } from '../testing/fake-printer.ts'
import { bytesOf } from './paper.ts'

const link = 'http://192.168.1.20:8080/t/Zk3v9QmT2pLw8sHx'
const text = `{code:${link};option:qrcode,6,m}`

describe('a code on paper', () => {
  it('is printed once it was read back from the dots that are sent', () => {
    expect(codeOn(bytesOf({ text, codes: [link] })!)).toBe(link)
  })

  it('that says anything else is not printed: where it leads stands there in words', () => {
    const bytes = bytesOf({ text, codes: [`${link}x`] })!
    expect(codeOn(bytes)).toBeNull()
    expect(textOn(bytes)).toContain('二维码印不清楚')
    expect(textOn(bytes).replaceAll(/\s/g, '')).toContain(link)
  })
})
