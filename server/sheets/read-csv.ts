// A CSV file as a table: UTF-8 with or without a byte-order mark, or GBK, as spreadsheets in Chinese write it.
import { CsvError, parse, type Info } from 'csv-parse/sync'
import { MOST_ROWS, type Table, type TableRefusal } from '#domain/people-sheet.ts'

export const MOST_COLUMNS = 40

export function readCsv(bytes: Uint8Array): Table | TableRefusal {
  const text = decode(bytes)
  if (text === null) return { why: 'encoding', name: '' }
  const name = 'CSV'
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      to: MOST_ROWS + 2,
    }) as unknown as { record: string[]; info: Info }[]
    if (rows.length > MOST_ROWS + 1) return { why: 'rows', name }
    if (rows.some(({ record }) => record.length > MOST_COLUMNS)) return { why: 'cells', name }
    return {
      name,
      rows: rows.map(({ record, info }) => ({
        // A cell may hold several lines: the one in which its row begins is told.
        line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0),
        cells: record.map((cell) => ({ text: cell, formula: false, serial: null })),
      })),
    }
  } catch (error) {
    if (error instanceof CsvError) return { why: 'unreadable', name: '' }
    throw error
  }
}

/** Null where it is neither. UTF-8 first: Chinese text in GBK is hardly ever UTF-8 by chance. */
function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      continue
    }
  }
  return null
}

/** Some write semicolons or tabs: the first line tells. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const counts = [',', '\t', ';'].map((one) => [one, first.split(one).length] as const)
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
