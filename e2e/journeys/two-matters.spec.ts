// Two matters on one number across two windows, what is missing on the phone, and a window that is left with somebody called.
import { current, expect, member, numberOn, press, primary, test, visit, wordsOf } from './house.ts'

test('two matters are settled with one number, one after another', async ({ house }) => {
  const [kiosk, services, repairs] = await Promise.all([
    house.kiosk(),
    house.desk({ as: 'wang', window: 2 }),
    house.desk({ as: 'zhang', window: 3 }),
  ])

  const { label, path } = await test.step('a second matter is added before the number is taken', async () => {
    await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
    await kiosk.getByRole('button', { name: '还要办别的事' }).click()
    await expect(kiosk.getByRole('heading', { name: '还要办什么事' })).toBeVisible()
    await expect(kiosk.getByRole('button', { name: wordsOf('roof-leak') })).toHaveCount(0)
    await kiosk.getByRole('button', { name: wordsOf('senior-card') }).click()
    await expect(kiosk.getByText('同一个号还办')).toBeVisible()
    await kiosk.getByRole('button', { name: '直接取号' }).click()
    return numberOn(kiosk)
  })
  expect(label).toBe('B001')
  const phone = await house.phone(path)
  await expect(phone.locator('[data-matters="2"]')).toContainText(wordsOf('senior-card'))

  await test.step('the first window ticks what is missing, and the phone says it', async () => {
    await expect(primary(repairs)).toHaveAccessibleName('叫下一位 B001')
    await press(repairs, 'Space')
    await expect(current(repairs, label)).toBeVisible()
    await press(repairs, 'Space')
    await expect(repairs.locator('[data-matters="1/2"]')).toBeVisible()
    await repairs.getByRole('button', { name: '现场照片' }).click()
    await expect(repairs.getByRole('button', { name: '现场照片' })).toHaveAttribute('aria-pressed', 'true')
    await expect(phone.locator('[data-missing]')).toContainText('现场照片')
  })

  await test.step('one key settles it; the other window has the second, and hands it on', async () => {
    await expect(primary(repairs)).toHaveAccessibleName('办好，下一件 B001')
    await press(repairs, 'Space')
    await expect(repairs.locator('[data-state="idle"]')).toBeVisible()
    await expect(primary(services)).toHaveAccessibleName('叫下一位 B001')
    await press(services, 'Space')
    await expect(phone.getByRole('alert')).toContainText('2 号窗口')
    await press(services, 'Space')
    await expect(services.locator('[data-matters="2/2"]')).toBeVisible()
    await press(services, 't')
    await press(services, '3')
    await expect(primary(repairs)).toHaveAccessibleName('叫下一位 B001')
  })

  await test.step('it ends where it was sent, and what was missing stays on the phone', async () => {
    await press(repairs, 'Space')
    await expect(current(repairs, label)).toBeVisible()
    await press(repairs, 'Space')
    await expect(primary(repairs)).toHaveAccessibleName('办结 B001')
    await press(repairs, 'Space')
    await expect(phone.getByRole('heading', { name: '办完了' })).toBeVisible()
    await expect(phone.locator('[data-missing]')).toContainText('现场照片')
  })
})

test('a lane without a window is said before the number; a window that is left loses nobody', async ({ house }) => {
  const [kiosk, repairs] = await Promise.all([house.kiosk(), house.desk({ as: 'zhang', window: 3 })])
  await kiosk.getByRole('button', { name: wordsOf('senior-card') }).click()
  await expect(kiosk.locator('[data-unserved="service"]')).toContainText('现在没有窗口办这件事')
  await kiosk.getByRole('button', { name: '返回' }).click()
  expect(await visit(kiosk, 'senior-card')).toBe('C001')
  const phone = await house.phone('/h/')
  await expect(phone.locator('[data-unserved]')).toContainText('民生服务')
  await expect(repairs.locator('[data-unserved="service"]')).toContainText('1 人在等')

  const services = await house.desk({ as: 'wang', window: 2 })
  await expect(repairs.locator('[data-unserved="service"]')).toHaveCount(0)
  await expect(phone.locator('[data-unserved]')).toHaveCount(0)
  await expect(primary(services)).toHaveAccessibleName('叫下一位 C001')
  await press(services, 'Space')
  await expect(current(services, 'C001')).toBeVisible()
  await services.getByRole('button', { name: '离开窗口' }).click()
  await services.getByRole('dialog').locator('[data-close="lanes"]').click()
  await expect(services.getByRole('heading', { name: '今天坐哪个窗口' })).toBeVisible()
  await expect(repairs.locator('[data-unserved="service"]')).toContainText('1 人在等')

  await services.keyboard.press('2')
  await expect(primary(services)).toHaveAccessibleName('叫下一位 C001')
  await services.getByRole('button', { name: '暂停服务' }).click()
  await expect(services.getByRole('dialog').getByRole('button', { name: '休息' })).toBeFocused()
  await services
    .getByRole('dialog')
    .getByRole('button', { name: /15 分钟/ })
    .click()
  await expect(services.getByRole('heading', { name: /暂停服务/ })).toBeVisible()
  await expect(repairs.locator('[data-unserved="service"]')).toContainText('到 2 号窗口')
  await press(services, 'Space')
  await expect(primary(services)).toHaveAccessibleName('叫下一位 C001')

  await test.step('signing out names what the window holds: back to finish it, or hand it over and go', async () => {
    await press(services, 'Space')
    await expect(current(services, 'C001')).toBeVisible()
    await services.getByRole('button', { name: '退出登录' }).click()
    await expect(services.getByRole('dialog')).toContainText('C001')
    await services.keyboard.press('Escape')
    await expect(services.getByRole('dialog')).toHaveCount(0)
    await expect(current(services, 'C001')).toBeVisible()
    await services.getByRole('button', { name: '退出登录' }).click()
    await services.getByRole('dialog').locator('[data-close="w3"]').click()
    await expect(services.getByRole('button', { name: member('wang').name })).toBeVisible()
    await expect(primary(repairs)).toHaveAccessibleName('叫下一位 C001')
  })
})
