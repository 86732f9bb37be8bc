// A desk in a hall whose clock stands still, with one page of the office open.
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { cookieName } from '#server/authenticate.ts'
import type { TestHall } from '#server/testing/hall.ts'
import { OLD_MONITOR, PHONE } from './house.ts'

/** Desks and phones of such a hall; each in a browser of its own. */
export class Visitors {
  readonly #hall: TestHall
  readonly #browser: Browser
  readonly #contexts: BrowserContext[] = []

  constructor(hall: TestHall, browser: Browser) {
    this.#hall = hall
    this.#browser = browser
  }

  /** `staff` is signed in, and `page` (日历, 公告) of the office is open. */
  async office(staff: string, page: string): Promise<Page> {
    const desk = await this.#page(OLD_MONITOR)
    const token = await this.#hall.clerk(null, staff)
    await desk.context().addCookies([{ name: cookieName.session, value: token, url: this.#hall.url }])
    await desk.goto('/desk/')
    await desk.getByRole('button', { name: '办公' }).click()
    await desk.getByRole('button', { name: page, exact: true }).click()
    await expect(desk.getByRole('button', { name: page, exact: true })).toHaveAttribute('aria-current', 'page')
    return desk
  }

  async phone(path: string): Promise<Page> {
    const phone = await this.#page(PHONE)
    await phone.goto(path)
    return phone
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()))
  }

  async #page(viewport: { width: number; height: number }): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, baseURL: this.#hall.url, locale: 'zh-CN' })
    this.#contexts.push(context)
    return context.newPage()
  }
}
