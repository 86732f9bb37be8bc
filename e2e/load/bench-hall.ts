// What a figure is given: halls to measure, processes to load them with, and the certainty that all of it ends.
import type { Browser, Page } from '@playwright/test'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cookieName } from '#server/authenticate.ts'
import { launchBrowser } from '../browser.ts'
import { endAll } from './children.ts'
import { makeDemoHall, type DemoHall } from './demo-hall.ts'
import { freePort } from '../hub.ts'
import { BenchHub, root } from './bench-hub.ts'

export class Bench {
  readonly quick: boolean
  readonly #folder: string
  #template: Promise<DemoHall> | undefined
  #browser: Promise<Browser> | undefined
  #copies = 0
  #screens = 0

  /** `template`: a demonstration hall that another bench has made. */
  constructor(quick: boolean, template?: DemoHall) {
    this.quick = quick
    if (template) this.#template = Promise.resolve(template)
    // Beside the hall's own data: the same kind of disk, which a folder for temporary files need not be.
    mkdirSync(join(root, 'data'), { recursive: true })
    this.#folder = mkdtempSync(join(root, 'data/bench-'))
  }

  /** A copy of the demonstration hall, with its tokens. */
  async hall(): Promise<DemoHall> {
    const template = await this.#made()
    const folder = join(this.#folder, String((this.#copies += 1)))
    cpSync(template.folder, folder, { recursive: true })
    return { ...template, folder }
  }

  /** The demonstration hall that was made, if a figure has asked for one. */
  get template(): Promise<DemoHall> | undefined {
    return this.#template
  }

  #made(): Promise<DemoHall> {
    return (this.#template ??= makeDemoHall(join(this.#folder, 'template')))
  }

  async hub(hall: DemoHall, flags: string[] = []): Promise<BenchHub> {
    return BenchHub.start(hall.folder, await freePort(), flags)
  }

  async browser(): Promise<Browser> {
    return (this.#browser ??= launchBrowser())
  }

  /** A page in a browser profile of its own, on a device of its own; it shows its screen. Nothing is kept from an earlier visit. */
  async screen(hub: BenchHub, kind: 'kiosk' | 'display'): Promise<Page> {
    const { kiosk, displays } = await this.#made()
    const viewport = kind === 'kiosk' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 }
    const context = await (await this.browser()).newContext({ viewport, serviceWorkers: 'block' })
    // Those that are not real screens take their tokens from the front.
    const token = kind === 'kiosk' ? kiosk : displays[displays.length - (this.#screens += 1)]!
    await context.addCookies([{ name: cookieName[kind], value: token, url: hub.url }])
    // A function that is handed to the page was compiled by tsx, which wraps it in a call of this name.
    await context.addInitScript({ content: 'globalThis.__name = (made) => made' })
    const page = await context.newPage()
    await page.goto(`${hub.url}/${kind}/`)
    return page
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close()
    await endAll()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
