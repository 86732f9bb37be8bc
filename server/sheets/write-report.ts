// The report as a file: CSV in UTF-8 with a byte-order mark, one long table; XLSX with a sheet for each part. Numbers stay numbers.
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { columns, parts, type Column, type Row, type Value } from './report-rows.ts'
import { guarded } from './write-sheets.ts'

const all = Object.keys(columns) as Column[]
const safe = (value: Value | undefined) => (typeof value === 'string' ? guarded(value) : (value ?? null))

export function writeReportCsv(rows: readonly Row[]): Buffer {
  const lines = [Object.values(columns), ...rows.map((row) => all.map((column) => safe(row[column]) ?? ''))]
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: 'windows' }))
}

export async function writeReportXlsx(rows: readonly Row[]): Promise<Buffer> {
  const sheets = Object.entries(parts).map(([part, its]) => {
    const data: SheetData = [
      its.map((column) => ({ value: columns[column], type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows
        .filter((row) => row.part === part)
        .map((row) =>
          its.map((column) => {
            const value = safe(row[column])
            if (value === null) return null
            return typeof value === 'number' ? { value, type: Number } : { value, type: String }
          }),
        ),
    ]
    const width = (column: Column) => (column === 'name' ? 28 : column === 'date' ? 24 : 14)
    return { data, sheet: part, columns: its.map((column) => ({ width: width(column) })), stickyRowsCount: 1 }
  })
  return writeXlsxFile(sheets).toBuffer()
}
