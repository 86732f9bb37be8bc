// The office keeps the contact cards, and residents see it at once: somebody else becomes responsible, somebody leaves, a table is taken in.
import { expect, test as base, type Page } from '@playwright/test'
import { MovedHall } from './moved-clock.ts'
import { Visitors } from './office-desk.ts'

const test = base.extend<{ moved: MovedHall; visitors: Visitors }>({
  moved: async ({ browser }, use) => {
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

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const part = (desk: Page, name: string) =>
  desk.getByRole('navigation', { name: '联系卡' }).getByRole('button', { name, exact: true }).click()
const undoLast = async (desk: Page) => {
  await part(desk, '修改记录')
  await desk.getByRole('button', { name: /^撤销/ }).first().click()
  await expect(desk.getByText('已撤销，各屏幕已更新')).toBeVisible()
}

test('another person is responsible: the card at the kiosk changes by itself, and back', async ({
  moved,
  visitors,
}) => {
  const { kiosk } = moved
  await press(kiosk, /找人/)
  await press(kiosk, '漏水')
  const [before, after] = [kiosk.locator('[data-person="xu"]'), kiosk.locator('[data-person="zhou"]')]
  await expect(before).toBeVisible()

  const desk = await visitors.office('manager', '联系卡')
  await part(desk, '事项归谁')
  await desk.getByRole('searchbox').fill('漏水')
  await press(desk, '屋顶漏水了')
  const first = desk.getByRole('group', { name: '先找' })
  await first.getByRole('button', { name: '物业经理' }).click()
  await first.getByRole('button', { name: '书记', exact: true }).click()
  await press(desk, '保存')
  await expect(desk.getByText('已保存，各屏幕已更新')).toBeVisible()
  await expect(after).toBeVisible()
  await expect(before).toHaveCount(0)

  await undoLast(desk)
  await expect(before).toBeVisible()
  await expect(after).toHaveCount(0)
})

test('somebody leaves the post, a word is read otherwise: on kiosk and phone at once', async ({ moved, visitors }) => {
  const { kiosk } = moved
  await press(kiosk, /找人/)
  await press(kiosk, /按职务找/)
  const phone = await visitors.phone('/h/people')
  const [there, carried] = [kiosk.getByText('周建华'), phone.getByText('周建华')]
  await expect(there).toBeVisible()
  await expect(carried).toBeVisible()

  const desk = await visitors.office('manager', '联系卡')
  await desk.getByRole('searchbox').fill('zjh')
  await press(desk, /示例·周建华/)
  await press(desk, '已离岗，立即撤下')
  await press(desk, /^确定：/)
  await expect(desk.getByText('已撤下', { exact: false }).first()).toBeVisible()
  await expect(there).toHaveCount(0)
  await expect(carried).toHaveCount(0)

  await undoLast(desk)
  await expect(there).toBeVisible()
  await expect(carried).toBeVisible()

  // As it is said around here: found by it on the phone at once, and no more once that is taken back.
  const wanted = phone.getByText('屋顶漏水了')
  await phone.getByRole('searchbox').fill('loufei')
  await expect(wanted).toHaveCount(0)
  await part(desk, '读音')
  await press(desk, '新增一个词')
  await desk.getByLabel('词（两个字以上）').fill('漏水')
  await desk.getByLabel('读音（拼音）').fill('lou')
  await press(desk, '保存')
  await expect(desk.getByRole('alert').getByText(/每个字一个音节/)).toBeVisible()
  await desk.getByLabel('读音（拼音）').fill('lou fei')
  await press(desk, '保存')
  await expect(desk.getByText('已保存，各屏幕已更新')).toBeVisible()
  await expect(wanted).toBeVisible()
  await undoLast(desk)
  await expect(wanted).toHaveCount(0)
})

test('a table is looked at, applied and taken back; one wrong cell is named and nothing is changed', async ({
  visitors,
}) => {
  const desk = await visitors.office('manager', '联系卡')
  const csv = async () => (await desk.request.get('/api/people/tables/person.csv')).text()
  const before = await csv()
  const choose = (text: string) =>
    desk
      .getByLabel('选择表格')
      .last()
      .setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await part(desk, '导入导出')
  await choose(before.replace('021-0000 0101', '请打热线'))
  await expect(desk.getByText(/1 格要改/)).toBeVisible()
  await expect(desk.getByRole('row', { name: /人员 2 电话 写法不对/ })).toBeVisible()
  expect(await csv()).toBe(before)

  await choose(before.replace('021-0000 0101', '021-0000 0177'))
  await expect(desk.getByText(/会改 1 项/)).toBeVisible()
  await expect(desk.getByText('021-0000 0177')).toBeVisible()
  expect(await csv()).toBe(before)
  await press(desk, '全部应用')
  await expect(desk.getByText(/^已导入/)).toBeVisible()
  expect(await csv()).toContain('021-0000 0177')
  await undoLast(desk)
  expect(await csv()).toBe(before)
})
