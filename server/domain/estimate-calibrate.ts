// The promise "four of five" is checked against what happened, and the bands of tomorrow are widened or narrowed by it: one row for each
// length of wait. (Adaptive conformal inference: Gibbs and Candès 2021, in steps of a day.) Pure.
import type { Band } from './estimate-facts.ts'

/** A row: how far the band reaches below and above its middle, and where the middle lies, as factors of what the draws say. */
export interface Calibration {
  lower: number
  upper: number
  middle: number
}

/** A row of today's counts: bands that were put to the test, and waits that were shorter, longer, and longer than the middle. */
export interface Judged {
  tested: number
  below: number
  above: number
  over: number
}

/** The share of waits that a band leaves out on each side. */
export const OUTSIDE = 0.1
/** Lengths of wait, minutes of the uncorrected middle, at which another row begins. */
export const EDGES = [4, 8, 14, 22, 35] as const
const STEP = 0.01
const WIDEST = 4

export const uncalibrated: readonly Calibration[] = [0, ...EDGES].map(() => ({ lower: 1, upper: 1, middle: 1 }))
export const nothingJudged: Judged = { tested: 0, below: 0, above: 0, over: 0 }

/** What the draws say of one ticket, minutes. */
export interface Quantiles {
  low: number
  middle: number
  high: number
}

/** The band that is shown: corrected, then in whole minutes. */
export function bandOf({ low, middle, high }: Quantiles, calibration: readonly Calibration[]): Band {
  const row = EDGES.findLastIndex((edge) => middle >= edge) + 1
  const its = calibration[row] ?? uncalibrated[0]!
  const centre = middle * its.middle
  const from = Math.max(0, Math.round(centre - (middle - low) * its.lower))
  const to = Math.round(centre + (high - middle) * its.upper)
  return { low: from, high: Math.max(from + 1, to), middle: centre, row }
}

/** The counts of a band's row after its ticket was called. `wait`: minutes from when the band was computed to the call. */
export function judge(judged: Judged, band: Band, wait: number): Judged {
  return {
    tested: judged.tested + 1,
    below: judged.below + Number(wait < band.low),
    above: judged.above + Number(wait > band.high),
    over: judged.over + Number(wait > band.middle),
  }
}

/** The row of the next service day: a bound that was passed more often than it should moves out, another one moves in. */
export function recalibrate(row: Calibration, { tested, below, above, over }: Judged): Calibration {
  const moved = (factor: number, by: number) => Math.min(WIDEST, Math.max(1 / WIDEST, factor * Math.exp(by)))
  return {
    lower: moved(row.lower, STEP * (below - OUTSIDE * tested)),
    upper: moved(row.upper, STEP * (above - OUTSIDE * tested)),
    middle: moved(row.middle, (STEP / 5) * (over - tested / 2)),
  }
}
