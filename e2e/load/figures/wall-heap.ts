// A wall that is left alone: what its heap gains with ten thousand views and in an hour after them. The hour is played: each of its
// seconds ticks and each of its beats is heard, only sooner.
import type { CDPSession, Page } from '@playwright/test'
import type { Bench } from '../bench-hall.ts'
import { takeTickets } from '../clerk.ts'
import { alone, type Figure } from '../figure.ts'
import { until } from '../monotonic.ts'
import { settled } from '../processor-time.ts'
import { install, passTime, ready, showViews } from '../wall-feed.ts'

/** Megabytes, an hour or in all, that the wall may gain. */
const MOST = 1
/** Views before anything is measured: what is loaded and compiled with the first ones is no growth. */
const WARM = 1000
const VIEWS = 10_000
/** The hour after them. */
const MINUTES = 60

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

/** A wall with twelve people waiting, which can be shown views and told of the time without its hub. */
async function idleWall(bench: Bench): Promise<{ wall: Page; session: CDPSession; end(): Promise<void> }> {
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
  return { wall, session: await wall.context().newCDPSession(wall), end }
}

export const wallHeap: Figure = {
  name: 'wall-heap',
  area: 'wall',
  about: 'an idle wall: heap after 10,000 views and an hour',
  shares: 'always',
  unhurried: true,
  seconds: 35,
  run: async (bench) => {
    const { wall, session, end } = await idleWall(bench)
    await settled()
    await wall.evaluate(showViews, { from: 1, count: WARM })
    const before = await heap(session)
    await wall.evaluate(showViews, { from: 1 + WARM, count: VIEWS })
    const grown = ((await heap(session)) - before) / 1e6
    const points: { x: number; y: number }[] = []
    const steps = 6
    for (let step = 0; step <= steps; step += 1) {
      points.push({ x: (step * MINUTES) / steps / 60, y: (await heap(session)) / 1e6 })
      if (step < steps) await wall.evaluate(passTime, Math.round((MINUTES * 60) / steps))
    }
    // The first stretch after the views settles what they left.
    const perHour = slope(points.slice(1))
    await end()
    const row = (what: string, value: number, unit: string) =>
      alone(['wall', what], value, unit, { text: `≤ ${MOST}`, met: value <= MOST })
    return [
      row(`wall: heap gained by ${VIEWS.toLocaleString('en')} views`, grown, 'MB'),
      row(`wall, idle after them: heap slope over ${MINUTES} min, played`, perHour, 'MB/h'),
    ]
  },
}
