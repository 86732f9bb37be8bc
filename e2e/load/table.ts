// The table that the bench prints: what was measured, its baseline of the same run, their ratio, and whether the goal is met.
import type { Row } from './figure.ts'

export function table(rows: readonly Row[]): string {
  const cells = [
    ['', 'what', 'value', 'baseline', 'ratio', 'goal', ''],
    ...rows.map((row) => [
      row.area,
      row.what,
      figure(row.value, row.unit),
      figure(row.baseline, row.unit),
      row.ratio === null ? '' : `${digits(row.ratio)} ×`,
      row.goal ?? '',
      row.met === null ? '' : row.met ? 'met' : 'NOT MET',
    ]),
  ]
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)))
  const left = [0, 1, 6]
  return cells
    .map((line) =>
      line
        .map((cell, column) => (left.includes(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const figure = (value: number | null, unit: string) => (value === null ? '' : `${digits(value)} ${unit}`)

/** Three figures are as much as a measurement is worth. */
function digits(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
