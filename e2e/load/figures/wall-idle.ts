// A wall that is left alone: the processor time of its tab beside an empty page's.
import type { Figure } from '../figure.ts'
import { atRest, moreThan } from '../processor-time.ts'

/** Percent of a core that the wall may cost more. */
const MOST = 2

export const wallIdle: Figure = {
  name: 'wall-idle',
  area: 'wall',
  about: 'an idle wall: processor time of its tab beside an empty page',
  unhurried: true,
  run: async (bench) => {
    const { wall, empty, seconds } = await atRest(bench)
    const what = `wall, idle for ${Math.round(seconds)} s: processor time of its tab (baseline: an empty page)`
    return [moreThan(['wall', what], [wall, empty], MOST)]
  },
}
