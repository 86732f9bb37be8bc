// Duty from the office to the wall: a roster is made and published, a clerk hands a shift on, and residents see who is there instead.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { cookieName } from '#server/authenticate.ts'
import type { RosterReply } from '#contract/roster.ts'
import { member, OLD_MONITOR, primary, said } from './house.ts'
import { MovedHall, says } from './moved-clock.ts'

/** A desk with somebody signed in, on the office's page of duty. */
async function office(
  browser: Browser,
  moved: MovedHall,
  { staff, window }: { staff: string; window: number },
): Promise<{ page: Page; token: string }> {
  const { hall } = moved
  const token = await hall.clerk(null, staff)
  const context = await browser.newContext({ viewport: OLD_MONITOR, baseURL: hall.url, locale: 'zh-CN' })
  await context.addCookies([{ name: cookieName.session, value: token, url: hall.url }])
  const page = await context.newPage()
  await page.goto('/desk/')
  await expect(page.getByRole('heading', { name: '今天坐哪个窗口' })).toBeVisible()
  await page.keyboard.press(String(window))
  await expect(primary(page)).toBeVisible()
  await page.getByRole('button', { name: '办公', exact: true }).click()
  await page.getByRole('button', { name: '值班', exact: true }).click()
  await expect(page.getByRole('group', { name: '值班' })).toBeVisible()
  return { page, token }
}
const roster = async ({ hall }: MovedHall, token: string) =>
  (await hall.api<RosterReply>('GET', '/api/roster?weeks=2', { token })).body

/** The first of one's shifts that somebody with an account can take; resolves with who was asked. */
async function askForSwap(desk: Page): Promise<string> {
  const swaps = desk.getByRole('button', { name: /^换班 .*号窗口/ })
  await expect(swaps.first()).toBeVisible()
  for (const swap of await swaps.all()) {
    await swap.click()
    const sheet = desk.getByRole('dialog')
    await expect(sheet.getByText('正在读取…')).toHaveCount(0)
    const fits = sheet.locator('.people button.first')
    if ((await fits.count()) > 0) {
      const name = (await fits.first().innerText()).trim()
      await fits.first().click()
      await sheet.getByRole('button', { name: '发出申请' }).click()
      await expect(sheet).toHaveCount(0)
      return name
    }
    await sheet.getByRole('button', { name: '取消' }).click()
  }
  throw new Error('Nobody with an account can take any of these shifts.')
}

test('a roster is published, a shift changes hands, and the wall shows the new person', async ({ browser }) => {
  test.slow()
  const moved = await MovedHall.open(browser, '2026-11-23 10:00')
  const manager = await office(browser, moved, { staff: 'manager', window: 1 })
  await manager.page.getByRole('button', { name: '生成排班' }).click()
  await manager.page.getByLabel(/^从哪天/).fill('2026-11-24')
  await manager.page.getByLabel(/^到哪天/).fill('2026-12-20')
  await manager.page.getByRole('button', { name: '生成草稿' }).click()
  await expect(manager.page.getByText(/共 \d+ 个班/)).toBeVisible()
  await expect(manager.page.getByText('最多与最少相差：')).toBeVisible()
  await manager.page.getByRole('button', { name: '发布' }).click()
  await expect(said(manager.page)).toContainText('已发布')

  const clerk = await office(browser, moved, { staff: 'chen', window: 2 })
  const name = await askForSwap(clerk.page)
  await expect(said(clerk.page)).toContainText('已申请')
  const colleague = ['wang', 'li', 'zhang'].find((id) => member(id).name === name) ?? ''
  const other = await office(browser, moved, { staff: colleague, window: 3 })
  await other.page.getByRole('button', { name: '我来替' }).click()
  await expect(said(other.page)).toContainText('已答应')

  await manager.page.getByRole('button', { name: /^换班请假/ }).click()
  const asked = manager.page.locator('[data-swap="agreed"]').filter({ hasText: member('chen').name })
  await asked.getByRole('button', { name: '同意', exact: true }).click()
  await expect(said(manager.page)).toContainText('已同意')
  const { shift } = (await roster(moved, manager.token)).swaps.find(
    ({ state, person }) => state === 'granted' && person.id === 'chen',
  )!
  expect(shift.name).toBe(name)

  const begins = new Date(Date.parse(shift.from) + 8 * 3_600_000 + 60_000).toISOString()
  await moved.move(`${begins.slice(0, 10)} ${begins.slice(11, 16)}`)
  const window = `${shift.window?.slice(1)} 号窗口`
  await says(moved.wall, [new RegExp(`${name} \\S+ ${window}`)], [new RegExp(`${member('chen').name} \\S+ ${window}`)])
  await says(moved.kiosk, [`${name} ${window}`])
  await moved.close()
})

test('a gap is filled by one touch, and the log is written in one line', async ({ browser }) => {
  const moved = await MovedHall.open(browser, '2026-11-23 10:00')
  const manager = await office(browser, moved, { staff: 'manager', window: 1 })
  const gap = manager.page.locator('[data-gap]').first()
  await expect(gap).toBeVisible()
  const before = (await roster(moved, manager.token)).gaps!.length
  await gap.getByRole('button', { name: /^排 / }).first().click()
  await expect(said(manager.page)).toContainText('已排')
  await expect.poll(async () => (await roster(moved, manager.token)).gaps!.length).toBe(before - 1)
  await expect(manager.page.getByRole('button', { name: before > 1 ? `排班表 ${before - 1}` : '排班表' })).toBeVisible()

  const clerk = await office(browser, moved, { staff: 'chen', window: 2 })
  await clerk.page.getByRole('button', { name: '值班日志' }).click()
  const what = clerk.page.getByLabel('发生了什么')
  await what.fill('3 号楼电梯停运')
  await clerk.page.getByRole('button', { name: '物业' }).first().click()
  await what.press('Enter')
  await expect(said(clerk.page)).toContainText('已记入日志')
  const entry = clerk.page.locator('[data-entry]').filter({ hasText: '3 号楼电梯停运' })
  await expect(entry).toContainText('设施报修')
  await expect(entry).toContainText('上报 物业（电话）')
  // What turns out later is added; what was written stays.
  await entry.getByRole('button', { name: '补充' }).click()
  await entry.getByLabel('说明').fill('物业已到场')
  await entry.getByRole('button', { name: '保存' }).click()
  await expect(entry).toContainText('处理 物业已到场')
  await expect(entry).toContainText('3 号楼电梯停运')
  await moved.close()
})
