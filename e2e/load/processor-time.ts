// How much of a core the processes of some tabs use while nothing is asked of them.
import type { CDPSession, Page } from '@playwright/test'
import { monotonic, pause } from './monotonic.ts'

/** By then a wall has loaded all that it will: what comes after its first picture is no rest. Milliseconds. */
export const SETTLED = 7000

/** A tab that is watched; one in a browser profile of its own has a process of its own. */
export async function watch(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return session
}

/** Seconds of processor time that the tab's process has used so far. */
async function used(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN
}

/** Percent of a core, of each, once they have settled. `seconds`: how long they were watched in the end. */
export async function atRest(
  sessions: readonly CDPSession[],
  milliseconds: number,
): Promise<{ percent: number[]; seconds: number }> {
  await pause(SETTLED)
  const began = monotonic()
  const before = await Promise.all(sessions.map(used))
  await pause(milliseconds)
  const after = await Promise.all(sessions.map(used))
  const seconds = (monotonic() - began) / 1000
  return { percent: after.map((time, at) => ((time - before[at]!) / seconds) * 100), seconds }
}
