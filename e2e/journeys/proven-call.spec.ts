// A call that nobody heard is noticed at the desk, and nobody is marked as missed for it without a word; once the wall has spoken, they are.
import { browserOptions } from '../browser.ts'
import { current, expect, press, primary, test, visit, WALL } from './house.ts'

test.use({ launchOptions: browserOptions({ sound: false }) })

test('a wall without sound is noticed at the desk, and missed needs a reason until a call was proven', async ({
  house,
}) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  const alarm = desk.locator('[data-alarm]')
  const proof = desk.locator('[data-ticket] [data-proof]')
  const why = desk.getByRole('dialog', { name: '为什么过号' })
  const missed = desk.locator('[data-list="missed"]')
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'senior-card')

  await test.step('no wall hangs: the desk is told to call by mouth at once', async () => {
    await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
    await press(desk, 'Space')
    await expect(alarm).toContainText('请到门口喊一声“请 B001 到 1 号窗口”')
    await expect(proof).toContainText('没有连着的大屏')
    await press(desk, 'z')
    await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
    await expect(alarm).toHaveCount(0)
  })

  // Looking into a page by a test counts as touching it: until the wall has found out that it is silent, only the desk is looked at.
  const wall = await house.page(WALL)
  await wall.goto(await house.hub.link('display'))
  await expect(desk.getByRole('list', { name: '屏幕问题' })).toContainText('没有声音')

  await test.step('a silent wall shows the call, and the desk knows that nobody heard it', async () => {
    await press(desk, 'Space')
    await expect(current(desk, 'B001')).toBeVisible()
    await expect(proof).toHaveText('1/1 块大屏已显示，没有播报')
    await expect(alarm).toContainText('B001 没有播报出声')
  })

  await test.step('missed asks why; without an answer nothing happens', async () => {
    await press(desk, 'm')
    await expect(why).toContainText('1/1 块大屏已显示，没有播报')
    await press(desk, 'Escape')
    await expect(why).toHaveCount(0)
    await expect(current(desk, 'B001')).toBeVisible()
    await press(desk, 'm')
    await why.getByRole('button', { name: '已到门口喊过，没人应' }).click()
    await expect(missed.getByText('B001')).toBeVisible()
    await expect(alarm).toHaveCount(0)
  })

  await test.step('a wall that speaks proves the call, and missed goes through', async () => {
    await wall.mouse.click(400, 400)
    await expect(desk.getByRole('list', { name: '屏幕问题' })).toHaveCount(0)
    await press(desk, 'Space')
    await expect(current(desk, 'C001')).toBeVisible()
    await expect(proof).toHaveText('1/1 块大屏已显示，已播报')
    await expect(alarm).toHaveCount(0)
    await press(desk, 'm')
    await expect(missed.getByText('C001')).toBeVisible()
    await expect(why).toHaveCount(0)
  })

  await test.step('the reason stands in the log', async () => {
    await desk.getByRole('button', { name: '办公' }).click()
    await desk.getByRole('button', { name: '记录' }).click()
    const row = desk.getByRole('row').filter({ hasText: 'B001' }).filter({ hasText: '没人应' })
    await expect(row).toBeVisible()
  })
})
