// What counts as text, as an id, as a time: hostile and careless input is refused before any handler sees it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApprovePairing, IdempotencyKey, SignIn, Step, TakeTicket } from './intents.ts'
import { ClockTime, HallDate, Id, Instant, Label, line, Slug, Text } from './text.ts'

const Name = line(40)
const says = (input: unknown) => Name.safeParse(input)
const good = (schema: { safeParse(input: unknown): { success: boolean } }, input: unknown) =>
  schema.safeParse(input).success

describe('a line of text', () => {
  it('is trimmed and composed', () => {
    expect(Name.parse('  陈师傅 ')).toBe('陈师傅')
    expect(Name.parse('e\u0301')).toBe('é')
  })

  it.each([
    ['nothing', ''],
    ['blanks only', ' \t　'],
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001b[31mb'],
    ['delete', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['a line break', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a tab in the middle', 'a\tb'],
    ['a line separator', 'a\u2028b'],
    ['a right-to-left override', 'a\u202eb'],
    ['a left-to-right embedding', 'a\u202ab'],
    ['an isolate', 'a\u2066b'],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\ude00a'],
    ['a noncharacter', 'a\uffff'],
  ])('refuses %s', (_, text) => {
    expect(says(text).success).toBe(false)
  })

  it.each([
    ['100,000 characters', '好'.repeat(100_000)],
    ['41 graphemes', '好'.repeat(41)],
    ['a tower of accents', `e${'\u0301'.repeat(700)}`],
  ])('refuses %s', (_, text) => {
    expect(says(text).success).toBe(false)
  })

  it('counts graphemes: forty people with skin tones are forty', () => {
    expect(says('👩🏽'.repeat(40)).success).toBe(true)
    expect(says('👩🏽'.repeat(41)).success).toBe(false)
  })

  it('takes rare Hanzi, emoji and other scripts as people write them', () => {
    for (const text of ['𠮷野', '㐂', '吾尔开希·多莱特', 'Ольга', 'İbrahim', '🏮'])
      expect(Name.parse(text)).toBe(text.normalize('NFC'))
  })

  it('refuses whatever is not a string', () => {
    fc.assert(
      fc.property(
        fc.anything().filter((value) => typeof value !== 'string'),
        (value) => !says(value).success,
      ),
    )
  })

  it('lets nothing through that is not text, wherever it stands', () => {
    const harmful = fc.constantFrom(
      '\u0000',
      '\u0008',
      '\u000b',
      '\u001f',
      '\u009f',
      '\u202c',
      '\u2069',
      '\ud800',
      '\udfff',
    )
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 10 }),
        harmful,
        fc.string({ unit: 'grapheme', maxLength: 10 }),
        (a, bad, b) => {
          expect(says(`x${a}${bad}${b}x`).success).toBe(false)
        },
      ),
    )
  })

  it('parses what it gave to the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = says(text)
        if (once.success) expect(Name.parse(once.data)).toBe(once.data)
      }),
      { numRuns: 500 },
    )
  })

  it('comes in both languages', () => {
    expect(good(Text, { zh: '好', en: 'Good' })).toBe(true)
    for (const half of [{ zh: '好' }, { en: 'Good' }, { zh: '好', en: '' }, '好', null, []])
      expect(good(Text, half)).toBe(false)
  })
})

