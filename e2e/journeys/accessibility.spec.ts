// axe-core on every screen in each of its states, in both languages: the gallery shows them all without a hub behind them.
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { startHub, type HubProcess } from '../hub.ts'

interface State {
  id: string
  width: number
  height: number
}

let hub: HubProcess
test.beforeAll(async () => {
  hub = await startHub({ env: { GALLERY: 'on' } })
})
test.afterAll(async () => {
  await hub.stop()
  hub.remove()
})

/** Every state of an app, as the gallery lists them. */
async function statesOf(page: Page, app: string): Promise<State[]> {
  // The list alone: a hundred frames would draw every screen at once.
  const frames = /\/gallery\/\?state=/
  await page.route(frames, (route) => route.abort())
  await page.goto(`${hub.url}/gallery/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const states = await page.locator('iframe').evaluateAll((all) =>
    all.map((frame) => ({
      id: (frame as HTMLIFrameElement).title,
      width: Number(frame.getAttribute('width')),
      height: Number(frame.getAttribute('height')),
    })),
  )
  await page.unroute(frames)
  return states.filter(({ id }) => id.startsWith(`${app}/`))
}

/** A panel of the wall alone: it is part of a page, and has no landmark or title of its own. */
const isPart = (id: string) => /^display\/(hours-|month|rooms|reception|notice-panel)/.test(id)
const ofPages = ['landmark-one-main', 'page-has-heading-one', 'region']

async function violationsOf(page: Page, id: string): Promise<string[]> {
  const off = Object.fromEntries((isPart(id) ? ofPages : []).map((rule) => [rule, { enabled: false }]))
  const { violations } = await new AxeBuilder({ page })
    // Legacy mode looks at the page where it is; the other opens a second page for each look. A state has no frames.
    .setLegacyMode()
    // Contrast of 7:1: most of those who come to the hall are old.
    .options({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true }, ...off } })
    .analyze()
  return violations.flatMap(({ id: rule, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${rule}: ${String(target)}\n${failureSummary ?? ''}`),
  )
}

/** How many tests share the states of an app: those of a wall are many and large. */
const parts = { kiosk: 2, display: 4, desk: 3, phone: 1 }

for (const [app, of] of Object.entries(parts)) {
  for (const [lang, part] of ['zh', 'en'].flatMap((lang) =>
    Array.from({ length: of }, (_, part) => [lang, part] as const),
  )) {
    test(`no screen of the ${app} keeps anybody out, ${lang} first, ${part + 1} of ${of}`, async ({ browser }) => {
      test.setTimeout(600_000)
      // What moves in is still pale while it arrives; people who ask for stillness see the end at once, and so does axe.
      const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: hub.url })
      const page = await context.newPage()
      const states = (await statesOf(page, app)).filter((_, number) => number % of === part)
      expect(states.length).toBeGreaterThan(5)
      await page.goto(`/gallery/?state=${states[0]!.id}&lang=${lang}`)
      for (const { id, width, height } of states) {
        await page.setViewportSize({ width, height })
        // From state to state in one page: loading every screen again for each would take the most time by far.
        await page.evaluate((next) => {
          location.hash = next
        }, id)
        await expect(page).toHaveTitle(id)
        await expect(page.locator(isPart(id) ? '#app > *' : 'main, dialog').first()).toBeAttached()
        expect.soft(await violationsOf(page, id), `${id} ${lang}`).toEqual([])
      }
      await context.close()
    })
  }
}
