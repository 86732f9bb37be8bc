// The cable is pulled: from every screen for a minute, from the kiosk while it takes a number, from a desk while it calls.
import type { Page } from '@playwright/test'
import { current, expect, numberOn, press, primary, said, takeNumber, test, visit, wordsOf } from '../journeys/house.ts'

const strip = (page: Page, freshness: 'late' | 'lost') => page.locator(`[data-freshness="${freshness}"]`)
/** All that the kiosk needs without the hub is there, a few seconds after its first picture. */
const whole = (kiosk: Page) => expect(kiosk.locator('html[data-whole]')).toBeAttached()
const LATE = { timeout: 30_000 }
const LOST = { timeout: 90_000 }

test('cut off, each screen says how old it is, then hides what may be wrong, and comes back by itself', async ({
  house,
  cable,
}) => {
  test.setTimeout(240_000)
  const at = cable.url
  const [kiosk, wall, desk, near] = await Promise.all([
    house.kiosk({ at }),
    house.wall({ at }),
    house.desk({ as: 'chen', window: 1, at }),
    house.desk({ as: 'zhang', window: 3 }),
  ])
  const called = await visit(kiosk, 'roof-leak')
  await expect(primary(near)).toHaveAccessibleName(`叫下一位 ${called}`)
  await press(near, 'Space')
  await expect(wall.getByText(called).first()).toBeVisible()
  // Two people ahead: with fewer the phone asks its owner to come near instead of counting.
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  const { path } = await takeNumber(kiosk, 'roof-leak')
  const phone = await house.phone(path, at)
  await expect(phone.getByText('前面还有')).toBeVisible()
  await kiosk.getByRole('button', { name: '完成' }).click()

  cable.pull()
  const pulled = Date.now()
  await test.step('after ten seconds: the age of what is shown', async () => {
    await expect(strip(wall, 'late')).toContainText(/以下是 1\d 秒前的信息/, LATE)
    expect(Date.now() - pulled).toBeGreaterThan(4_000) // up to five seconds had gone since the last beat
    await expect(strip(kiosk, 'late')).toBeVisible(LATE)
    await expect(strip(desk, 'late')).toBeVisible(LATE)
    await expect(strip(phone, 'late')).toBeVisible(LATE)
    await expect(wall.getByText(called).first()).toBeVisible()
  })
  await test.step('after a minute: no numbers, and whom to ask', async () => {
    await expect(strip(wall, 'lost')).toContainText('叫号请以窗口为准', LOST)
    expect(Date.now() - pulled).toBeGreaterThan(54_000)
    await expect(wall.getByRole('heading', { name: '请直接到窗口' })).toBeVisible()
    await expect(wall.getByText(/[A-D]\d{3}/)).toHaveCount(0)
    await expect(strip(desk, 'lost')).toContainText('已断开', LOST)
    await expect(desk.getByRole('heading', { name: '先不显示' })).toBeVisible()
    await expect(strip(phone, 'lost')).toContainText('请看大厅的大屏', LOST)
    await expect(phone.getByText('现在看不到排队人数')).toBeVisible()
    await expect(strip(kiosk, 'lost')).toBeVisible(LOST)
    await kiosk.getByRole('button', { name: wordsOf('senior-card') }).click()
    await expect(kiosk.getByText('现在看不到排队人数')).toBeVisible()
  })
  await test.step('plugged in again: what is true now, on every screen', async () => {
    // The hall went on meanwhile, at the desk beside the hub.
    await press(near, 'f')
    await expect(near.locator('[data-state="idle"]')).toBeVisible()
    await press(near, 'Space')
    await expect(current(near, 'B002')).toBeVisible()
    cable.plug()
    for (const page of [wall, kiosk, desk, phone]) await expect(page.locator('[data-freshness]')).toHaveCount(0)
    await expect(wall.getByText('B002').first()).toBeVisible()
    await expect(primary(desk)).toHaveAccessibleName('叫下一位 B003')
    await expect(phone.getByRole('heading', { name: '前面只有 1 人' })).toBeVisible()
  })
})

