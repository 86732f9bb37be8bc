// Tables of the hall's book: what goes out comes back the same, through CSV in two encodings and through XLSX, whatever stands in it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zipSync } from 'fflate'
import { HotlineEntry, MatterEntry, PersonEntry } from '#contract/people-book.ts'
import { Post, Speech } from '#contract/words.ts'
import { readSheets } from '#server/sheets/read-sheets.ts'
import { guarded, writeCsv, writeXlsx } from '#server/sheets/write-sheets.ts'
import { cellsOf, foundText, type Names } from './people-cells.ts'
import type { Entries, Wanted } from './people-entry.ts'
import { dateOf, literal, understand, type Known, type Table } from './people-sheet.ts'

const buildings = new Map([1, 2, 3, 12, 30].map((number) => [`b${number}`, number]))
const hotlines = new Map([
  ['water', '供水'],
  ['police', '派出所'],
])
const names: Names = {
  committees: new Map([
    ['party', '社区党群委员会'],
    ['safety', '社区平安委员会'],
  ]),
  matters: new Map([['roof-leak', '屋顶漏水了']]),
  hotlines,
  buildings,
}
const hotline = { name: { zh: '供水', en: 'Water' }, number: '962740', hours: { zh: '全天', en: 'Always' } }
const empty: Entries = {
  person: new Map(),
  matter: new Map([['roof-leak', { owners: [], also: [], hotlines: [], list: false }]]),
  hotline: new Map(),
  building: new Map(),
  answer: new Map(),
  tiles: new Map(),
  letter: new Map(),
  reading: new Map(),
}
const known: Known = { entries: empty, names, newId: (kind) => `${kind}-new` }

const han = [...'单仇曾解漏水楼道灯电话居民王李陈赵燚喆']
const sign = [...'=+-@\'"/()，。 ab1·😀']
const text = (most: number) =>
  fc
    .array(fc.constantFrom(...han, ...sign), { minLength: 1, maxLength: most })
    .map((list) => list.join('').trim() || '王')
const both = fc.record({ zh: text(12), en: text(20) })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const some = <V>(...values: V[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 })
const span = fc
  .tuple(some(1, 2, 3, 4, 5, 6, 7), fc.integer({ min: 0, max: 22 }))
  .filter(([days]) => days.length > 0)
  .map(([days, hour]) => ({
    days: [...days].sort((a, b) => a - b),
    from: `${String(hour).padStart(2, '0')}:30`,
    to: `${String(hour + 1).padStart(2, '0')}:00`,
  }))
const phone = fc.constantFrom('+86 21 0000 0101', '021-0000 0101', '110', null)
const person: fc.Arbitrary<PersonEntry> = fc
  .record({
    name: fc.array(fc.constantFrom(...han), { minLength: 1, maxLength: 8 }).map((list) => list.join('')),
    title: both,
    committee: fc.constantFrom('party', 'safety', null),
    phone,
    posts: some(...Post.options),
    buildings: some(...buildings.keys()),
    found: fc.array(span, { maxLength: 3 }),
    place: fc.option(both),
    speaks: some(...Speech.options),
    consent: fc.option(day),
    since: fc.constant(null),
    until: fc.option(day),
    sound: fc.constantFrom('shan yu lan', 'lv'),
    photo: fc.constant(null),
  })
  .filter((one) => PersonEntry.safeParse(one).success)

/** As it stands in the house: NFC, trimmed. */
const kept = (one: Wanted) => cellsOf(one, names)
const back = (tables: readonly Table[]) => {
  const read = understand(tables, known)
  if ('why' in read) throw new Error(read.why)
  return read
}
const tablesOf = (bytes: Uint8Array): Table[] => {
  const tables = readSheets(bytes)
  if ('why' in tables) throw new Error(tables.why)
  return tables
}

