// What the journeys share: a hub of their own, and each screen in a browser of its own, paired by a one-time link.
import { readFileSync } from 'node:fs'
import { expect, test as base, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { DOUBLE_PRESS } from '../../desk/keys.ts'
import { Cable } from '../cable.ts'
import { freePort, startHub, type HubProcess } from '../hub.ts'

const seed = <T>(file: string) =>
  JSON.parse(readFileSync(new URL(`../../db/seed/${file}.json`, import.meta.url), 'utf8')) as T

interface Words {
  zh: string
  en: string
}
const { matters } = seed<{ matters: { id: string; words: Words }[] }>('matters')
const { staff, people } = seed<{
  staff: { id: string; person: string; pin: string }[]
  people: { id: string; name: string }[]
}>('people')

/** A matter as residents say it. */
export function wordsOf(matter: string): string {
  const found = matters.find(({ id }) => id === matter)
  if (!found) throw new Error(`The demonstration has no matter ${matter}.`)
  return found.words.zh
}

/** A member of staff as the desk shows them, with the PIN of the demonstration. */
export function member(id: string): { name: string; pin: string } {
  const found = staff.find((one) => one.id === id)
  const name = people.find((one) => one.id === found?.person)?.name
  if (!found || name === undefined) throw new Error(`The demonstration has no member of staff ${id}.`)
  return { name, pin: found.pin }
}

export const PORTRAIT = { width: 1080, height: 1920 }
export const WALL = { width: 1920, height: 1080 }
export const OLD_MONITOR = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

export interface Seat {
  /** Who is signed in. */
  as?: string
  /** The number of the window; null for nobody at any. */
  window?: number | null
  at?: string | undefined
}

/** Opens screens; each lives in a context of its own, as each stands on a machine of its own. */
export class House {
  readonly hub: HubProcess
  readonly #browser: Browser
  readonly #contexts: BrowserContext[] = []

  constructor(hub: HubProcess, browser: Browser) {
    this.hub = hub
    this.#browser = browser
  }

  /** A page that belongs to nobody yet. `at`: the origin under which it knows the hub. */
  async page(viewport = OLD_MONITOR, at = this.hub.url): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: at, viewport, locale: 'zh-CN' })
    this.#contexts.push(context)
    return context.newPage()
  }

  /** A paired kiosk at rest. Its printer answers at once, as a kiosk's browser that prints without asking does. */
  async kiosk({ print = handsOver, at }: { print?: () => void; at?: string | undefined } = {}): Promise<Page> {
    const page = await this.page(PORTRAIT, at)
    await page.addInitScript(print)
    await page.goto(await this.hub.link('kiosk'))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveURL(/\/kiosk\/$/)
    return page
  }

  /** A paired wall that shows the hall. `prepare` runs in the page before its own scripts. */
  async wall({ prepare, at }: { prepare?: () => void; at?: string | undefined } = {}): Promise<Page> {
    const page = await this.page(WALL, at)
    if (prepare) await page.addInitScript(prepare)
    await page.goto(await this.hub.link('display'))
    await expect(page.locator('[data-rev]')).toBeVisible()
    return page
  }

  /** A desk with somebody signed in, at a window where one is given. */
  async desk({ as = 'manager', window = 1, at }: Seat = {}): Promise<Page> {
    const page = await this.page(OLD_MONITOR, at)
    await page.goto(await this.hub.link('desk', as))
    await expect(page.getByRole('heading', { name: '今天坐哪个窗口' })).toBeVisible()
    if (window !== null) {
      await page.keyboard.press(String(window))
      await expect(primary(page)).toBeVisible()
    }
    return page
  }

  /** A resident's own phone. */
  async phone(path: string, at?: string): Promise<Page> {
    const page = await this.page(PHONE, at)
    await page.goto(path)
    return page
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()))
  }
}

/** What `window.print` does on a kiosk that prints without asking. */
function handsOver(): void {
  window.print = () => {
    dispatchEvent(new Event('beforeprint'))
    dispatchEvent(new Event('afterprint'))
  }
}

/** The one thing to do next at a desk. */
export const primary = (desk: Page): Locator => desk.locator('[data-primary]')

/** A key as a person presses it: two quick presses of one key count as one at the desk, so this is never the second of them. */
export async function press(desk: Page, key: string): Promise<void> {
  await desk.waitForTimeout(DOUBLE_PRESS + 50)
  await desk.keyboard.press(key)
}

/** What the desk says about the last press. */
export const said = (desk: Page): Locator => desk.locator('[data-said]')

/** Two touches from home: the matter, the number. Resolves with what stands on the glass. */
export async function takeNumber(kiosk: Page, matter = 'roof-leak'): Promise<{ label: string; path: string }> {
  await kiosk.getByRole('button', { name: wordsOf(matter) }).click()
  await kiosk.getByRole('button', { name: '直接取号' }).click()
  return numberOn(kiosk)
}

/** The number that a kiosk shows, and where its QR code leads. */
export async function numberOn(kiosk: Page): Promise<{ label: string; path: string }> {
  await expect(kiosk.getByRole('heading', { name: '您的号' })).toBeVisible()
  const label = (await kiosk.locator('[data-receipt]').getAttribute('data-receipt')) ?? ''
  const picture = await kiosk.getByRole('img', { name: /二维码/ }).getAttribute('src')
  return { label, path: (picture ?? '').replace(/\/qr\.svg$/, '') }
}

/** A visitor who takes a number and goes; the kiosk is at home again. */
export async function visit(kiosk: Page, matter?: string): Promise<string> {
  const { label } = await takeNumber(kiosk, matter)
  await kiosk.getByRole('button', { name: '完成' }).click()
  await expect(kiosk.getByRole('heading', { name: '您来办什么事' })).toBeVisible()
  return label
}

/** The ticket at this desk's window is in this state. */
export const current = (desk: Page, label: string, state: 'called' | 'serving' = 'called'): Locator =>
  desk.locator(`[data-ticket="${label}"][data-state="${state}"]`)

/** A hub of its own for each test, and a cable to it: screens opened `at: cable.url` can be cut off. */
export const test = base.extend<{ cable: Cable; hub: HubProcess; house: House }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  cable: async ({}, use) => {
    const cable = await Cable.to(await freePort())
    await use(cable)
    await cable.close()
  },
  hub: async ({ cable }, use, info) => {
    const hub = await startHub({ port: cable.port, origins: [cable.url] })
    await use(hub)
    await hub.stop()
    if (info.status !== info.expectedStatus) await info.attach('hub', { body: hub.said })
    hub.remove()
  },
  house: async ({ hub, browser }, use) => {
    const house = new House(hub, browser)
    await use(house)
    await house.close()
  },
})
export { expect }
