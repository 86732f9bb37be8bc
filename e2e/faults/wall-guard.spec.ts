// A tab that crashes or hangs cannot help itself: the guard of the set-up files sees it from outside, by the page's title, and has the
// browser started anew. Here the guard is the real one; what it asks of systemd goes to a file.
import { chromium, expect, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserOptions } from '../browser.ts'
import { freePort } from '../hub.ts'
import { test } from '../journeys/house.ts'

/** Seconds, each of them a minute to the page. */
const PATIENCE = 20

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
    writeFileSync(join(folder, 'systemctl'), `#!/bin/sh\necho "$@" >> ${heard}\n`, { mode: 0o755 })
    const watching = spawn('sh', [guard], {
      stdio: 'ignore',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        HALL_DEBUG: `http://127.0.0.1:${port}`,
        HALL_GUARD_EVERY: '1',
        HALL_GUARD_PATIENCE: String(PATIENCE),
      },
    })
    try {
      const page = await browser.newPage({ baseURL: hub.url })
      await page.addInitScript(fast)
      await page.goto(await hub.link('display'))
      await expect(page.locator('[data-rev]')).toBeVisible()
      await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/ · \d\d:\d\d$/)
      const asked = () => readFileSync(heard, 'utf8')
      const titles = new Set<string>()
      // The page looks after itself every five seconds: for longer than the guard's patience it goes on drawing, and nothing is asked for.
      await expect
        .poll(async () => titles.add(await page.title()).size, { timeout: 60_000, intervals: [500] })
        .toBeGreaterThan(PATIENCE / 5 + 1)
      expect(asked()).toBe('')
      void harm(page).catch(() => {})
      await expect.poll(asked, { timeout: 90_000 }).toContain('try-restart hall-screen.service')
    } finally {
      watching.kill()
      await Promise.race([browser.close(), new Promise((done) => setTimeout(done, 5000))])
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