describe('a table', () => {
  it('of people comes back as it went out, in UTF-8 and GBK', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), (people) => {
        const wanted = people.map((entry, at): Wanted => ({ kind: 'person', id: `p${at}`, entry }))
        const read = back(tablesOf(writeCsv('person', wanted.map(kept))))
        expect(read.faults).toEqual([])
        expect(read.wanted.map(kept)).toEqual(wanted.map(kept))
      }),
      { numRuns: 60 },
    )
  })

  it('of every kind comes back through XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 3 }),
        some('water', 'police'),
        async (people, lines) => {
          const wanted: Wanted[] = [
            { kind: 'hotline', id: 'water', entry: hotline },
            ...people.map((entry, at): Wanted => ({ kind: 'person', id: `p${at}`, entry })),
            {
              kind: 'matter',
              id: 'roof-leak',
              entry: { owners: [{ post: 'police', rank: 1 }], also: ['漏水', 'leak'], hotlines: lines, list: true },
            },
          ]
          const of = (kind: Wanted['kind']) => wanted.filter((one) => one.kind === kind).map(kept)
          const bytes = await writeXlsx({ person: of('person'), matter: of('matter'), hotline: of('hotline') })
          const read = back(tablesOf(bytes))
          expect(read.faults).toEqual([])
          expect(read.wanted.map(kept)).toEqual(wanted.map(kept))
        },
      ),
      { numRuns: 15 },
    )
  })

  it('holds nothing that a spreadsheet would compute, and gives the text back', () => {
    fc.assert(
      fc.property(text(10), (one) => {
        expect(guarded(one)).not.toMatch(/^[=+\-@\t\r]/)
        expect(literal({ text: guarded(one), formula: false, serial: null }, 'title')).toBe(one)
      }),
    )
  })
})

describe('a cell', () => {
  const cell = (value: string, serial: number | null = null) => ({ text: value, formula: false, serial })
  it('that is a date to the spreadsheet is a day', () => {
    expect(literal(cell('46349', 46_349), 'since')).toBe('2026-11-23')
    expect(literal(cell('46349', 46_349), 'phone')).toBe('46349')
    expect(dateOf(45_000)).toBe('2023-03-15')
  })
  it('that would be computed is none', () => {
    for (const formula of ['=1+1', '+cmd', '-1', '@x', '\tx']) expect(literal(cell(formula), 'title')).toBeNull()
    expect(literal(cell('+86 21'), 'phone')).toBe('+86 21')
    expect(literal({ text: '2', formula: true, serial: 2 }, 'number')).toBeNull()
  })
  it('says hours as people say them', () => {
    expect(foundText({ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' })).toBe('周一至周五 08:30-17:00')
    expect(foundText({ days: [1, 2, 6], from: '08:30', to: '17:00' })).toBe('周一、周二、周六 08:30-17:00')
  })
})

describe('an XLSX file', () => {
  const text_ = (xml: string) => new TextEncoder().encode(xml)
  const workbook = {
    'xl/workbook.xml': text_(
      '<workbook xmlns:r="r"><sheets><sheet name="热线" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': text_(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
  }
  const heads = ['编号', '名称', '名称（英文）', '号码', '时间', '时间（英文）']
  const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`
  const head = row(
    1,
    heads.map((one, at) => `<c r="${'ABCDEF'[at]}1" t="inlineStr"><is><t>${one}</t></is></c>`).join(''),
  )
  const file = (rows: string) =>
    zipSync({
      ...workbook,
      'xl/worksheets/sheet1.xml': text_(`<worksheet><sheetData>${head}${rows}</sheetData></worksheet>`),
    })

  it('as spreadsheets write it: gaps, numbers, runs of text', () => {
    const cells =
      '<c r="B7" t="inlineStr"><is><r><t>供</t></r><r><t>水</t></r><rPh><t>x</t></rPh></is></c><c r="D7"><v>1.38E10</v></c><c r="E7" t="str"><v>全天</v></c>'
    const read = back(tablesOf(file(row(7, cells))))
    expect(read).toMatchObject({
      rows: 1,
      faults: [],
      wanted: [{ id: 'hotline-new', entry: { number: '13800000000' } }],
    })
  })
  it('with a formula is named by line and column', () => {
    const cells = '<c r="B3" t="str"><f>1+1</f><v>供水</v></c><c r="D3"><v>110</v></c>'
    expect(back(tablesOf(file(row(3, cells)))).faults).toMatchObject([{ line: 3, column: '名称', fault: 'formula' }])
  })
  it('of a million lines, with entities of its own, or of nothing is refused', () => {
    const many = readSheets(file('<row/>'.repeat(1_000_000)))
    expect(many).toMatchObject({ why: 'rows' })
    const evil = zipSync({ ...workbook, 'xl/workbook.xml': text_('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') })
    expect(readSheets(evil)).toMatchObject({ why: 'unreadable' })
    expect(readSheets(zipSync({ 'x.txt': text_('x') }))).toMatchObject({ why: 'unreadable' })
    const bomb = zipSync({ ...workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) })
    expect(readSheets(bomb)).toMatchObject({ why: 'rows' })
  })
})

describe('entries', () => {
  it('are what may be written', () => {
    expect(HotlineEntry.safeParse(hotline).success).toBe(true)
    expect(MatterEntry.safeParse({ owners: [], also: ['a b'], hotlines: [], list: false }).data?.also).toEqual(['ab'])
  })
})
