// A tab that crashes or hangs cannot help itself: the guard of the set-up files sees it from outside, by the page's title, and falls
// silent, upon which systemd starts the browser anew. Here the guard is the real one; systemd's ear is a file.
import { chromium, expect, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserOptions } from '../browser.ts'
import { freePort } from '../hub.ts'
import { test } from '../journeys/house.ts'

const guard = fileURLToPath(new URL('../../assets/setup/screen/guard', import.meta.url))

/** In this page a second is a minute: the title moves on with each look. */
const fast = () => {
  const now = Date.now.bind(Date)
  const began = now()
  Date.now = () => began + (now() - began) * 60
}

const ways: Record<string, (page: Page) => Promise<unknown>> = {
  crashes: async (page) => {
    const session = await page.context().newCDPSession(page)
    await Promise.race([session.send('Page.crash'), new Promise((done) => page.once('crash', done))])
  },
  hangs: async (page) => {
    await Promise.race([
      page.evaluate(() => {
        for (;;);
      }),
      page.waitForTimeout(500),
    ])
  },
}

for (const [what, harm] of Object.entries(ways)) {
  test(`a wall’s tab that ${what} is noticed from outside`, async ({ hub }) => {
    const port = await freePort()
    const options = browserOptions()
    const browser = await chromium.launch({
      ...options,
      args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
    })
    const folder = mkdtempSync(join(tmpdir(), 'hall-guard-'))
    const heard = join(folder, 'heard')
    writeFileSync(heard, '')
    writeFileSync(join(folder, 'systemd-notify'), `#!/bin/sh\necho "$@" >> ${heard}\n`)
    chmodSync(join(folder, 'systemd-notify'), 0o755)
    const watching = spawn('sh', [guard], {
      stdio: 'ignore',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        HALL_DEBUG: `http://127.0.0.1:${port}`,
        HALL_GUARD_EVERY: '1',
        HALL_GUARD_PATIENCE: '12',
      },
    })
    try {
      const page = await browser.newPage({ baseURL: hub.url })
      await page.addInitScript(fast)
      await page.goto(await hub.link('display'))
      await expect(page.locator('[data-rev]')).toBeVisible()
      await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/ · \d\d:\d\d$/)
      const signs = () => readFileSync(heard, 'utf8').split('\n').length
      const before = signs()
      // Longer than its patience: it goes on telling because the page goes on drawing.
      await expect.poll(signs, { timeout: 60_000 }).toBeGreaterThan(before + 15)
      void harm(page).catch(() => {})
      let last = -1
      const silent = () => {
        const [before, now] = [last, signs()]
        last = now
        return now === before
      }
      await expect.poll(silent, { timeout: 60_000, intervals: [5000] }).toBe(true)
    } finally {
      watching.kill()
      await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 5000))])
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
