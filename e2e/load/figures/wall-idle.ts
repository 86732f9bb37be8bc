// A wall that is left alone: the processor time of its tab beside an empty page's, and what its heap gains with ten thousand views and in
// an hour after them. The hour is played: each of its seconds ticks and each of its beats is heard, only sooner.
import type { CDPSession, Page } from '@playwright/test'
import type { Bench } from '../bench-hall.ts'
import { takeTickets } from '../clerk.ts'
import { alone, type Figure, type Row } from '../figure.ts'
import { monotonic, pause, until } from '../monotonic.ts'
import { install, passTime, ready, showViews } from '../wall-feed.ts'
import { SETTLED, used, watch } from './wall-at-rest.ts'

/** Percent of a core, and megabytes an hour, that the wall may cost more. */
const MOST_CPU = 2
const MOST_HEAP = 1
/** Views before anything is measured: what is loaded and compiled with the first ones is no growth. */
const WARM = 1000

/** Bytes of the page's heap after a full collection. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

/** The slope of a line through the points, by least squares. */
function slope(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2)
}

async function processorTime(bench: Bench, wall: Page, session: CDPSession): Promise<Row> {
  const empty = await (await (await bench.browser()).newContext({ viewport: wall.viewportSize()! })).newPage()
  const sessions = [session, await watch(empty)]
  await pause(SETTLED)
  const began = monotonic()
  const before = await Promise.all(sessions.map(used))
  await pause(bench.quick ? 3000 : 15_000)
  const after = await Promise.all(sessions.map(used))
  const seconds = (monotonic() - began) / 1000
  const [value = Number.NaN, baseline = Number.NaN] = after.map(
    (time, index) => ((time - before[index]!) / seconds) * 100,
  )
  await empty.context().close()
  const what = `wall, idle for ${Math.round(seconds)} s: processor time of its tab (baseline: an empty page)`
  const judged = { goal: `≤ ${MOST_CPU} more`, met: value - baseline <= MOST_CPU }
  return { area: 'wall', what, value, unit: '% of a core', baseline, ratio: null, ...judged }
}

export const wallIdle: Figure = {
  name: 'wall-idle',
  area: 'wall',
  about: 'an idle wall: processor time beside an empty page, heap after 10,000 views and an hour',
  run: async (bench) => {
    const views = bench.quick ? 1000 : 10_000
    const minutes = bench.quick ? 10 : 60
    const hall = await bench.hall()
    const hub = await bench.hub(hall)
    await takeTickets(hub, hall, 12)
    const wall = await bench.screen(hub, 'display')
    await wall.addInitScript(install)
    await wall.reload()
    await wall.locator('[data-rev]').waitFor()
    await until('the wall has heard a beat', () => wall.evaluate(ready))
    const session = await watch(wall)
    const cpu = await processorTime(bench, wall, session)

    await wall.evaluate(showViews, { from: 1, count: WARM })
    const before = await heap(session)
    await wall.evaluate(showViews, { from: 1 + WARM, count: views })
    const grown = ((await heap(session)) - before) / 1e6
    const points: { x: number; y: number }[] = []
    const steps = 6
    for (let step = 0; step <= steps; step += 1) {
      points.push({ x: (step * minutes) / steps / 60, y: (await heap(session)) / 1e6 })
      if (step < steps) await wall.evaluate(passTime, Math.round((minutes * 60) / steps))
    }
    // The first stretch after the views settles what they left.
    const perHour = slope(points.slice(1))
    await wall.context().close()
    await hub.stop()
    const count = views.toLocaleString('en')
    const row = (what: string, value: number, unit: string) =>
      alone(['wall', what], value, unit, { text: `≤ ${MOST_HEAP}`, met: value <= MOST_HEAP })
    return [
      cpu,
      row(`wall: heap gained by ${count} views`, grown, 'MB'),
      row(`wall, idle after them: heap slope over ${minutes} min, played`, perHour, 'MB/h'),
    ]
  },
}
