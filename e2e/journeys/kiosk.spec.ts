// What a visitor meets at the kiosk when not all is as usual: the hall is closed, the printer fails, nobody is there any more.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startHub } from '../hub.ts'
import { current, expect, House, press, primary, takeNumber, test, wordsOf } from './house.ts'

/** A hall book of a hall that opens next the day after tomorrow. */
function closedBook(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hall-book-'))
  cpSync(fileURLToPath(new URL('../../db/seed', import.meta.url)), folder, { recursive: true })
  const file = join(folder, 'hall.json')
  const book = JSON.parse(readFileSync(file, 'utf8')) as { hours: unknown }
  const inShanghai = new Date(Date.now() + (48 + 8) * 3_600_000)
  const day = inShanghai.getUTCDay() || 7
  book.hours = { weekly: [{ days: [day], spans: [{ from: '08:30', to: '11:30', kind: 'regular' }] }], exceptions: [] }
  writeFileSync(file, JSON.stringify(book))
  return folder
}

test('a closed hall says when it opens and whom to ring, and gives no number', async ({ browser }) => {
  const book = closedBook()
  const hub = await startHub({ book })
  const house = new House(hub, browser)
  try {
    const kiosk = await house.kiosk()
    await expect(kiosk.getByText('现在休息')).toBeVisible()
    await expect(kiosk.getByText(/08:30 开放/)).toBeVisible()
    await expect(kiosk.getByText('值守电话').first()).toBeVisible()
    await expect(kiosk.getByRole('list', { name: '常用热线' })).toContainText('12345')

    await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
    await expect(kiosk.getByRole('heading', { name: '带什么' })).toBeVisible()
    await expect(kiosk.getByRole('button', { name: '直接取号' })).toHaveCount(0)
    await expect(kiosk.getByText(/08:30 开放/)).toBeVisible()
  } finally {
    await house.close()
    await hub.stop()
    hub.remove()
    rmSync(book, { recursive: true, force: true })
  }
})

test('a print that fails leaves the number on the glass, asks for a photo, and is known at the desk', async ({
  house,
}) => {
  const breaks = () => {
    window.print = () => {
      throw new Error('out of paper')
    }
  }
  const [kiosk, desk] = await Promise.all([house.kiosk({ print: breaks }), house.desk()])
  const { label } = await takeNumber(kiosk)
  await expect(kiosk.getByRole('status').filter({ hasText: '请用手机拍下这个号' })).toBeVisible()
  await expect(kiosk.getByText('请取走小票')).toHaveCount(0)
  await expect(kiosk.locator('.plate').filter({ hasText: label }).first()).toBeVisible()

  await expect(desk.locator('[data-list="unprinted"]').getByText(label)).toBeVisible()
  await press(desk, 'Space')
  await expect(current(desk, label)).toContainText('没有纸号')
})

test('a printer that says nothing counts as failed', async ({ house }) => {
  const silent = () => {
    window.print = () => {}
  }
  const [kiosk, desk] = await Promise.all([house.kiosk({ print: silent }), house.desk()])
  const { label } = await takeNumber(kiosk)
  await expect(kiosk.getByRole('status').filter({ hasText: '正在打印' })).toBeVisible()
  await expect(kiosk.getByRole('status').filter({ hasText: '请用手机拍下这个号' })).toBeVisible()
  await expect(desk.locator('[data-list="unprinted"]').getByText(label)).toBeVisible()
})

test('a kiosk that was left asks first, and then goes home in Chinese and normal type', async ({ house }) => {
  const kiosk = await house.kiosk()
  await kiosk.getByRole('button', { name: 'English' }).click()
  await kiosk.getByRole('button', { name: /Large text|Bigger/ }).click()
  await kiosk.clock.install()
  await kiosk.getByRole('button', { name: /^B Repairs/ }).click()
  await expect(kiosk.getByRole('heading', { level: 1, name: 'Self-governance' })).toBeVisible()
  await kiosk.clock.runFor(46_000)
  await expect(kiosk.getByRole('heading', { name: 'Are you still there' })).toBeVisible()
  await kiosk.getByRole('button', { name: 'Yes, I am still here' }).click()
  await expect(kiosk.getByRole('heading', { level: 1, name: 'Self-governance' })).toBeVisible()
  await kiosk.clock.runFor(61_000)
  await expect(kiosk.getByRole('heading', { name: '您来办什么事' })).toBeVisible()
  await expect(kiosk.getByRole('button', { name: '大字' })).toBeVisible()
})

test('whoever needs it is served sooner, by a class that nobody must name', async ({ house }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  await takeNumber(kiosk, 'roof-leak')
  await kiosk.getByRole('button', { name: '完成' }).click()
  await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
  await kiosk.getByRole('button', { name: '70 岁以上' }).click()
  await expect(kiosk.getByText('下一个就是您')).toBeVisible()
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B002')
})