describe('ids and labels', () => {
  it('a label is a capital letter and three to six digits', () => {
    for (const label of ['A001', 'Z999', 'B1000', 'C123456']) expect(good(Label, label)).toBe(true)
    for (const label of ['a001', 'A01', 'A1234567', 'AA01', 'A001 ', 'A００１', 'A-01', ''])
      expect(good(Label, label)).toBe(false)
  })

  it('a slug is lower case, digits and hyphens', () => {
    for (const slug of ['roof-leak', '0', 'a'.repeat(64)]) expect(good(Slug, slug)).toBe(true)
    for (const slug of ['', '-a', 'A', 'a_b', 'a b', 'a'.repeat(65), 'a\n', '好', "a';--"])
      expect(good(Slug, slug)).toBe(false)
  })

  it('an id of the hub is base64url', () => {
    for (const id of ['x', 'Az09-_']) expect(good(Id, id)).toBe(true)
    for (const id of ['', 'a/b', 'a=', 'a'.repeat(65)]) expect(good(Id, id)).toBe(false)
  })

  it('an idempotency key has 8 to 128 plain characters', () => {
    for (const key of ['12345678', 'a:b.c_d-e', 'x'.repeat(128)]) expect(good(IdempotencyKey, key)).toBe(true)
    for (const key of ['1234567', 'x'.repeat(129), 'a b c d e', '钥匙钥匙钥匙钥匙'])
      expect(good(IdempotencyKey, key)).toBe(false)
  })
})

describe('times', () => {
  it('a time of day goes from 00:00 to 24:00', () => {
    for (const time of ['00:00', '08:30', '23:59', '24:00']) expect(good(ClockTime, time)).toBe(true)
    for (const time of ['24:01', '8:30', '12:60', '25:00', '12:00:00', '']) expect(good(ClockTime, time)).toBe(false)
  })

  it('an instant is in UTC with milliseconds, and exists', () => {
    expect(good(Instant, '2026-11-22T00:30:00.000Z')).toBe(true)
    for (const instant of [
      '2026-11-22T00:30:00Z',
      '2026-11-22T08:30:00.000+08:00',
      '2026-02-30T00:00:00.000Z',
      '2026-11-22',
    ])
      expect(good(Instant, instant)).toBe(false)
  })

  it('a hall date exists', () => {
    expect(good(HallDate, '2028-02-29')).toBe(true)
    for (const date of ['2027-02-29', '2026-13-01', '2026-1-1', '26-01-01']) expect(good(HallDate, date)).toBe(false)
  })
})

describe('intents', () => {
  it('refuse a field that is not theirs, and every wrong type', () => {
    expect(good(TakeTicket, { matter: 'roof-leak' })).toBe(true)
    for (const more of [
      { name: '张三' },
      { matter: 'roof-leak', class: null },
      { matter: ['roof-leak'] },
      { matter: true },
      { matter: 7 },
      {},
      [],
      null,
      'x',
    ])
      expect(
        good(TakeTicket, typeof more === 'object' && more && 'name' in more ? { matter: 'roof-leak', ...more } : more),
      ).toBe(false)
  })

  it('refuse everything at random but what they are', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        for (const schema of [TakeTicket, Step, SignIn, ApprovePairing]) expect(good(schema, value)).toBe(false)
      }),
    )
  })

  it('take a step only with what that step needs', () => {
    expect(good(Step, { step: 'start', version: 2 })).toBe(true)
    expect(good(Step, { step: 'transfer', version: 2, to: { window: 'w2' } })).toBe(true)
    for (const step of [
      { step: 'start' },
      { step: 'start', version: 0 },
      { step: 'start', version: 1.5 },
      { step: 'start', version: '2' },
      { step: 'start', version: 2, reason: 'urgent' },
      { step: 'transfer', version: 2 },
      { step: 'transfer', version: 2, to: { window: 'w2', lane: 'party' } },
      { step: 'call', version: 2, reason: 'because' },
      { step: 'vanish', version: 2 },
    ])
      expect(good(Step, step)).toBe(false)
  })

  it('read a pairing code as it is typed', () => {
    expect(ApprovePairing.parse({ code: 'bcdf-ghjk', name: '大屏' }).code).toBe('BCDFGHJK')
    expect(good(ApprovePairing, { code: 'B'.repeat(17), name: '大屏' })).toBe(false)
  })

  it('take a PIN of 6 to 12 plain digits', () => {
    for (const pin of ['123456', '1'.repeat(12)]) expect(good(SignIn, { staff: 'chen', pin })).toBe(true)
    for (const pin of ['12345', '1'.repeat(13), '１２３４５６', '12345a', 123456])
      expect(good(SignIn, { staff: 'chen', pin })).toBe(false)
  })
})
