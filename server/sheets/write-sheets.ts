// The hall's book as tables that go out: XLSX with a sheet for each kind, CSV in UTF-8 with a byte-order mark, and the empty template.
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Cells } from '#domain/people-cells.ts'
import { headings, sheetName, type SheetKind } from '#domain/people-words.ts'

export type Rows = Record<SheetKind, Cells[]>
const kinds = Object.keys(sheetName) as SheetKind[]

/** What a spreadsheet would compute is made plain text by a quote before it; reading takes it off again. */
export const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export function writeCsv(kind: SheetKind, rows: readonly Cells[]): Buffer {
  const columns = Object.keys(headings[kind])
  const lines = [Object.values(headings[kind]), ...rows.map((row) => columns.map((one) => guarded(row[one] ?? '')))]
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: 'windows' }))
}

/** Each cell says that it is text: nothing in it is computed, and telephones keep their zeros. Guarded all the same: some save it as CSV. */
export async function writeXlsx(rows: Rows): Promise<Buffer> {
  const sheets = kinds.map((kind) => {
    const columns = Object.keys(headings[kind])
    const data: SheetData = [
      Object.values(headings[kind]).map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows[kind].map((row) =>
        columns.map((one) =>
          row[one] ? { value: guarded(row[one]), type: String, wrap: true, alignVertical: 'top' as const } : null,
        ),
      ),
    ]
    return {
      data,
      sheet: sheetName[kind],
      columns: columns.map((one) => ({ width: widths[one] ?? 16 })),
      stickyRowsCount: 1,
    }
  })
  return writeXlsxFile(sheets).toBuffer()
}

/** Characters, where it is not the usual. */
const widths: Record<string, number> = {
  id: 14,
  title: 20,
  title_en: 24,
  posts: 20,
  committee: 18,
  buildings: 18,
  found: 30,
  words: 24,
  also: 60,
  hotlines: 24,
}
