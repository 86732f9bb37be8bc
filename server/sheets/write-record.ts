// The record of a day as a file: CSV in UTF-8 with a byte-order mark, or XLSX. Every cell is text, and nothing in it is computed.
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { recordColumns, type RecordColumn, type RecordLine } from './record-rows.ts'
import { guarded } from './write-sheets.ts'

const all = Object.keys(recordColumns) as RecordColumn[]

export function writeRecordCsv(lines: readonly RecordLine[]): Buffer {
  const rows = [Object.values(recordColumns), ...lines.map((line) => all.map((column) => guarded(line[column])))]
  return Buffer.from(stringify(rows, { bom: true, record_delimiter: 'windows' }))
}

export async function writeRecordXlsx(lines: readonly RecordLine[]): Promise<Buffer> {
  const data: SheetData = [
    Object.values(recordColumns).map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...lines.map((line) =>
      all.map((column) => (line[column] === '' ? null : { value: guarded(line[column]), type: String })),
    ),
  ]
  const wide: RecordColumn[] = ['event', 'reason', 'matter', 'lane']
  const columns = all.map((column) => ({ width: wide.includes(column) ? 26 : 14 }))
  return writeXlsxFile([{ data, sheet: '逐步记录', columns, stickyRowsCount: 1 }]).toBuffer()
}
