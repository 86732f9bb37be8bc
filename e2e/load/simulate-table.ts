// The table that the simulator prints: what was reached, beside the rules that peers use.
export interface Row {
  what: string
  /** This hall's rule, and what was measured of the same days under those of peers; null where a rule has no such figure. */
  value: number
  fcfs: number | null
  strict: number | null
  peers: number | null
  unit: string
  goal: string
  /** Null: told for information. */
  met: boolean | null
  basis: string
}

export function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'this hall', 'first come', 'strict', 'ahead×avg÷win', 'to reach', '', 'of'],
    ...rows.map(({ what, value, fcfs, strict, peers, unit, goal, met, basis }) => [
      what,
      figure(value, unit),
      figure(fcfs, unit),
      figure(strict, unit),
      figure(peers, unit),
      goal,
      met === null ? '' : met ? 'met' : 'not met',
      basis,
    ]),
  ]
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)))
  const left = [0, 5, 6, 7]
  return cells
    .map((line) =>
      line
        .map((cell, column) => (left.includes(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function figure(value: number | null, unit: string): string {
  if (value === null) return '–'
  if (unit === '') return value.toLocaleString('en')
  return `${value.toFixed(value >= 100 ? 0 : unit === 'min' ? 2 : 1)} ${unit}`
}
