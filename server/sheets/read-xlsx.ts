// An XLSX file as tables: cells as text, formulas told apart. What it unpacks to is bounded before anything is unpacked.
import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { MOST_ROWS, type Cell, type Table, type TableRefusal } from '#domain/people-sheet.ts'
import { MOST_COLUMNS } from './read-csv.ts'

/** Bytes of all parts that are read, unpacked. */
const UNPACKED = 16_000_000
const parts = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w.-]+\.xml)$/

type Node = Record<string, unknown>
const lists = new Set(['sheet', 'Relationship', 'row', 'c', 'si', 'r'])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => lists.has(name),
})

export function readXlsx(bytes: Uint8Array): Table[] | TableRefusal {
  const unreadable: TableRefusal = { why: 'unreadable', name: '' }
  let files: Record<string, Uint8Array>
  let size = 0
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.test(name)) return false
        size += originalSize
        return size <= UNPACKED
      },
    })
  } catch {
    return unreadable
  }
  if (size > UNPACKED) return { why: 'rows', name: 'XLSX' }
  try {
    const xml = (name: string): Node | null => {
      const file = files[name]
      if (!file) return null
      const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
      // Entities of its own are how XML grows without end.
      if (/<!DOCTYPE/i.test(text)) throw new Error('doctype')
      // Counted before it is understood: a million rows cost nothing.
      if (text.split('<row').length > MOST_ROWS + 200) throw new TooMany()
      return parser.parse(text) as Node
    }
    const workbook = xml('xl/workbook.xml')
    if (!workbook) return unreadable
    const links = listOf(at(xml('xl/_rels/workbook.xml.rels'), 'Relationships', 'Relationship'))
    const targets = new Map(links.map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]))
    const shared = listOf(at(xml('xl/sharedStrings.xml'), 'sst', 'si')).map(richText)
    // Days are counted from 1904 in some files of old Macintoshes.
    const from1904 = /^(1|true)$/.test(attribute(at(workbook, 'workbook', 'workbookPr') as Node, 'date1904'))
    const tables: Table[] = []
    for (const sheet of listOf(at(workbook, 'workbook', 'sheets', 'sheet'))) {
      const target = targets.get(attribute(sheet, 'id')) ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      const table = tableOf(attribute(sheet, 'name'), xml(path), { shared, days: from1904 ? 1462 : 0 })
      if ('why' in table) return table
      tables.push(table)
    }
    return tables
  } catch (error) {
    return error instanceof TooMany ? { why: 'rows', name: 'XLSX' } : unreadable
  }
}

class TooMany extends Error {}

function tableOf(
  name: string,
  file: Node | null,
  { shared, days }: { shared: readonly string[]; days: number },
): Table | TableRefusal {
  const rows: Table['rows'] = []
  let before = 0
  for (const row of listOf(at(file, 'worksheet', 'sheetData', 'row'))) {
    const line = Number(attribute(row, 'r')) || before + 1
    before = line
    const cells: Cell[] = []
    for (const cell of listOf(row.c)) {
      const column = columnOf(attribute(cell, 'r')) ?? cells.length
      const read = cellOf(cell, shared, days)
      if (read.text === '' && !read.formula) continue
      if (column >= MOST_COLUMNS) return { why: 'cells', name }
      while (cells.length < column) cells.push({ text: '', formula: false, serial: null })
      cells[column] = read
    }
    if (cells.length > 0) rows.push({ line, cells })
    if (rows.length > MOST_ROWS + 1) return { why: 'rows', name }
  }
  return { name, rows }
}

function cellOf(cell: Node, shared: readonly string[], days: number): Cell {
  const type = attribute(cell, 't')
  const formula = 'f' in cell
  const value = textOf(cell.v)
  if (type === 's') return { text: shared[Number(value)] ?? '', formula, serial: null }
  if (type === 'inlineStr') return { text: richText(cell.is), formula, serial: null }
  if (type === 'b') return { text: value === '1' ? '是' : '否', formula, serial: null }
  const number = type === '' || type === 'n' ? Number(value) : Number.NaN
  if (value === '' || !Number.isFinite(number)) return { text: value, formula, serial: null }
  // 1.38E10 is a telephone that somebody typed as a number.
  const plain = /e/i.test(value) && Number.isSafeInteger(number) ? String(number) : value
  return { text: plain, formula, serial: number + days }
}

/** "AB12" → 27; null where it says no place. */
function columnOf(place: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A text, or runs of text with looks of their own; how it sounds (rPh) is no part of it. */
function richText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return textOf(node)
  const { t, r } = node as Node
  return (
    (t === undefined ? '' : textOf(t)) +
    listOf(r)
      .map(({ t: run }) => textOf(run))
      .join('')
  )
}

/** Line ends and control characters may be written as _x000D_. */
function textOf(node: unknown): string {
  const raw = typeof node === 'object' && node !== null ? (node as Node)['#text'] : node
  const text = typeof raw === 'string' ? raw : ''
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function attribute(node: Node | undefined, name: string): string {
  const value = node?.[`@${name}`]
  return typeof value === 'string' ? value : ''
}

function at(node: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Node)[name] : undefined),
    node,
  )
}

const listOf = (value: unknown): Node[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).map((one): Node =>
    typeof one === 'object' && one !== null ? (one as Node) : { '#text': one },
  )
