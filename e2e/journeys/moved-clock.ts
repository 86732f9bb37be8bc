// A hall whose clock stands still until a test moves it, real pages in front of it, and what they say, in words. With the hub away the
// page's own clock is moved: what the wall says then it has computed itself.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { cookieName } from '#server/authenticate.ts'
import { openHall, type TestHall } from '#server/testing/hall.ts'
import { PORTRAIT, WALL } from './house.ts'

const screens = join(import.meta.dirname, '../../dist/screens')

/** `2026-11-23 08:30` on the hall's clock, as epoch milliseconds. */
export const hallTime = (at: string): number => Date.parse(`${at.replace(' ', 'T')}:00+08:00`)

export class MovedHall {
  readonly hall: TestHall
  readonly wall: Page
  readonly kiosk: Page
  readonly #contexts: BrowserContext[]
  #left: number | null = null

  private constructor(hall: TestHall, wall: Page, kiosk: Page) {
    this.hall = hall
    this.wall = wall
    this.kiosk = kiosk
    this.#contexts = [wall.context(), kiosk.context()]
  }

  /** The demonstration hall in its usual week. `roster`: the manager made and published the duty of these dates. */
  static async open(browser: Browser, at: string, roster?: { from: string; to: string }): Promise<MovedHall> {
    const hall = await openHall({ now: hallTime(at), screens })
    if (roster) {
      const token = await hall.clerk(null, 'manager')
      for (const [path, body] of [
        ['/api/roster/draft', { ...roster, anew: true }],
        ['/api/roster/draft/publish', {}],
      ] as const)
        expect((await hall.api('POST', path, { token, body })).status).toBe(200)
    }
    const show = async (kind: 'display' | 'kiosk', viewport: { width: number; height: number }) => {
      const context = await browser.newContext({ viewport, baseURL: hall.url })
      await context.addCookies([{ name: cookieName[kind], value: await hall.pair(kind), url: hall.url }])
      const page = await context.newPage()
      await page.goto(`/${kind}/`)
      return page
    }
    const moved = new MovedHall(hall, await show('display', WALL), await show('kiosk', PORTRAIT))
    await expect(moved.wall.locator('[data-rev]')).toBeVisible()
    return moved
  }

  /** It is `at` now: the hub notices as it would by itself, or the wall goes on alone. */
  async move(at: string): Promise<void> {
    const now = hallTime(at)
    if (this.#left === null) {
      this.hall.clock.set(now)
      await this.hall.app.schedule.look()
      return
    }
    await this.wall.evaluate((ahead) => {
      const kept = window as unknown as { real?: () => number; began?: number }
      const real = (kept.real ??= Date.now.bind(Date))
      kept.began ??= real()
      const by = ahead - (real() - kept.began)
      Date.now = () => real() + by
    }, now - this.#left)
  }

  /** The hub ends, once the wall has written down what it would show without it. */
  async leave(): Promise<void> {
    const names = ['board', 'almanac', 'calendar', 'notices', 'walls'].map((name) => `hall.kept.display.${name}`)
    await expect
      .poll(() => this.wall.evaluate((names) => names.filter((name) => localStorage.getItem(name) === null), names))
      .toEqual([])
    // The parts that no view has asked for yet.
    await expect.poll(() => this.wall.evaluate(() => caches.match('/display/').then(Boolean))).toBe(true)
    await this.hall.app.stop()
    this.#left = this.hall.clock.now()
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()))
    if (this.#left === null) await this.hall.stop()
    else rmSync(this.hall.dataDir, { recursive: true, force: true })
  }
}

/** What a page says, all its turning pages together, in Chinese: lines that are English alone are left out. */
export async function words(page: Page): Promise<string> {
  const lines = (await page.locator('body').innerText()).split(/\s*\n\s*/)
  return lines.filter((line) => !/^[\p{ASCII}’–…]*[a-z]{2}[\p{ASCII}’–…]*$/u.test(line)).join(' ')
}

export type Saying = string | RegExp
const has = (text: string, saying: Saying) => (typeof saying === 'string' ? text.includes(saying) : saying.test(text))

/** The page says all of these, and none of those, soon. */
export async function says(page: Page, these: readonly Saying[], none: readonly Saying[] = []): Promise<void> {
  await expect
    .poll(
      async () => {
        const text = await words(page)
        const missing = these.filter((one) => !has(text, one)).map(String)
        const wrong = none.filter((one) => has(text, one)).map(String)
        return missing.length + wrong.length === 0 ? 'right' : { missing, wrong, text }
      },
      { timeout: 20_000 },
    )
    .toBe('right')
}
