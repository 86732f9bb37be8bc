// What a figure is: one file in figures/, which measures one thing beside its baseline and gives rows of the table.
import type { Bench } from './bench-hall.ts'

export interface Row {
  area: string
  what: string
  /** Null where it could not be measured. */
  value: number | null
  unit: string
  /** The same thing done plainly, measured in the same run. */
  baseline: number | null
  ratio: number | null
  goal: string | null
  /** Null where there is no goal. */
  met: boolean | null
}

export interface Figure {
  /** For --only. */
  name: string
  /** For --area: whose rows it gives. */
  area: string
  about: string
  /**
   * Whether another figure may be measured at the same time. always: it counts or weighs, and no time is measured. quick: in a quick
   * run, where the little that it loses by company does not matter. Absent: never.
   */
  shares?: 'always' | 'quick'
  /** Left out of a quick run, unless it is named: it says nothing when it is hurried, or no more than another figure. */
  unhurried?: true
  /** Of one that shares, about how long a whole run of it takes: the longest begins first. */
  seconds?: number
  run(bench: Bench): Promise<Row[]>
}

export type Goal = { text: string; met: boolean }

export const ratioAtLeast = (ratio: number, least: number): Goal => ({ text: `≥ ${least} ×`, met: ratio >= least })
export const ratioAtMost = (ratio: number, most: number): Goal => ({ text: `≤ ${most} ×`, met: ratio <= most })

/** A row beside its baseline. `ratio`: the median of the ratios of interleaved rounds, where there were several. */
export function beside(
  [area, what]: [string, string],
  {
    value,
    unit,
    baseline,
    ratio = value / baseline,
  }: { value: number; unit: string; baseline: number; ratio?: number },
  goal: ((ratio: number) => Goal) | null,
): Row {
  const judged = goal?.(ratio)
  return { area, what, value, unit, baseline, ratio, goal: judged?.text ?? null, met: judged?.met ?? null }
}

/** A row that is judged by its own value. */
export function alone([area, what]: [string, string], value: number, unit: string, goal: Goal | null): Row {
  return { area, what, value, unit, baseline: null, ratio: null, goal: goal?.text ?? null, met: goal?.met ?? null }
}
