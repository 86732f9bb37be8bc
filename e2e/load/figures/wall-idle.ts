// A wall that is left alone: the processor time of its tab beside an empty page's.
import type { CDPSession, Page } from '@playwright/test'
import type { Bench } from '../bench-hall.ts'
import { takeTickets } from '../clerk.ts'
import type { Figure } from '../figure.ts'
import { until } from '../monotonic.ts'
import { atRest, watch } from '../processor-time.ts'
import { install, ready } from '../wall-feed.ts'

/** Percent of a core that the wall may cost more. */
const MOST = 2

/** A wall with twelve people waiting, which can be shown views and told of the time without its hub. */
export async function idleWall(bench: Bench): Promise<{ wall: Page; session: CDPSession; end(): Promise<void> }> {
  const hall = await bench.hall()
  const hub = await bench.hub(hall)
  await takeTickets(hub, hall, 12)
  const wall = await bench.screen(hub, 'display')
  await wall.addInitScript(install)
  await wall.reload()
  await wall.locator('[data-rev]').waitFor()
  await until('the wall has heard a beat', () => wall.evaluate(ready))
  const end = async () => {
    await wall.context().close()
    await hub.stop()
  }
  return { wall, session: await watch(wall), end }
}

export const wallIdle: Figure = {
  name: 'wall-idle',
  area: 'wall',
  about: 'an idle wall: processor time of its tab beside an empty page',
  run: async (bench) => {
    const { wall, session, end } = await idleWall(bench)
    const empty = await (await (await bench.browser()).newContext({ viewport: wall.viewportSize()! })).newPage()
    const { percent, seconds } = await atRest([session, await watch(empty)], bench.quick ? 3000 : 15_000)
    const [value = Number.NaN, baseline = Number.NaN] = percent
    await empty.context().close()
    await end()
    const what = `wall, idle for ${Math.round(seconds)} s: processor time of its tab (baseline: an empty page)`
    const judged = { goal: `≤ ${MOST} more`, met: value - baseline <= MOST }
    return [{ area: 'wall', what, value, unit: '% of a core', baseline, ratio: null, ...judged }]
  },
}
