// What a wall at rest costs its computer: the processor time of its tab, beside a static page's.
import type { Figure } from '../figure.ts'
import { atRest, moreThan } from '../processor-time.ts'

/** Percent of a core that the wall may cost more. */
const MOST = 1

export const wallAtRest: Figure = {
  name: 'wall-at-rest',
  area: 'hub',
  about: 'processor time of the tab of a wall at rest, beside a static page',
  unhurried: true,
  run: async (bench) => {
    const { wall, plain } = await atRest(bench)
    return [moreThan(['hub', 'wall at rest: processor time of its tab'], [wall, plain], MOST)]
  },
}
