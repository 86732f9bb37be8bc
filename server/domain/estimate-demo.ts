// What a demonstration hall has lived through already: a dozen visits of each matter, about as long as the standard says. A hall of one's own begins
// with nothing and says so. Pure.
import { learn, servedIncrements } from './estimate-learn.ts'
import { newModel } from './estimate-model.ts'
import type { EstimateModel } from './estimate-facts.ts'

/** Visits as shares of the standard time: some are short, few are long. */
const VISITS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 1, 1.1, 1.25, 1.4, 1.8]

export function demoModel(matters: readonly { id: string; minutes: number }[]): EstimateModel {
  const visits = matters.flatMap(({ id, minutes }) =>
    VISITS.flatMap((share) => servedIncrements(id, { minutes: minutes * share, standard: minutes })),
  )
  return { ...newModel, learned: learn(newModel.learned, visits) }
}
