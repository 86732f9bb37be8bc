// How much of a core the tab of a wall at rest uses, and beside it a static and an empty page's in the same browser at the same time.
import type { CDPSession, Page } from '@playwright/test'
import { createServer } from 'node:http'
import { freePort } from '../hub.ts'
import type { Bench } from './bench-hall.ts'
import { takeTickets } from './clerk.ts'
import { alone, type Row } from './figure.ts'
import { monotonic, pause } from './monotonic.ts'

/** How long tabs are watched. Milliseconds. */
const WATCHED = 12_000

/** Waits until a wall has loaded all that it will: what comes after its first picture is no rest. */
export const settled = (): Promise<void> => pause(10_000)

const STATIC = `<!doctype html><meta charset="utf-8"><title>static</title>
<h1 style="font-size: 20vh">A012 → 2</h1><p style="font-size: 5vh">社区事务服务大厅</p>`

/** Percent of a core. */
export interface AtRest {
  wall: number
  plain: number
  empty: number
  /** For how long they were watched. */
  seconds: number
}

const measured = new WeakMap<Bench, Promise<AtRest>>()

/** Measured once, whichever figure asks first. */
export function atRest(bench: Bench): Promise<AtRest> {
  const before = measured.get(bench)
  if (before) return before
  const now = watchTabs(bench)
  measured.set(bench, now)
  return now
}

async function watchTabs(bench: Bench): Promise<AtRest> {
  const hall = await bench.hall()
  const hub = await bench.hub(hall)
  await takeTickets(hub, hall, 12)
  const port = await freePort()
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(STATIC))
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))

  const wall = await bench.screen(hub, 'display')
  await wall.locator('[data-rev]').waitFor()
  // Each in a profile of its own, hence in a process of its own.
  const page = async () =>
    (await (await bench.browser()).newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  const [plain, empty] = [await page(), await page()]
  await plain.goto(`http://127.0.0.1:${port}/`)
  const pages = [wall, plain, empty]
  const sessions = await Promise.all(pages.map(watch))
  await settled()
  const began = monotonic()
  const before = await Promise.all(sessions.map(used))
  await pause(WATCHED)
  const after = await Promise.all(sessions.map(used))
  const seconds = (monotonic() - began) / 1000

  await Promise.all(pages.map((one) => one.context().close()))
  server.closeAllConnections()
  server.close()
  await hub.stop()
  const percent = (tab: number) => ((after[tab]! - before[tab]!) / seconds) * 100
  return { wall: percent(0), plain: percent(1), empty: percent(2), seconds }
}

async function watch(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return session
}

/** Seconds of processor time that the tab's process has used so far. */
async function used(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN
}

/** A row of the wall's percent of a core, which may be `most` more than the baseline's. */
export function moreThan([area, what]: [string, string], [wall, baseline]: [number, number], most: number): Row {
  const goal = { text: `≤ ${most} more`, met: wall - baseline <= most }
  return { ...alone([area, what], wall, '% of a core', goal), baseline }
}
