// A resident waits away from the hall and follows on a phone: how long, missed and back again, leaving, and two numbers of one family.
import { current, expect, press, primary, takeNumber, test, visit } from './house.ts'
import type { Page } from '@playwright/test'

/** The next visitor's number, from a kiosk that is at home again afterwards. */
async function number(kiosk: Page): Promise<{ label: string; path: string }> {
  const taken = await takeNumber(kiosk, 'roof-leak')
  await kiosk.getByRole('button', { name: '完成' }).click()
  return taken
}

const band = (phone: Page) => phone.locator('[data-wait]')

test('the band that comes with the number stays until something happens; it is time to come as the turn is near', async ({
  house,
}) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  for (let index = 0; index < 5; index += 1) await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(current(desk, 'B001')).toBeVisible()

  const { label, path } = await takeNumber(kiosk, 'roof-leak')
  const promised = await kiosk
    .getByText(/要等多久：约 \d+–\d+ 分钟/)
    .first()
    .textContent()
  const minutes = /约 \d+–\d+ 分钟/.exec(promised ?? '')?.[0] ?? ''
  await kiosk.getByRole('button', { name: '完成' }).click()

  const phone = await house.phone(path)
  await expect(phone).toHaveTitle(new RegExp(`^${label}`))
  await expect(band(phone)).toContainText(minutes)
  const first = await band(phone).textContent()
  await test.step('another look, and somebody behind: the same', async () => {
    await number(kiosk)
    await phone.reload()
    await expect(band(phone)).toBeVisible()
    expect(await band(phone).textContent()).toBe(first)
  })
  await test.step('the phone is allowed to sound, and says what it can', async () => {
    await phone.getByRole('button', { name: '提醒我' }).click()
    await expect(phone.locator('[data-alerting="on"]')).toContainText('声音：可以')
  })
  await test.step('calls bring it near, and the phone rings', async () => {
    for (let number = 1; number < 5; number += 1) {
      await press(desk, 'Space')
      await expect(current(desk, `B00${number}`, 'serving')).toBeVisible()
      await press(desk, 'Space')
      await expect(primary(desk)).toHaveAccessibleName(`叫下一位 B00${number + 1}`)
      await press(desk, 'Space')
      await expect(current(desk, `B00${number + 1}`)).toBeVisible()
    }
    await expect(phone.getByRole('heading', { name: '下一个就是您' })).toBeVisible()
    await expect.poll(async () => Number(await phone.locator('html').getAttribute('data-rang'))).toBeGreaterThan(0)
  })
})

test('missed on the phone, back by oneself, and then left; the desk sees it and gives the place back', async ({
  house,
}) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  const mine = await number(kiosk)
  const phone = await house.phone(mine.path)
  await expect(primary(desk)).toHaveAccessibleName(`叫下一位 ${mine.label}`)
  await press(desk, 'Space')
  await expect(phone.getByRole('alert')).toContainText('1 号窗口')

  await test.step('nobody came: the desk says so, with a reason where no call was proven', async () => {
    await press(desk, 'm')
    await expect(desk.getByRole('dialog')).toBeVisible()
    await press(desk, '1')
    await expect(phone.getByRole('heading', { name: '刚才叫过您的号' })).toBeVisible()
  })
  await test.step('I am back', async () => {
    await phone.getByRole('button', { name: '我回来了' }).click()
    await expect(phone.getByRole('heading', { name: '下一个就是您' })).toBeVisible()
    await expect(primary(desk)).toHaveAccessibleName(`叫下一位 ${mine.label}`)
  })
  await test.step('leaving asks once more, and is seen at the desk', async () => {
    await phone.getByRole('button', { name: '不等了，退出排队' }).click()
    await phone.getByRole('button', { name: '退出', exact: true }).click()
    await expect(phone.getByRole('heading', { name: '您已退出排队' })).toBeVisible()
    await expect(desk.locator('[data-list="gone"]')).toContainText(mine.label)
  })
  await test.step('taken back within the time, by the phone and by the desk', async () => {
    await phone.getByRole('button', { name: '按错了，我还要等' }).click()
    await expect(phone.getByRole('heading', { name: '下一个就是您' })).toBeVisible()
    await phone.getByRole('button', { name: '不等了，退出排队' }).click()
    await phone.getByRole('button', { name: '退出', exact: true }).click()
    await desk.getByRole('button', { name: `放回 ${mine.label}` }).click()
    await expect(phone.getByRole('heading', { name: '下一个就是您' })).toBeVisible()
  })
})

test('two numbers on one phone: each with its state, and the one that is called comes to the front', async ({
  house,
}) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  const [first, second] = [await number(kiosk), await number(kiosk)]
  const phone = await house.phone(first.path)
  await expect(phone).toHaveTitle(new RegExp(`^${first.label}`))
  // The other's code, scanned with the same phone.
  await phone.goto(second.path)
  const numbers = phone.getByRole('navigation', { name: '这部手机上的号' })
  await expect(numbers.getByRole('listitem')).toHaveCount(2)
  await expect(phone).toHaveTitle(new RegExp(`^${second.label}`))
  await expect(numbers).toContainText(first.label)

  await expect(primary(desk)).toHaveAccessibleName(`叫下一位 ${first.label}`)
  await press(desk, 'Space')
  await expect(phone.getByRole('alert')).toContainText('1 号窗口')
  await expect(phone).toHaveTitle(new RegExp(`^${first.label}`))

  await numbers.getByRole('button', { name: new RegExp(`^${second.label}`) }).click()
  await expect(phone).toHaveTitle(new RegExp(`^${second.label}`))
  await numbers.getByRole('button', { name: `从手机上去掉 ${first.label}` }).click()
  await expect(numbers).toHaveCount(0)
  // What the phone keeps is the list and nothing else.
  expect(await phone.evaluate(() => Object.keys(localStorage))).toEqual(['hall-numbers'])
})
