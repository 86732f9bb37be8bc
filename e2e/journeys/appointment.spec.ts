// An appointment: booked on a phone without a name, checked in at the kiosk, called at the desk; and one that a typhoon takes away.
import { expect, test as base, type Page } from '@playwright/test'
import { current, numberOn, press, primary, wordsOf } from './house.ts'
import { MovedHall } from './moved-clock.ts'
import { Visitors } from './office-desk.ts'

const test = base.extend<{ moved: MovedHall; visitors: Visitors }>({
  moved: async ({ browser }, use) => {
    // Monday.
    const moved = await MovedHall.open(browser, '2026-11-23 10:00')
    await use(moved)
    await moved.close()
  },
  visitors: async ({ moved, browser }, use) => {
    const visitors = new Visitors(moved.hall, browser)
    await use(visitors)
    await visitors.close()
  },
})

const MATTER = 'senior-card'

/** On a phone, from the hall's page: the matter, the day, the time. Resolves with the eight digits. */
async function book(phone: Page, date: string, time: string): Promise<string> {
  await phone.getByRole('link', { name: '预约办事' }).click()
  await phone
    .getByRole('link', { name: wordsOf(MATTER) })
    .first()
    .click()
  await phone.locator(`[data-date="${date}"]`).click()
  await phone.getByRole('button', { name: time, exact: true }).click()
  await phone.getByRole('button', { name: '确定预约' }).click()
  await expect(phone.getByRole('heading', { name: '已约好' })).toBeVisible()
  await expect(phone).toHaveURL(/\/h\/appointment\//)
  return (await phone.locator('[data-short]').getAttribute('data-short')) ?? ''
}

test('booked on the phone, checked in at the kiosk on time, called at the desk', async ({ moved, visitors }) => {
  const { kiosk } = moved
  const phone = await visitors.phone('/h/')
  const short = await book(phone, '2026-11-23', '10:30')
  await moved.move('2026-11-23 10:25')

  await test.step('a wrong code is said so, and the right one is found', async () => {
    await kiosk.getByRole('button', { name: '有预约' }).click()
    for (const digit of '10000000') await kiosk.getByRole('button', { name: digit, exact: true }).click()
    await expect(kiosk.getByRole('status')).toContainText('没有找到这个预约')
    for (const digit of short) await kiosk.getByRole('button', { name: digit, exact: true }).click()
    await expect(kiosk.getByRole('heading', { name: wordsOf(MATTER) })).toBeVisible()
    await expect(kiosk.getByRole('status')).toContainText('您准时')
  })

  const { label } = await test.step('one touch gives the number, and the phone leads to it', async () => {
    await kiosk.getByRole('button', { name: '报到取号' }).click()
    const number = await numberOn(kiosk)
    expect(number.label).toBe('C001')
    await expect(phone.getByRole('heading', { name: '已报到' })).toBeVisible()
    await expect(phone.getByRole('link', { name: '在手机上看排队' })).toHaveAttribute('href', /\/t\//)
    return number
  })

  await test.step('scanned once more it is the same number', async () => {
    await kiosk.getByRole('button', { name: '完成' }).click()
    await kiosk.getByRole('button', { name: '有预约' }).click()
    await expect(kiosk.getByRole('heading', { name: '我有预约' })).toBeVisible()
    await kiosk.keyboard.type(phone.url())
    await kiosk.keyboard.press('Enter')
    await expect(kiosk.getByRole('status')).toContainText(label)
    await kiosk.getByRole('button', { name: '再看这个号' }).click()
    expect((await numberOn(kiosk)).label).toBe(label)
  })

  await test.step('scanned at home it is there at once, slow typing does nothing, and nothing of it stays', async () => {
    await kiosk.getByRole('button', { name: '完成' }).click()
    await expect(kiosk.locator('[data-choice="appointment"]')).toBeVisible()
    await kiosk.keyboard.type(short, { delay: 150 })
    await kiosk.keyboard.press('Enter')
    await expect(kiosk.locator('[data-choice="appointment"]')).toBeVisible()
    await kiosk.keyboard.type(phone.url())
    await kiosk.keyboard.press('Enter')
    await expect(kiosk.getByRole('status')).toContainText(label)
    await kiosk.getByRole('button', { name: '返回' }).click()
    await expect(kiosk.getByRole('heading', { name: '我有预约' })).toBeVisible()
    await expect(kiosk.locator('[data-typed]')).toHaveAttribute('data-typed', '')
    await kiosk.getByRole('button', { name: '首页' }).click()
    await kiosk.getByRole('button', { name: '有预约' }).click()
    await expect(kiosk.getByRole('heading', { name: '我有预约' })).toBeVisible()
    await expect(kiosk.locator('[data-typed]')).toHaveAttribute('data-typed', '')
  })

  await test.step('the desk has it in the list, and calls it', async () => {
    const desk = await visitors.office('chen', '预约')
    await expect(desk.locator(`[data-appointment="${short}"]`)).toHaveAttribute('data-state', 'arrived')
    await desk.getByRole('button', { name: '窗口', exact: true }).click()
    await desk.keyboard.press('1')
    await expect(primary(desk)).toHaveAccessibleName(`叫下一位 ${label}`)
    await press(desk, 'Space')
    await expect(current(desk, label)).toBeVisible()
  })
})

test('cancelled by a typhoon: the page says why and offers other times, and the desk knows whom it concerns', async ({
  moved: { hall },
  visitors,
}) => {
  const phone = await visitors.phone('/h/')
  const short = await book(phone, '2026-11-25', '14:00')
  const desk = await visitors.office('manager', '预约')
  await expect(desk.locator(`[data-appointment="${short}"]`)).toHaveAttribute('data-state', 'booked')

  const token = await hall.clerk(null, 'manager')
  const { version } = (await hall.api<{ version: number }>('GET', '/api/hours/office', { token })).body
  const reason = { zh: '台风停开', en: 'Closed for a typhoon' }
  const closed = { seen: version, date: '2026-11-25', spans: [], reason, source: '街道通知' }
  expect((await hall.api('POST', '/api/hours/exceptions', { token, body: closed })).status).toBe(200)

  await expect(phone.getByRole('heading', { name: '预约已取消' })).toBeVisible()
  await expect(phone.getByText('台风停开')).toBeVisible()
  await expect(desk.getByRole('heading', { name: /因开放时间变动取消的/ })).toBeVisible()
  await expect(desk.locator(`[data-appointment="${short}"]`)).toContainText('台风停开')

  await phone.locator('[data-next]').first().click()
  await expect(phone.getByRole('heading', { name: '已约好' })).toBeVisible()
  await expect(phone.locator('[data-short]')).toHaveAttribute('data-short', short)
})
