// Four clerks call at the same moment: until the last of the four numbers is on the glass of a real display in Chromium, which is
// busy announcing. The picture never waits for the voice.
import type { Page } from '@playwright/test'
import { Clerk, takeTickets } from '../clerk.ts'
import { WINDOWS } from '../demo-hall.ts'
import { alone, type Figure } from '../figure.ts'
import { monotonic, pause } from '../monotonic.ts'
import { percentile } from '../statistics.ts'

const GOAL = 100

/** In the page: label → when it was on the glass, epoch milliseconds. Functions in it have no names: the page lacks the compiler's help. */
function watchLabels(): void {
  const seen = new Map<string, number>()
  Object.assign(globalThis, { benchSeen: seen })
  new MutationObserver(() => {
    for (const plate of document.querySelectorAll('[data-call] .plate')) {
      const label = plate.textContent.trim()
      if (seen.has(label)) continue
      seen.set(label, Number.POSITIVE_INFINITY)
      // The frame that draws it, and the one after: then it was on the glass.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => seen.set(label, performance.timeOrigin + performance.now())),
      )
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

async function paintedAt(page: Page, labels: string[]): Promise<number[]> {
  const read = (wanted: string[]) => {
    const { benchSeen } = globalThis as unknown as { benchSeen: Map<string, number> }
    const times = wanted.map((label) => benchSeen.get(label) ?? Number.POSITIVE_INFINITY)
    return times.every(Number.isFinite) && times
  }
  const handle = await page.waitForFunction(read, labels, { timeout: 10_000, polling: 50 })
  return (await handle.jsonValue()) as number[]
}

export const fourCalls: Figure = {
  name: 'four-calls',
  area: 'hub',
  about: 'the fourth of four simultaneous calls → painted on a display in Chromium, p95',
  run: async (bench) => {
    const rounds = bench.quick ? 4 : 20
    const hall = await bench.hall()
    const hub = await bench.hub(hall)
    await takeTickets(hub, hall, WINDOWS.length * (rounds + 4))
    const page = await bench.screen(hub, 'display')
    await page.addInitScript(watchLabels)
    await page.reload()
    await page.locator('[data-rev]').waitFor()
    const clerks = await Promise.all(WINDOWS.map((window, number) => Clerk.signIn(hub, hall, { number, window })))

    const last: number[] = []
    const epoch = Date.now() - monotonic()
    for (let round = 0; round <= rounds; round += 1) {
      const calls = await Promise.all(clerks.map((clerk) => clerk.next()))
      const times = await paintedAt(
        page,
        calls.map(({ label }) => label),
      )
      // The first round draws what was never drawn before: figures, fonts.
      const pressed = Math.min(...calls.map(({ sent }) => sent)) + epoch
      if (round > 0) last.push(Math.max(...times) - pressed)
      await Promise.all(clerks.map((clerk) => clerk.finish()))
      await pause(400)
    }
    for (const clerk of clerks) clerk.close()
    await page.context().close()
    await hub.stop()
    const p95 = percentile(last, 0.95)
    return [
      alone(['hub', `the last of ${WINDOWS.length} calls at once → painted, p95`], p95, 'ms', {
        text: `≤ ${GOAL} ms`,
        met: p95 <= GOAL,
      }),
    ]
  },
}
