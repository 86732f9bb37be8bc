// How a screen becomes the hall's and stops being it.
import { expect, PORTRAIT, said, takeNumber, test, WALL } from './house.ts'

test('a new wall shows a code, a manager types it at a desk, and the wall starts', async ({ house }) => {
  const [wall, desk] = await Promise.all([house.page(WALL), house.desk()])
  await wall.goto('/display/')
  await expect(wall.getByRole('heading', { name: '还没有配对' })).toBeVisible()
  const shown = wall.getByRole('img', { name: /配对码/ })
  await expect(shown).toBeVisible()
  const code = ((await shown.textContent()) ?? '').replaceAll(/\s/g, '')
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)

  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '设备' }).click()
  const letters = desk.getByLabel('设备屏幕上的 8 个字母')
  await letters.fill(code === 'BBBBBBBB' ? 'CCCCCCCC' : 'BBBBBBBB')
  await desk.getByLabel('给它起个名字').fill('走廊屏')
  await desk.getByRole('button', { name: '配对', exact: true }).click()
  await expect(said(desk)).toContainText('没有这个配对码')

  await letters.fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)
  await desk.getByRole('button', { name: '配对', exact: true }).click()
  await expect(wall.locator('[data-rev]')).toBeVisible()
  await expect(desk.getByRole('rowheader', { name: '走廊屏' }).first()).toBeVisible()
  await expect(desk.getByRole('row').filter({ hasText: '走廊屏' }).filter({ hasText: '显示最新' })).toBeVisible()
})

test('a revoked kiosk goes back to its code within two seconds', async ({ house }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  await takeNumber(kiosk)
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '设备' }).click()
  await desk
    .getByRole('button', { name: /^撤销配对 (取号机|kiosk)/ })
    .first()
    .click()
  await desk.getByRole('button', { name: '确定撤销' }).click()
  await expect(kiosk.getByRole('heading', { name: '还没有配对' })).toBeVisible()
  await kiosk.reload()
  await expect(kiosk.getByRole('heading', { name: '还没有配对' })).toBeVisible()
})

test('a one-time link works once', async ({ house }) => {
  const link = await house.hub.link('kiosk')
  const [first, second] = await Promise.all([house.page(PORTRAIT), house.page(PORTRAIT)])
  await first.goto(link)
  await expect(first.getByRole('heading', { name: '您来办什么事' })).toBeVisible()
  await second.goto(link)
  await expect(second.locator('[data-pair]')).toContainText('用过')
  await expect(second).toHaveURL(/\/pair\/$/)
})

test('whoever follows a number needs its code', async ({ house }) => {
  const phone = await house.phone('/t/AAAAAAAAAAAAAAAAAAAAAA')
  await expect(phone.getByRole('heading', { name: '没有找到这个号' })).toBeVisible()
})
