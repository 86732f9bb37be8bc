// A new version, and what breaks in a page: a wall and a kiosk load themselves anew when nobody is disturbed, never in a loop; the desk is
// asked, and the manager sees it.
import type { Page } from '@playwright/test'
import { current, expect, press, primary, test, visit } from '../journeys/house.ts'

/** From now on the hub's beats tell of another version; resolves with a count of them. */
async function offer(page: Page, build = '/static/newer-12345678.js'): Promise<() => number> {
  let beats = 0
  await page.routeWebSocket(/socket\.io/, (screen) => {
    const hub = screen.connectToServer()
    hub.onMessage((message) => {
      if (typeof message === 'string' && message.includes('"beat"')) beats += 1
      screen.send(typeof message === 'string' ? message.replace(/"build":"[^"]+"/, `"build":"${build}"`) : message)
    })
  })
  return () => beats
}

/** Screens wait for a random part of a minute; here for none of it. */
const atOnce = () => {
  Math.random = () => 0
}

async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => (document.documentElement.dataset.marked = 'yes'))
  return () => page.evaluate(() => document.documentElement.dataset.marked === undefined).catch(() => false)
}

/** So many beats from now. */
async function beats(count: () => number, more: number): Promise<void> {
  const until = count() + more
  await expect.poll(count, { timeout: 60_000 }).toBeGreaterThanOrEqual(until)
}

test('a wall takes a new version when nobody was called lately, and asks once only', async ({ house, hub }) => {
  const wall = await house.page({ width: 1920, height: 1080 })
  await wall.addInitScript(atOnce)
  const count = await offer(wall)
  await wall.goto(await hub.link('display'))
  await expect(wall.locator('[data-rev]')).toBeVisible()
  const again = await mark(wall)
  await expect.poll(again, { timeout: 30_000 }).toBe(true)
  await expect(wall.locator('[data-rev]')).toBeVisible()
  // The version that came is still not the one that was offered: it is not asked for in a loop.
  const third = await mark(wall)
  await beats(count, 3)
  expect(await third()).toBe(false)
})

test('a wall that has just called somebody waits with a new version', async ({ house, hub }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(current(desk, 'B001')).toBeVisible()
  const wall = await house.page({ width: 1920, height: 1080 })
  await wall.addInitScript(atOnce)
  const count = await offer(wall)
  await wall.goto(await hub.link('display'))
  await expect(wall.getByText('B001').first()).toBeVisible()
  const again = await mark(wall)
  await beats(count, 4)
  expect(await again()).toBe(false)
})

test('a kiosk takes a new version once it was left alone, and not before', async ({ house, hub }) => {
  const kiosk = await house.page({ width: 1080, height: 1920 })
  await kiosk.addInitScript(atOnce)
  const count = await offer(kiosk)
  await kiosk.goto(await hub.link('kiosk'))
  await expect(kiosk.getByRole('heading', { level: 1 })).toBeVisible()
  const again = await mark(kiosk)
  await beats(count, 3)
  expect(await again()).toBe(false)
  await kiosk.evaluate(() => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + 100_000
  })
  await expect.poll(again, { timeout: 30_000 }).toBe(true)
})

test('a desk is offered a new version, and takes it when it is told to', async ({ house, hub }) => {
  const desk = await house.page()
  await offer(desk)
  await desk.goto(await hub.link('desk', 'manager'))
  await expect(desk.getByRole('heading', { name: '今天坐哪个窗口' })).toBeVisible()
  await desk.keyboard.press('1')
  await expect(primary(desk)).toBeVisible()
  const renew = desk.getByRole('button', { name: '现在更新' })
  await expect(renew).toBeVisible({ timeout: 30_000 })
  const again = await mark(desk)
  await renew.click()
  await expect.poll(again).toBe(true)
  await expect(primary(desk)).toBeVisible()
})

test('what breaks in a wall is told to the manager, with what the screen is doing', async ({ house }) => {
  const [wall, desk] = await Promise.all([house.wall(), house.desk()])
  await expect.poll(() => wall.title(), { timeout: 30_000 }).toMatch(/ · \d\d:\d\d$/)
  await wall.evaluate(() => {
    setTimeout(() => {
      throw new Error('the lamp fell')
    }, 0)
  })
  await wall.evaluate(() => reportError(new Error('the lamp fell down')))
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '设备', exact: true }).click()
  const row = desk.getByRole('row').filter({ hasText: '显示最新' })
  await expect(row).toContainText('the lamp fell down')
  await expect(row).toContainText('今天没有重启')
  await expect(row).toContainText(/大屏.*1920×1080/s)
})
