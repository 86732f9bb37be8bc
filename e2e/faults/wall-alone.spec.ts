// A wall whose hub is away, for minutes and for weeks: what it says at each step, with the page's clock moved, and that it comes back by itself.
import type { Page } from '@playwright/test'
import { current, expect, press, primary, test, visit } from '../journeys/house.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The device's clock goes on from here, `by` milliseconds later. What counts seconds goes on as it was. */
async function move(page: Page, by: number): Promise<void> {
  await page.evaluate((by) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + by
  }, by)
}

/** The page has written down what it would show without the hub. */
async function kept(page: Page): Promise<void> {
  const names = ['board', 'almanac', 'calendar', 'notices', 'walls'].map((name) => `hall.kept.display.${name}`)
  await expect
    .poll(() => page.evaluate((names) => names.filter((name) => localStorage.getItem(name) === null), names))
    .toEqual([])
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const page = await caches.match('/display/')
        return (await page?.text())?.includes('/static/') ?? false
      }),
    )
    .toBe(true)
}

/** Open and until when, or not. */
const saysHours = /^(开放|午间|错时|延时|周末|节日|应急)至$|^已关门$|^还没有开门$/

const dateOf = (later: number) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' }).format(
    Date.now() + later,
  )

test('a wall whose hub is away says how long, hides the calls, goes on with hours and duty, and recovers', async ({
  house,
  hub,
}) => {
  const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall(), house.desk()])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(current(desk, 'B001')).toBeVisible()
  await expect(wall.getByText('B001').first()).toBeVisible()
  await kept(wall)
  await hub.kill()

  await move(wall, 15_000)
  await expect(wall.locator('[data-freshness="late"]')).toContainText('正在重新连接')
  await move(wall, 3 * 60_000)
  await expect(wall.locator('[data-freshness="lost"]')).toContainText('已断开 3 分钟')
  await expect(wall.getByText('请直接到窗口').first()).toBeVisible()
  await expect(wall.getByText(/B00\d/)).toHaveCount(0)
  await move(wall, 5 * HOUR)
  await expect(wall.locator('[data-freshness="lost"]')).toContainText('已断开 5 小时')
  await move(wall, 3 * DAY)
  await expect(wall.locator('[data-freshness="lost"]')).toContainText('已断开 3 天')
  await expect(wall.getByText(dateOf(3 * DAY + 5 * HOUR + 3 * 60_000)).first()).toBeVisible()
  await expect(wall.getByText(saysHours).first()).toBeVisible()
  await expect(wall.getByText(/B00\d/)).toHaveCount(0)
  await move(wall, 12 * DAY)
  await expect(wall.getByRole('heading', { name: '开放时间以公告为准' })).toBeVisible()
  await expect(wall.getByText('大屏已断开 15 天')).toBeVisible()

  await hub.start()
  await expect(wall.locator('[data-freshness], [data-standby]')).toHaveCount(0)
  await expect(wall.getByText(dateOf(0)).first()).toBeVisible()
  await expect(wall.getByText('B002').first()).toBeVisible()
})

test('a wall that starts three days after its hub went away shows what it kept', async ({ house, hub }) => {
  const wall = await house.wall()
  await kept(wall)
  await hub.stop()
  await wall.addInitScript((by) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + by
  }, 3 * DAY)
  await wall.goto('/display/')
  await expect(wall.getByRole('heading', { name: '正在连接' })).toBeVisible()
  await expect(wall.locator('[data-freshness="lost"]')).toContainText(/已断开 3 天/)
  await expect(wall.getByText(dateOf(3 * DAY)).first()).toBeVisible()
  await expect(wall.getByText(saysHours).first()).toBeVisible()
  await hub.start()
  await expect(wall.locator('[data-freshness]')).toHaveCount(0)
})

test('a device whose clock woke up in the past goes on from when the hub was last heard', async ({ house, hub }) => {
  const wall = await house.wall()
  await kept(wall)
  await hub.stop()
  await wall.addInitScript((by) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() - by
  }, 5000 * DAY)
  await wall.goto('/display/')
  await expect(wall.locator('[data-rev]')).toBeVisible()
  await expect(wall.getByText(dateOf(0)).first()).toBeVisible()
})

test('a device that is the hall’s no longer keeps nothing', async ({ house }) => {
  const [wall, desk] = await Promise.all([house.wall(), house.desk()])
  await kept(wall)
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '设备', exact: true }).click()
  await desk
    .getByRole('button', { name: /^撤销配对 .*大屏|^撤销配对 display/ })
    .first()
    .click()
  await desk.getByRole('button', { name: '确定撤销' }).click()
  await expect(wall.locator('[data-rev]')).toHaveCount(0)
  await expect
    .poll(() => wall.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hall.kept.')).length))
    .toBe(0)
})
