// An event from the office's form to the wall: its rule and its room, places at the kiosk, the waiting list, leaving on a phone, and one
// day that does not take place.
import { expect, test as base, type Page } from '@playwright/test'
import { said } from './house.ts'
import { MovedHall, says } from './moved-clock.ts'
import { Visitors } from './office-desk.ts'

const test = base.extend<{ moved: MovedHall; visitors: Visitors }>({
  moved: async ({ browser }, use) => {
    // Monday; the 5th of December is a Saturday.
    const moved = await MovedHall.open(browser, '2026-11-30 10:00')
    await use(moved)
    await moved.close()
  },
  visitors: async ({ moved, browser }, use) => {
    const visitors = new Visitors(moved.hall, browser)
    await use(visitors)
    await visitors.close()
  },
})

const TITLE = '楼组长恳谈会'

/** The form as a clerk fills it: on the 5th of each month, on a rest day the next workday, two places. */
async function fill(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '新建活动' }).click()
  await desk.getByLabel('名称', { exact: true }).fill(TITLE)
  await desk.getByRole('button', { name: '每月几日', exact: true }).click()
  await desk.getByRole('combobox', { name: '每月几日' }).selectOption('5')
  await desk.getByRole('button', { name: '顺延到下一个工作日' }).click()
  await desk.getByRole('button', { name: '要报名，名额' }).click()
  await desk.getByRole('spinbutton', { name: '名额' }).fill('2')
}

/** Early, so that it stands first on its day. */
async function early(desk: Page): Promise<void> {
  await desk.getByLabel('从', { exact: true }).selectOption('07:00')
  await desk.getByLabel('到', { exact: true }).selectOption('08:00')
}

async function signUp(kiosk: Page, as: '1 人报名' | '1 人候补'): Promise<{ number: string; path: string }> {
  await kiosk.getByRole('button', { name: new RegExp(TITLE) }).click()
  await kiosk.getByRole('button', { name: as }).click()
  await expect(kiosk.getByRole('heading', { name: as === '1 人报名' ? '报名成功' : '已排上候补' })).toBeVisible()
  const number = (await kiosk.locator('[data-signup]').getAttribute('data-signup')) ?? ''
  const picture = (await kiosk.getByRole('img', { name: /二维码/ }).getAttribute('src')) ?? ''
  await kiosk.getByRole('button', { name: '好了' }).click()
  return { number, path: picture.replace(/\/qr\.svg$/, '') }
}

test('a monthly event with places: planned, full, waited for, left, and on the wall on its day', async ({
  moved,
  visitors,
}) => {
  const desk = await visitors.office('chen', '日历')
  const { kiosk, wall } = moved

  await test.step('the form says the next days before anything is kept, and what is in the room', async () => {
    await fill(desk)
    await expect(desk.locator('[data-preview]').getByRole('listitem').first()).toHaveText(
      '2026年12月7日 周一（原定 12月5日 周六）',
    )
    // The lawyer is there on Wednesdays at two: the 5th of May is one.
    await desk.getByRole('button', { name: '平安调处室' }).click()
    await expect(desk.locator('[data-clash]')).toContainText('社区律师免费咨询')
    // Who presses it all the same is told the same.
    await desk.getByRole('button', { name: '保存' }).click({ force: true })
    await expect(said(desk)).toContainText('平安调处室已有安排')
    await early(desk)
    await expect(desk.getByText('房间都空着')).toBeVisible()
    await desk.getByRole('button', { name: '保存' }).click()
    await expect(said(desk)).toContainText('已保存')
    await expect(desk.locator('[data-date="2026-12-07"]')).toHaveAttribute('aria-pressed', 'true')
  })

  const places = await test.step('two have a place at the kiosk, the third waits', async () => {
    await kiosk.getByRole('button', { name: '活动', exact: true }).click()
    await kiosk.getByRole('button', { name: /^12月7日/ }).click()
    const [first, second, third] = [
      await signUp(kiosk, '1 人报名'),
      await signUp(kiosk, '1 人报名'),
      await signUp(kiosk, '1 人候补'),
    ]
    expect([first.number, second.number, third.number]).toEqual(['1', '2', '3'])
    return { first, third }
  })

  await test.step('one leaves on the phone, and whoever waited has the place', async () => {
    const waiting = await visitors.phone(places.third.path)
    await expect(waiting.getByRole('heading', { name: '在候补名单上' })).toBeVisible()
    await expect(waiting.getByText('下一个就轮到您')).toBeVisible()
    const leaving = await visitors.phone(places.first.path)
    await expect(leaving.getByRole('heading', { name: '报名成功' })).toBeVisible()
    await leaving.getByRole('button', { name: '不去了，退出' }).click()
    await leaving.getByRole('button', { name: '确定退出' }).click()
    await expect(leaving.getByRole('heading', { name: '已退出' })).toBeVisible()
    await expect(waiting.getByRole('heading', { name: '报名成功' })).toBeVisible()
  })

  await test.step('the office sees numbers only, and gives one more place', async () => {
    await desk
      .getByRole('button', { name: new RegExp(TITLE) })
      .last()
      .click()
    await expect(desk.locator('[data-number]')).toHaveCount(2)
    await expect(desk.locator('[data-number="3"]')).toContainText('有位子')
    await desk.getByRole('spinbutton', { name: '名额' }).fill('3')
    await desk.getByRole('button', { name: '改名额' }).click()
    await expect(desk.getByText('名额 3 · 还剩 1')).toBeVisible()
  })

  await test.step('on its day it is on the wall, with why it is not on the 5th', async () => {
    await moved.move('2026-12-07 06:45')
    await says(wall, [TITLE, '07:00', '原定12月5日，遇休息日顺延'])
  })
})

test('a resident signs up on the phone; the day is cancelled, and everybody is told why', async ({
  moved,
  visitors,
}) => {
  const desk = await visitors.office('chen', '日历')
  await fill(desk)
  await early(desk)
  await desk.getByRole('button', { name: '保存' }).click()
  await expect(said(desk)).toContainText('已保存')

  const phone = await visitors.phone('/h/events')
  await phone
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click()
  await phone.getByRole('button', { name: '报名 1 人' }).click()
  await expect(phone.getByRole('heading', { name: '报名成功' })).toBeVisible()
  await expect(phone).toHaveURL(/\/h\/signup\//)
  const file = await phone.getByRole('link', { name: '加到日历' }).getAttribute('href')
  expect(await (await phone.request.get(file ?? '')).text()).toContain(`SUMMARY:${TITLE}`)

  await desk
    .getByRole('button', { name: new RegExp(TITLE) })
    .last()
    .click()
  await desk.getByRole('button', { name: '这一次取消' }).click()
  await desk.getByLabel('原因（居民会看到）').selectOption({ label: '天气原因' })
  await desk.getByRole('button', { name: '确定取消这一次' }).click()
  await expect(said(desk)).toContainText('已取消')

  await expect(phone.getByRole('heading', { name: '这场取消了' })).toBeVisible()
  await expect(phone.getByText('天气原因')).toBeVisible()
  await moved.kiosk.getByRole('button', { name: '活动', exact: true }).click()
  await moved.kiosk.getByRole('button', { name: /^12月7日/ }).click()
  await expect(moved.kiosk.getByRole('button', { name: new RegExp(TITLE) })).toContainText('取消')

  await desk.getByRole('button', { name: '恢复原定' }).click()
  await expect(phone.getByRole('heading', { name: '报名成功' })).toBeVisible()
})
