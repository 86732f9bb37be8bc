// The contact card against a parser that shares nothing with the writer.
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { SMALL, smallVcard, vcard, type Contact } from './vcard.ts'

const contact: Contact = {
  name: '陈晓兰',
  org: '林苑居民区',
  title: '全科社工',
  phones: ['021-5512 3456', '021-5500 0000'],
  note: '周一至周五 08:30–17:00',
}

/** This parser leaves the backslash before a semicolon, which RFC 2426 asks for, where it stands in a plain text. */
const plain = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\\;', ';') : value)

/** What a telephone's address book makes of it. */
function read(text: string) {
  const card = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]])
  const all = (name: string) => card.getAllProperties(name).map((one) => plain([one.getFirstValue()].flat()[0]))
  return {
    name: all('fn')[0],
    n: card.getFirstProperty('n')?.getValues()[0] as unknown,
    // Structured, and so unescaped by the parser.
    org: [card.getFirstProperty('org')?.getFirstValue() ?? ''].flat()[0] as unknown,
    title: all('title')[0] ?? '',
    phones: all('tel'),
    note: all('note')[0] ?? '',
    url: all('url')[0],
  }
}

const octets = (text: string) => Buffer.byteLength(text)

describe('a contact card', () => {
  it('says who, what, where and how', () => {
    expect(read(vcard({ ...contact, url: 'http://192.168.1.20:8080/c/p/chen' }))).toEqual({
      name: '陈晓兰',
      n: ['陈', '晓兰', '', '', ''],
      org: '林苑居民区',
      title: '全科社工',
      phones: ['021-5512 3456', '021-5500 0000'],
      note: '周一至周五 08:30–17:00',
      url: 'http://192.168.1.20:8080/c/p/chen',
    })
  })

  it.each([
    ['欧阳明月', ['欧阳', '明月', '', '', '']],
    ['单于', ['单', '于', '', '', '']],
    ['𠮷田', ['𠮷', '田', '', '', '']],
    ['㛃', '㛃'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['示例·周建华', '示例·周建华'],
    ['Anna O’Neill', 'Anna O’Neill'],
  ])('knows what of %s is the surname', (name, n) => {
    const got = read(vcard({ ...contact, name }))
    expect(got.name).toBe(name)
    expect([got.n].flat()[0]).toBe([n].flat()[0])
    if (Array.isArray(n)) expect(got.n).toEqual(n)
  })

  it('takes commas, semicolons, backslashes and line ends for what they are', () => {
    const note = '周一, 周二; 三楼\\东侧\n请按铃'
    expect(read(vcard({ ...contact, note })).note).toBe(note)
  })

  it('carries no controls and nothing that turns text round', () => {
    const text = vcard({ ...contact, name: '陈\u202e晓\u0000兰\u001b@', phones: ['021\r\nX:1'] })
    expect(read(text).name).toBe('陈晓兰@')
    expect(text).not.toMatch(/\u202e|^X:/m)
    expect(text).not.toContain('\u001b')
  })

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('林', '·', '𠮷', '㛃', '😀', ',', ';', '\\', ':', '"', ' ', 'é'),
      maxLength: 60,
    }),
  )
  const proper = text.map((one) =>
    one
      // Nor the mark of a character that was cut in two: where it stands on the card, the card has cut one.
      .replaceAll(/[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029\ufffd]/gu, '')
      .normalize('NFC')
      .trim(),
  )
  const any = fc.record({
    name: proper.map((name) => name || '陈'),
    org: proper,
    title: proper,
    phones: fc.array(
      fc
        .string({ unit: fc.constantFrom(...'0123456789-+ '), minLength: 3, maxLength: 25 })
        .map((one) => one.trim() || '110'),
      { minLength: 1, maxLength: 3 },
    ),
    note: proper,
  })

  it('comes back whole from any name, title and note, on lines of at most 75 octets', () => {
    fc.assert(
      fc.property(any, (one) => {
        const written = vcard(one)
        for (const line of written.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(written).not.toMatch(/\ufffd|[^\r]\n/u)
        const { name, org, title, phones, note } = read(written)
        expect({ name, org, title, phones, note }).toEqual(one)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the card in a QR code', () => {
  it('holds all of an ordinary card', () => {
    expect(read(smallVcard(contact))).toMatchObject({ note: contact.note, org: contact.org, title: contact.title })
    expect(octets(smallVcard(contact))).toBeLessThanOrEqual(SMALL)
  })

  it('gives up its note first, then the organisation, and never the name or the number', () => {
    const long = { ...contact, note: '请到居委会办公室'.repeat(20), title: '居民区党总支书记兼居委会主任' }
    const noted = read(smallVcard(long))
    expect(noted.note).toMatch(/…$/)
    expect(noted.org).toBe(contact.org)
    const longer = read(smallVcard({ ...long, org: '中山街道林苑居民区社区事务服务大厅'.repeat(4) }))
    expect(longer).toMatchObject({ note: '', title: long.title, name: contact.name })
    expect(longer.phones[0]).toBe(contact.phones[0])
  })

  it('stays within its bound, whatever the rest is, unless the name alone is longer', () => {
    const name = fc.string({ unit: fc.constantFrom('林', '𠮷', 'a', '·'), minLength: 1, maxLength: 16 })
    const long = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(name, long, long, long, (name, org, title, note) => {
        const one = { ...contact, name: name.trim() || '林', org, title, note }
        const small = smallVcard(one)
        expect(octets(small)).toBeLessThanOrEqual(SMALL)
        expect(read(small)).toMatchObject({ name: one.name })
      }),
    )
  })
})
