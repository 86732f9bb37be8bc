// A file that somebody chose, as tables: what it is, is told by its content and not by its name.
import type { Table, TableRefusal } from '#domain/people-sheet.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** Bytes. */
export const SHEET_LIMIT = 4_000_000

/** How the old .xls, a PDF, a picture, a page begin. */
const others = ['\xd0\xcf\x11\xe0', '%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', '<']

export function readSheets(bytes: Uint8Array): Table[] | TableRefusal {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (head.startsWith('PK')) return readXlsx(bytes)
  if (others.some((one) => head.startsWith(one))) return { why: 'kind', name: '' }
  const table = readCsv(bytes)
  return 'why' in table ? table : [table]
}
