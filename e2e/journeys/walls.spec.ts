// The manager lays out the walls: sizes by the reading distance, panels by buttons, and which display shows which.
import type { Page } from '@playwright/test'
import type { DayPart } from '#contract/words.ts'
import { dayPart } from '#assets/i18n/wall-words.ts'
import { rule } from '../wall-ruler.ts'
import { expect, said, test } from './house.ts'

async function wallsPage(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '大屏', exact: true }).click()
  await expect(desk.getByLabel('站多远看（米）')).toBeVisible()
}
const preview = (desk: Page) => desk.locator('.one').frameLocator('iframe').locator('.wall')

test('a reading distance becomes type on the wall, as the preview showed it', async ({ house }) => {
  const wall = await house.wall()
  const desk = await house.desk({ window: null })
  await wallsPage(desk)
  await expect(desk.locator('[data-sizes]')).toContainText('号码高 115 像素')
  await expect(preview(desk)).toHaveAttribute('data-distance', '6')

  await desk.getByLabel('站多远看（米）').fill('4')
  await expect(desk.locator('[data-sizes]')).toContainText('4 米外看 55 英寸：号码高 77 像素')
  await expect(preview(desk)).toHaveAttribute('data-distance', '4')
  await expect(wall.locator('.wall')).toHaveAttribute('data-distance', '6')
  await desk.getByRole('button', { name: '保存' }).click()
  await expect(said(desk)).toContainText('已保存')
  await expect(wall.locator('.wall')).toHaveAttribute('data-distance', '4')
  expect((await rule(wall)).faults).toEqual([])
})

test('panels are chosen and put in order without a mouse', async ({ house }) => {
  const wall = await house.wall()
  const desk = await house.desk({ window: null })
  await wallsPage(desk)
  await expect(preview(desk).locator('.events')).toHaveCount(1)
  await desk.getByRole('button', { name: '去掉 今日活动' }).press('Enter')
  await expect(preview(desk).locator('.events')).toHaveCount(0)

  // What the wall shows now, whatever the time of day.
  const part = ((await wall.locator('.wall').getAttribute('data-part')) ?? 'open') as DayPart
  await desk.getByRole('button', { name: dayPart[part].zh }).press('Enter')
  await desk.getByRole('button', { name: '各室安排', exact: true }).press('Enter')
  const order = () => desk.locator('.shows ol .name').allTextContents()
  expect((await order()).at(-1)).toBe('各室安排')
  await desk.getByRole('button', { name: '上移 各室安排' }).press('Enter')
  await desk.keyboard.press('Enter')
  expect((await order()).at(-3)).toBe('各室安排')
  await desk.getByRole('button', { name: '保存' }).press('Enter')
  await expect(wall.locator('.rooms')).toHaveCount(1)
})

test('a second display becomes the sign of a room, and is the first wall again when that is removed', async ({
  house,
}) => {
  const display = await house.wall()
  const desk = await house.desk({ window: null })
  await wallsPage(desk)
  await desk.getByRole('button', { name: '新建版式' }).click()
  await desk.locator('.fields').getByRole('button', { name: '房间门牌', exact: true }).click()
  await desk.getByRole('button', { name: '保存' }).click({ force: true })
  await expect(desk.getByText('请选这块门牌是哪个房间的')).toBeVisible()
  await desk.getByLabel('哪个房间的门牌').selectOption({ index: 1 })
  const room = (await desk.getByLabel('哪个房间的门牌').locator('option:checked').textContent()) ?? ''
  await desk.getByRole('button', { name: '保存' }).click()
  await expect(said(desk)).toContainText('已新建')

  await desk
    .locator('section', { hasText: '哪块屏显示哪面' })
    .getByRole('combobox')
    .first()
    .selectOption({ label: '门牌' })
  await expect(display.locator('.door')).toContainText(room)
  expect((await rule(display)).faults).toEqual([])

  await desk.getByRole('button', { name: '删除这面' }).click()
  await desk.getByRole('button', { name: '确定删除' }).click()
  await expect(said(desk)).toContainText('已删除')
  await expect(display.locator('.door')).toHaveCount(0)
})
