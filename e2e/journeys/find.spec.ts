// Residents who look for somebody: by what happened, by building, by name, in their own words, at the kiosk and on a phone.
import questionFile from '../../assets/find/questions.json' with { type: 'json' }
import { readBook } from '../../db/seed/book.ts'
import { soundsOf } from '../../db/seed/sounds.ts'
import { touchesTo } from '../../kiosk/find/paths.ts'
import type { Hall } from '../../kiosk/find/tiles.ts'
import type { Page } from '@playwright/test'
import { sampleView } from '../people-sample.ts'
import { expect, test } from './house.ts'

const open = async (kiosk: Page) => {
  await kiosk.getByRole('button', { name: '找人' }).click()
  await expect(kiosk.getByRole('heading', { name: '有事找谁' })).toBeVisible()
}
const back = (kiosk: Page) => kiosk.getByRole('button', { name: '返回' }).click()
const heading = (kiosk: Page) => kiosk.getByRole('heading', { level: 1 })

test('a leaking roof: who mends it, their number, a number for the window, and back to the card', async ({ house }) => {
  const kiosk = await house.kiosk()
  await open(kiosk)
  const counted = kiosk.waitForRequest((request) => request.url().endsWith('/api/lookups'))
  await kiosk.getByRole('button', { name: '漏水', exact: true }).click()
  expect((await counted).postDataJSON()).toEqual({ kind: 'matter', what: 'roof-leak' })
  await expect(heading(kiosk)).toContainText('屋顶漏水了')
  const [near, far] = [kiosk.locator('[data-person="xu"]'), kiosk.locator('[data-person="xie"]')]
  await expect(near).toContainText('1–6 号楼')
  await expect(near).toContainText('021-0000 0113')
  await expect(far).toContainText('7–12 号楼')
  await expect(far).toContainText('021-0000 0121')

  await kiosk.getByRole('button', { name: '名片带走' }).click()
  await expect(kiosk.getByRole('button', { name: '取号办理' })).toHaveCount(0)
  await expect(kiosk.getByText('021-0000 0113').first()).toBeVisible()
  await back(kiosk)

  await kiosk.getByRole('button', { name: '取号办理' }).click()
  await expect(kiosk.getByRole('button', { name: '直接取号' })).toBeVisible()
  await back(kiosk)
  await expect(near).toBeVisible()
  await back(kiosk)
  await expect(heading(kiosk)).toContainText('有事找谁')
})

test('the building is asked for where it decides, once in a visit', async ({ house }) => {
  const kiosk = await house.kiosk()
  await open(kiosk)
  await kiosk.getByRole('button', { name: '我住几号楼' }).click()
  await kiosk.getByRole('button', { name: '3 号楼', exact: true }).click()
  await expect(kiosk.locator('article[data-person="leader-3"]')).toContainText('021-0000 0131')
  await back(kiosk)
  await back(kiosk)
  await kiosk.getByRole('button', { name: '漏水', exact: true }).click()
  await expect(kiosk.locator('[data-person="xu"]')).toBeVisible()
  await expect(kiosk.locator('[data-person="xie"]')).toHaveCount(0)
})

test('a name by its first letters, a surname of two sounds by the right one', async ({ house }) => {
  const kiosk = await house.kiosk()
  await open(kiosk)
  await kiosk.getByRole('button', { name: '按姓名找' }).click()
  for (const letter of ['S', 'G', 'D']) await kiosk.getByRole('button', { name: letter, exact: true }).click()
  await kiosk.locator('[data-person="shan"]').click()
  await expect(kiosk.locator('article[data-person="shan"]')).toContainText('021-0000 0119')
})

