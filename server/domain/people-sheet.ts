// Tables of people, matters and hotlines as they come from a spreadsheet: every line becomes an entry, or is named with what is wrong. Pure.
import type { CellFault, ImportFault, SheetFault } from '#contract/people-book.ts'
import type { Entries, Wanted } from './people-entry.ts'
import { cellsOf, type Names } from './people-cells.ts'
import { hotlineOf, matterOf, personOf, type Line } from './people-lines.ts'
import { headings, sheetName, type SheetKind } from './people-words.ts'

export interface Cell {
  text: string
  /** It would be computed: nothing that is computed is taken. */
  formula: boolean
  /** A number of days, where the cell is a date to the spreadsheet. */
  serial: number | null
}
export interface Table {
  name: string
  /** `line` as the spreadsheet counts, from 1. */
  rows: { line: number; cells: Cell[] }[]
}

/** Why a table is not read at all, and the heading or the table that is meant. */
export interface TableRefusal {
  why: SheetFault
  name: string
}

export interface Understood {
  rows: number
  faults: ImportFault[]
  /** What is new or changed. */
  wanted: Wanted[]
}

export interface Known {
  entries: Entries
  names: Names
  newId: (kind: SheetKind) => string
}

export const MOST_ROWS = 5000
/** Characters of a cell. */
const LONGEST = 4000
const kinds: readonly SheetKind[] = ['person', 'matter', 'hotline']

export function understand(tables: readonly Table[], known: Known): Understood | TableRefusal {
  const full = tables.filter(({ rows }) => rows.length > 0)
  if (full.length === 0) return { why: 'empty', name: tables[0]?.name ?? '' }
  const result: Understood = { rows: 0, faults: [], wanted: [] }
  const seen = new Set<SheetKind>()
  // Hotlines first: matters name them, and may name one that is new.
  const parts: { kind: SheetKind; table: Table; at: Map<string, number> }[] = []
  for (const table of full) {
    const head = (table.rows[0]?.cells ?? []).map(({ text }) => text.trim().replaceAll('(', '（').replaceAll(')', '）'))
    const kind = kindOf(head)
    if (kind === null) return { why: 'unknown', name: table.name }
    if (seen.has(kind)) return { why: 'extra', name: table.name }
    seen.add(kind)
    const named = Object.entries(headings[kind])
    const lost = named.find(([, heading]) => !head.includes(heading))
    if (lost) return { why: 'missing', name: `${sheetName[kind]}：${lost[1]}` }
    const stray = head.find(
      (text, at) => text !== '' && (!named.some(([, heading]) => heading === text) || head.indexOf(text) !== at),
    )
    if (stray !== undefined) return { why: 'extra', name: `${sheetName[kind]}：${stray}` }
    parts.push({ kind, table, at: new Map(named.map(([column, heading]) => [column, head.indexOf(heading)])) })
  }
  parts.sort((a, b) => order[a.kind] - order[b.kind])
  let { names } = known
  for (const part of parts) {
    read(part, { ...known, names }, result)
    const hotlines = result.wanted.flatMap((one) =>
      one.kind === 'hotline' && one.entry ? [[one.id, one.entry.name.zh] as const] : [],
    )
    names = { ...names, hotlines: new Map([...names.hotlines, ...hotlines]) }
  }
  return result
}

const order: Record<SheetKind, number> = { hotline: 0, person: 1, matter: 2 }

/** The kind with which most headings are shared; null where it is hardly any. */
function kindOf(head: readonly string[]): SheetKind | null {
  const shared = (kind: SheetKind) => Object.values(headings[kind]).filter((one) => head.includes(one)).length
  const best = [...kinds].sort(
    (a, b) =>
      shared(b) / Object.keys(headings[b]).length - shared(a) / Object.keys(headings[a]).length || order[a] - order[b],
  )[0]
  return best && shared(best) >= 3 ? best : null
}

function read(
  { kind, table, at }: { kind: SheetKind; table: Table; at: Map<string, number> },
  known: Known,
  result: Understood,
): void {
  const ids = new Set<string>()
  for (const { line, cells } of table.rows.slice(1)) {
    const cellAt = (column: string): Cell => cells[at.get(column) ?? -1] ?? { text: '', formula: false, serial: null }
    if (cells.every(({ text, formula }) => text.trim() === '' && !formula)) continue
    result.rows += 1
    const faults: { column: string; fault: CellFault }[] = []
    const texts: Record<string, string> = {}
    for (const column of Object.keys(headings[kind])) {
      const cell = cellAt(column)
      const text = literal(cell, column)
      if (text === null) faults.push({ column, fault: 'formula' })
      else if (text.length > LONGEST) faults.push({ column, fault: 'long' })
      texts[column] = text ?? ''
    }
    const one: Line = { texts, fault: (column, fault) => void faults.push({ column, fault }) }
    const wanted =
      faults.length > 0
        ? null
        : kind === 'person'
          ? personOf(one, known)
          : kind === 'matter'
            ? matterOf(one, known)
            : hotlineOf(one, known)
    if (wanted && ids.has(wanted.id)) faults.push({ column: 'id', fault: 'twice' })
    if (wanted) ids.add(wanted.id)
    for (const { column, fault } of faults)
      result.faults.push({
        ...{ sheet: sheetName[kind], line, fault },
        column: (headings[kind] as Record<string, string>)[column] ?? column,
        value: cellAt(column).text.slice(0, 24),
      })
    if (wanted && faults.length === 0 && isNew(wanted, known)) result.wanted.push(wanted)
  }
}

const dates = ['consent', 'since', 'until']
/** A formula would begin so. A telephone may begin with a plus. */
const computed = /^[=+\-@\t\r]/

/** What a cell says; null: it would be computed. A quote before what looks like a formula makes it plain text. */
export function literal({ text, formula, serial }: Cell, column: string): string | null {
  if (formula) return null
  if (serial !== null && dates.includes(column)) return dateOf(serial)
  if (/^'+[=+\-@\t\r]/.test(text)) return text.slice(1).trim()
  const isPhone = (column === 'phone' || column === 'number') && /^\+\d/.test(text)
  if (computed.test(text) && text.trim() !== '' && !isPhone) return null
  return text.trim()
}

/** Days since the last of December 1899, as spreadsheets count; the leap day of 1900, which never was, is in it. */
export function dateOf(serial: number): string {
  if (!Number.isFinite(serial) || serial < 61 || serial > 200_000) return String(serial)
  return new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

function isNew(wanted: Wanted, { entries, names }: Known): boolean {
  const there = entries[wanted.kind].get(wanted.id)
  if (!there || wanted.entry === null) return true
  const [was, is] = [{ ...wanted, entry: there } as Wanted, wanted].map((one) => cellsOf(one, names))
  return JSON.stringify(was) !== JSON.stringify(is)
}
