// The wall's pictures for the README: every layout and time of day from the gallery, at half their size, as one sees them from across the room.
import { join } from 'node:path'
import type { Browser } from '@playwright/test'

const LANDSCAPE = [1920, 1080] as const
const PORTRAIT = [1080, 1920] as const

/** Picture → state of the gallery, the glass, and how much smaller than that the picture is. */
const list: Record<string, [state: string, size: readonly [number, number], scale?: number]> = {
  'display-before': ['display/hall-before-landscape', LANDSCAPE],
  'display-open': ['display/hall-open-landscape', LANDSCAPE],
  'display-calling': ['display/hall-calling-landscape', LANDSCAPE],
  'display-four': ['display/calls-four', LANDSCAPE],
  'display-evening': ['display/hall-evening-landscape', LANDSCAPE],
  'display-closed': ['display/hall-closed-landscape', LANDSCAPE],
  'display-night': ['display/hall-night-landscape', LANDSCAPE],
  'display-holiday': ['display/hall-holiday-landscape', LANDSCAPE],
  'display-emergency': ['display/alert-fire', LANDSCAPE],
  'display-drill': ['display/alert-drill', LANDSCAPE],
  'display-notice': ['display/notice-fire', LANDSCAPE],
  'display-alone': ['display/alone-3-days', LANDSCAPE],
  'display-far': ['display/hall-8m-open-landscape', LANDSCAPE],
  'display-4k': ['display/hall-open-4k', [3840, 2160], 0.25],
  'display-corridor': ['display/house-open-landscape', LANDSCAPE],
  'display-open-portrait': ['display/hall-open-portrait', PORTRAIT],
  'display-calling-portrait': ['display/hall-calling-portrait', PORTRAIT],
  'display-closed-portrait': ['display/hall-closed-portrait', PORTRAIT],
  'display-corridor-portrait': ['display/house-open-portrait', PORTRAIT],
  'display-calls': ['display/calls-open-portrait', PORTRAIT],
  'display-tall': ['display/calls-open-tall', [480, 1920]],
  'display-bar': ['display/calls-open-bar', [1920, 480]],
  'display-door': ['display/door-landscape', LANDSCAPE],
  'display-door-tall': ['display/door-tall', [480, 1920]],
  'desk-walls': ['desk/walls', [1366, 768], 0.7],
}

/** `url`: of a hub that shows the gallery. */
export async function takeWalls(browser: Browser, url: string, folder: string): Promise<void> {
  for (const [name, [state, [width, height], scale = 0.5]] of Object.entries(list)) {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    await page.goto(`${url}/gallery/?state=${state}`)
    await page.waitForFunction((id) => document.title === id, state)
    // Fonts and pictures.
    await page.waitForTimeout(600)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
    console.log(`assets/pictures/${name}.png`)
  }
}
