// From one service day to the next: what a hall takes to its next morning. Pure.
import { nothingJudged, recalibrate, uncalibrated, type Judged } from './estimate-calibrate.ts'
import type { EstimateModel } from './estimate-facts.ts'
import { aged, learn, type Increment } from './estimate-learn.ts'

/** A new hall: standard times, and bands as the draws give them. */
export const newModel: EstimateModel = { learned: new Map(), calibration: uncalibrated }

/**
 * The model of the next morning. `today`: what the day added, in any order, or as one increment for each key; `judged`: by row. Until then
 * the model stays as it is: rows of today are stored apart, so that a restart at noon changes nothing that is shown.
 */
export function nextMorning(
  { learned, calibration }: EstimateModel,
  { today, judged }: { today: readonly Increment[]; judged: ReadonlyMap<number, Judged> },
): EstimateModel {
  return {
    learned: learn(aged(learned), today),
    calibration: calibration.map((row, at) => recalibrate(row, judged.get(at) ?? nothingJudged)),
  }
}
