// From the manager's press to the emergency on a hundred screens: thin displays that note when they have it, and real pages in a real
// Chromium that note when it is on the glass.
import type { Page } from '@playwright/test'
import type { Bench } from '../bench-hall.ts'
import { alone, type Figure } from '../figure.ts'
import { Manager } from '../manager.ts'
import { alertMark } from '../marks.ts'
import { monotonic, pause, until } from '../monotonic.ts'
import { Remote } from '../remote.ts'
import { percentile } from '../statistics.ts'
import type { Screens } from '../workers/screens.ts'

const SCREENS = 100
const MOST = 300
/** Between two messages: nothing of the one before is still under way. Milliseconds. */
const APART = 250

const words = (number: number) => ({
  headline: { zh: `火灾：请马上离开 ${number}`, en: `Fire: leave at once ${number}` },
  instruction: { zh: '走楼梯，不乘电梯。', en: 'Take the stairs, not the lift.' },
  where: { zh: '到门外空地集合', en: 'Gather on the open ground outside' },
})

/** In the page: notes when each message was painted, in milliseconds since 1970, by the two frames after it came into the document. */
function watch(): void {
  const seen = ((window as unknown as { seen: Record<string, number> }).seen = {})
  const look = () => {
    const number = /马上离开 (\d+)/.exec(document.querySelector('[role=alertdialog]')?.textContent ?? '')?.[1]
    if (number === undefined || number in seen) return
    Object.assign(seen, { [number]: Number.NaN })
    requestAnimationFrame(() =>
      requestAnimationFrame(() => Object.assign(seen, { [number]: performance.timeOrigin + performance.now() })),
    )
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

const painted = (page: Page, number: number): Promise<number> =>
  page.evaluate((number) => (window as unknown as { seen: Record<string, number> }).seen[number] ?? Number.NaN, number)

async function measure(bench: Bench, { real, messages }: { real: number; messages: number }) {
  const hall = await bench.hall()
  const hub = await bench.hub(hall)
  const thin = new Remote<Screens>('workers/screens.ts')
  await thin.ask('open', { kind: 'thin', port: hub.port, tokens: hall.displays.slice(0, SCREENS - real) })
  const pages: Page[] = []
  for (let number = 0; number < real; number += 1) {
    const page = await bench.screen(hub, 'display')
    await page.locator('[data-rev]').waitFor()
    await page.evaluate(watch)
    pages.push(page)
  }
  const manager = await Manager.signIn(hub, hall)
  const [all, glass]: [number[], number[]] = [[], []]
  // The first one is not counted: parts of a page and of the hub are loaded with it.
  for (let number = 0; number <= messages; number += 1) {
    const body = { hazard: 'fire', drill: false, confirmed: true, words: words(number) }
    const since1970 = performance.timeOrigin + performance.now() - monotonic()
    const { alert, message, sent } = await manager.post<{ alert: string; message: string }>('/api/alerts', body)
    let times: number[] = []
    let frames: number[] = []
    await until('every screen shows the message', async () => {
      frames = await Promise.all(pages.map((page) => painted(page, number)))
      return !frames.some(Number.isNaN)
    })
    await until('every screen has the message', async () => {
      const more = [...(await thin.ask('take', alertMark(alert)))]
      times = more.map((time, index) => (Number.isNaN(time) ? (times[index] ?? Number.NaN) : time))
      return !times.some(Number.isNaN)
    })
    if (number > 0) {
      glass.push(...frames.map((time) => time - since1970 - sent))
      all.push(...times.map((time) => time - sent), ...glass.slice(-real))
    }
    await manager.post(`/api/alerts/${alert}/steps`, { step: 'cancel', after: message })
    await pause(APART)
  }
  manager.close()
  await Promise.all([...pages.map((page) => page.context().close()), thin.end(), hub.stop()])
  return { all, glass }
}

export const emergency: Figure = {
  name: 'emergency',
  area: 'wall',
  about: `emergency sent → painted on ${SCREENS} connected screens, p95`,
  run: async (bench) => {
    const real = bench.quick ? 1 : 2
    const { all, glass } = await measure(bench, { real, messages: bench.quick ? 5 : 20 })
    const row = (what: string, times: number[]) => {
      const value = percentile(times, 0.95)
      return alone(['wall', `emergency sent → ${what}, p95`], value, 'ms', { text: `≤ ${MOST}`, met: value <= MOST })
    }
    return [
      row(`on ${SCREENS} screens (${SCREENS - real} thin, ${real} in Chromium)`, all),
      row('painted in a real Chromium', glass),
    ]
  },
}