test('words of one’s own, with the keyboard in the page; nothing of them is left to the next visitor', async ({
  house,
}) => {
  const kiosk = await house.kiosk()
  await open(kiosk)
  await kiosk.getByRole('button', { name: '打字找' }).click()
  for (const letter of 'HUKOU') await kiosk.getByRole('button', { name: letter, exact: true }).click()
  await expect(kiosk.locator('[data-found]').first()).toHaveAttribute('data-found', 'answer:hukou')
  await kiosk.getByRole('list', { name: '候选字词' }).getByRole('button', { name: '户口', exact: true }).click()
  await expect(kiosk.locator('[data-asked="户口"]')).toBeVisible()
  await kiosk.locator('[data-found="answer:hukou"] button').click()
  await expect(kiosk.getByText('这里不办，请到')).toBeVisible()
  await expect(kiosk.getByText('示例派出所 综合窗口')).toBeVisible()

  await back(kiosk)
  await kiosk.clock.install()
  await kiosk.getByRole('button', { name: '清空' }).click()
  for (const letter of 'LOU') await kiosk.getByRole('button', { name: letter, exact: true }).click()
  await kiosk.clock.runFor(61_000)
  await expect(kiosk.getByRole('heading', { name: '您来办什么事' })).toBeVisible()
  await open(kiosk)
  await kiosk.getByRole('button', { name: '打字找' }).click()
  await expect(kiosk.locator('[data-asked=""]')).toBeVisible()
})

test('a number that the hub does not hand out is asked for once, and the hall’s stands in its place', async ({
  house,
}) => {
  const kiosk = await house.kiosk()
  const asked: string[] = []
  await kiosk.route('**/api/people/*/card', (route) => {
    asked.push(route.request().url())
    const error = { code: 'too_many_requests', facts: { retryAfter: 30 } }
    return route.fulfill({ status: 429, json: { error } })
  })
  await open(kiosk)
  await kiosk.getByRole('button', { name: '找书记', exact: true }).click()
  await expect(kiosk.locator('[data-phone="refused"]')).toContainText('021-0000 0100')
  await back(kiosk)
  await expect(heading(kiosk)).toContainText('有事找谁')
  expect(asked).toHaveLength(1)
})

test('the counted touches are the real ones: a dozen questions, touched through from home', async ({ house }) => {
  const book = readBook()
  const view = sampleView(book, { now: Date.now(), shifts: [], sounds: await soundsOf(book) })
  const stamp = { epoch: '', rev: 0, at: '' }
  const hall: Hall = {
    people: { ...stamp, ...view },
    catalog: {
      ...stamp,
      committees: book.committees,
      matters: book.matters,
      classes: [],
      rule: { zh: '', en: '' },
    },
  }
  const ways = touchesTo(hall)
  const asked = questionFile.questions.filter((_, at) => at % 8 === 0)
  expect(asked.length).toBeGreaterThanOrEqual(12)
  const kiosk = await house.kiosk()
  const atHome = kiosk.getByRole('heading', { name: '您来办什么事' })
  let near = 0
  for (const { say, want } of asked) {
    await expect(atHome, say).toBeVisible()
    const [card, keys] = want
      .flatMap((one) => (ways.has(one) ? [[one, ways.get(one) ?? []] as const] : []))
      .sort(([, one], [, other]) => one.length - other.length)[0] ?? ['', []]
    expect(keys.length, say).toBeGreaterThan(0)
    for (const key of keys) await kiosk.locator(`[data-choice="${key}"]`).click()
    if (keys.length <= 2) near += 1
    const [kind, id] = card.split(':')
    const wanted = [...hall.people.matters, ...hall.people.answers].find((one) => one.id === id)
    if (wanted) await expect(heading(kiosk), say).toContainText(wanted.words.zh)
    // Whom to turn to is on the glass, with a number to ring or an answer.
    if (kind === 'matter') await expect(kiosk.locator('[data-phone="known"]').first(), say).toContainText('021-')
    for (let at = keys.length; at > 0; at -= 1) await kiosk.locator('footer button').first().click()
  }
  expect(near / asked.length).toBeGreaterThanOrEqual(0.9)
})

test('on a phone: the same search, a building, and where it is done instead', async ({ house }) => {
  const phone = await house.phone('/h/people')
  const field = phone.getByRole('searchbox')
  await field.fill('楼上漏水')
  const found = phone.getByRole('list', { name: '找到的' }).getByRole('link')
  await expect(found.first()).toHaveAttribute('href', '/c/m/roof-leak')
  await field.fill('3号楼')
  await expect(found.first()).toHaveAttribute('href', '/c/b/b3')
  await field.fill('迁户口')
  await found.first().click()
  await expect(phone).toHaveURL(/\/h\/people\/hukou$/)
  await expect(phone.getByText('这里不办，请到')).toBeVisible()
  await expect(phone.getByRole('link', { name: '021-0000 0201' })).toHaveAttribute('href', 'tel:02100000201')
})