test('a reply that is lost while the kiosk takes a number: one number comes of it', async ({ house, cable }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk({ at: cable.url }), house.desk()])
  await whole(kiosk)
  await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
  cable.deafen()
  await kiosk.getByRole('button', { name: '直接取号' }).click()
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await expect(kiosk.getByRole('heading', { name: '正在取号' })).toBeVisible()
  cable.plug()
  expect((await numberOn(kiosk)).label).toBe('B001')
  await kiosk.getByRole('button', { name: '完成' }).click()
  expect(await visit(kiosk, 'roof-leak')).toBe('B002')
  await expect(desk.getByRole('button', { name: /^叫号 B/ })).toHaveCount(2)
})

test('a kiosk that loses power while it takes a number shows that number when it is back', async ({ house, cable }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk({ at: cable.url }), house.desk()])
  await whole(kiosk)
  await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
  cable.deafen()
  await kiosk.getByRole('button', { name: '直接取号' }).click()
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await kiosk.goto('about:blank')
  cable.plug()
  await kiosk.goto('/kiosk/')
  expect((await numberOn(kiosk)).label).toBe('B001')
  await expect(desk.getByRole('button', { name: /^叫号 B/ })).toHaveCount(1)
})

/** A kiosk that was never given a block of numbers: hub-gone.spec.ts shows one that was. */
function withoutBlock(): void {
  const ask = window.fetch
  window.fetch = (input, init) =>
    input === '/api/leases' ? Promise.reject(new TypeError('no block')) : ask.call(window, input, init)
}

test('a kiosk without the hub and without numbers of its own says so, and may be tried again', async ({
  house,
  cable,
}) => {
  test.setTimeout(180_000)
  const [kiosk, desk] = await Promise.all([house.kiosk({ at: cable.url, print: withoutBlock }), house.desk()])
  await whole(kiosk)
  await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
  cable.pull()
  await kiosk.getByRole('button', { name: '直接取号' }).click()
  const trouble = kiosk.getByRole('alert')
  await expect(trouble).toContainText('请直接到窗口', { timeout: 60_000 })
  await expect(trouble).toContainText('没有连上')
  cable.plug()
  await kiosk.getByRole('button', { name: '再试一次' }).click()
  expect((await numberOn(kiosk)).label).toBe('B001')
  await expect(desk.getByRole('button', { name: /^叫号 B/ })).toHaveCount(1)
})

test('a desk whose cable is pulled while it calls: one ticket is called, once', async ({ house, cable }) => {
  const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall(), house.desk({ at: cable.url })])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  cable.deafen()
  await press(desk, 'Space')
  await expect(wall.getByRole('article').filter({ hasText: 'B001' })).toBeVisible()
  await expect(primary(desk)).toHaveAttribute('aria-busy', 'true')
  cable.plug()
  await expect(current(desk, 'B001')).toContainText('已叫 1 次')
  await expect(desk.getByRole('button', { name: '叫号 B002' })).toBeVisible()
})

test('a press at a desk that never left is not done, and done once when it is pressed again', async ({
  house,
  cable,
}) => {
  test.setTimeout(180_000)
  const [kiosk, near, desk] = await Promise.all([
    house.kiosk(),
    house.desk({ as: 'zhang', window: 3 }),
    house.desk({ at: cable.url }),
  ])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  cable.pull()
  await press(desk, 'Space')
  await expect(said(desk)).toContainText('没有送到系统，请再按一次', { timeout: 60_000 })
  await expect(near.getByRole('button', { name: '叫号 B001' })).toBeVisible()
  cable.replace()
  await expect(desk.locator('[data-freshness]')).toHaveCount(0)
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(current(desk, 'B001')).toContainText('已叫 1 次')
  await expect(near.getByRole('button', { name: '叫号 B002' })).toBeVisible()
})
