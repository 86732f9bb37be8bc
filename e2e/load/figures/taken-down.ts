// From the manager's press to a notice that is gone from a hundred screens: thin displays that note when it is no longer among what they
// have, and real pages in a real Chromium that note when it is off the glass.
import type { Page } from '@playwright/test'
import type { NoticeList } from '#contract/notices.ts'
import type { Bench } from '../bench-hall.ts'
import { alone, type Figure } from '../figure.ts'
import { Manager } from '../manager.ts'
import { goneMark } from '../marks.ts'
import { monotonic, until } from '../monotonic.ts'
import { Remote } from '../remote.ts'
import { percentile } from '../statistics.ts'
import type { Screens } from '../workers/screens.ts'

const SCREENS = 100
const MOST = 2000

const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
const words = (number: number) => ({
  section: 'notice',
  kind: 'text',
  title: { zh: `测量用公告 ${number}`, en: `Measured notice ${number}` },
  body: [{ zh: '正文', en: 'Text' }],
  media: null,
  poster: null,
  original: null,
  alt: null,
  places: ['wall', 'kiosk', 'phone'],
  from: today(),
  until: null,
})

/** In the page: since when no notice is on the glass, in milliseconds since 1970; NaN while one is. */
function watch(): void {
  const page = window as unknown as { gone: number; look: () => void }
  page.look = () => {
    if (document.querySelector('[data-notice]')) page.gone = Number.NaN
    else if (Number.isNaN(page.gone))
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (!document.querySelector('[data-notice]')) page.gone = performance.timeOrigin + performance.now()
        }),
      )
  }
  page.gone = Number.NaN
  page.look()
  new MutationObserver(page.look).observe(document, { childList: true, subtree: true })
}

const goneAt = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { gone: number }).gone)
const all = async (pages: Page[], good: (time: number) => boolean) => (await Promise.all(pages.map(goneAt))).every(good)

/** A wall shows one notice at a time: those of the demonstration make room for the one that is measured. */
async function clear(manager: Manager): Promise<void> {
  const { notices } = await manager.get<NoticeList>('/api/notices')
  for (const { id, versions } of notices)
    for (const { version, standing, places } of versions)
      if (standing === 'shown' && places.includes('wall'))
        await manager.post(`/api/notices/${id}/steps`, { step: 'take_down', version, reason: '测量' })
}

async function measure(bench: Bench, { real, rounds }: { real: number; rounds: number }) {
  const hall = await bench.hall()
  const hub = await bench.hub(hall)
  const manager = await Manager.signIn(hub, hall)
  await clear(manager)
  const thin = new Remote<Screens>('workers/screens.ts')
  await thin.ask('open', { kind: 'thin', port: hub.port, tokens: hall.displays.slice(0, SCREENS - real) })
  const pages: Page[] = []
  for (let number = 0; number < real; number += 1) {
    const page = await bench.screen(hub, 'display')
    await page.goto(`${hub.url}/display/?wall=corridor`)
    await page.locator('[data-wall=corridor]').waitFor()
    await page.evaluate(watch)
    pages.push(page)
  }
  const [both, glass]: [number[], number[]] = [[], []]
  // The first one is not counted: parts of a page are loaded with it.
  for (let number = 0; number <= rounds; number += 1) {
    const { notice } = await manager.post<{ notice: { id: string } }>('/api/notices', words(number))
    const step = (body: object) => manager.post(`/api/notices/${notice.id}/steps`, { version: 1, ...body })
    await step({ step: 'submit' })
    await step({ step: 'admit', office: '示例街道自治办', reference: '示例自治备〔2026〕1号' })
    await until('every wall shows the notice', () => all(pages, Number.isNaN))
    const since1970 = performance.timeOrigin + performance.now() - monotonic()
    const { sent } = await step({ step: 'take_down', reason: '测量' })
    await until('the notice is off every wall', () => all(pages, (time) => !Number.isNaN(time)))
    let times: number[] = []
    await until('no screen has the notice', async () => {
      const more = [...(await thin.ask('take', goneMark(notice.id)))]
      times = more.map((time, index) => (Number.isNaN(time) ? (times[index] ?? Number.NaN) : time))
      return !times.some(Number.isNaN)
    })
    if (number === 0) continue
    const frames = (await Promise.all(pages.map(goneAt))).map((time) => time - since1970 - sent)
    glass.push(...frames)
    both.push(...times.map((time) => time - sent), ...frames)
  }
  manager.close()
  await Promise.all([...pages.map((page) => page.context().close()), thin.end(), hub.stop()])
  return { both, glass }
}

export const takenDown: Figure = {
  name: 'taken-down',
  area: 'wall',
  about: `notice taken down → gone from ${SCREENS} connected screens, p95`,
  unhurried: true,
  run: async (bench) => {
    const real = bench.quick ? 1 : 2
    const { both, glass } = await measure(bench, { real, rounds: bench.quick ? 3 : 6 })
    const row = (what: string, times: number[]) => {
      const value = percentile(times, 0.95)
      return alone(['wall', `taken down → ${what}, p95`], value, 'ms', { text: `≤ ${MOST}`, met: value <= MOST })
    }
    return [
      row(`gone from ${SCREENS} screens (${SCREENS - real} thin, ${real} in Chromium)`, both),
      row('off the glass in a real Chromium', glass),
    ]
  },
}
