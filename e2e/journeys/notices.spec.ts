// A notice from its draft to every screen and away again: nobody sees it before it was admitted, nor after it was taken down; a screen that
// was off meanwhile does not bring it back.
import { expect, test as base } from '@playwright/test'
import type { NoticeList } from '#contract/notices.ts'
import type { TestHall } from '#server/testing/hall.ts'
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

const TITLE = '三号楼电梯周五检修'

/** A wall shows one notice at a time: the demonstration's own make room for the one that is followed here. */
async function clearWall(hall: TestHall): Promise<void> {
  const token = await hall.clerk(null, 'manager')
  const { notices } = (await hall.api<NoticeList>('GET', '/api/notices', { token })).body
  for (const { id, versions } of notices)
    for (const { version, standing, places } of versions)
      if (standing === 'shown' && places.includes('wall')) {
        const body = { step: 'take_down', version, reason: '让位' }
        expect((await hall.api('POST', `/api/notices/${id}/steps`, { token, body })).status).toBe(200)
      }
}

test('a notice is written, admitted, read on every screen, and taken down from each', async ({ moved, visitors }) => {
  const { wall, kiosk, hall } = moved
  await clearWall(hall)
  await wall.goto('/display/?wall=corridor')
  await expect(wall.locator('[data-rev]')).toBeVisible()
  await kiosk.getByRole('button', { name: '公告制度' }).click()
  const list = await visitors.phone('/h/notices')
  await expect(list.getByRole('heading', { name: '公告与制度' })).toBeVisible()
  const onWall = wall.locator('[data-notice]').filter({ hasText: TITLE })
  const onKiosk = kiosk.getByRole('button', { name: new RegExp(TITLE) })
  const onPhone = list.getByRole('link', { name: new RegExp(TITLE) })
  const nowhere = () => Promise.all([onWall, onKiosk, onPhone].map((place) => expect(place).toHaveCount(0)))

  await test.step('a clerk writes it and submits it: no screen shows it yet', async () => {
    const clerk = await visitors.office('chen', '公告')
    await clerk.getByRole('button', { name: '写新公告' }).click()
    await clerk.getByLabel('标题', { exact: true }).fill(TITLE)
    await clerk.getByLabel(/^正文/).fill('周五上午九点到十一点检修，请走楼梯。\n急需帮助请打大厅电话。')
    await clerk.getByRole('button', { name: '存好并送审' }).click()
    await expect(clerk.getByText('等自治办答复').first()).toBeVisible()
    await nowhere()
  })

  const manager = await visitors.office('manager', '公告')
  const path = await test.step('the manager records its admission: wall, kiosk and phone show it', async () => {
    await manager.getByRole('button', { name: new RegExp(TITLE) }).click()
    await manager.getByRole('button', { name: '登记准入' }).click()
    await manager.getByLabel('准入单位').fill('示例街道自治办')
    await manager.getByLabel('备案号').fill('示例自治备〔2026〕88号')
    await manager.getByRole('button', { name: '登记准入' }).click()
    await expect(onWall).toBeAttached()
    await expect(onKiosk).toBeVisible()
    await expect(onPhone).toBeVisible()
    return (await onPhone.getAttribute('href')) ?? ''
  })

  const reading = await visitors.phone(path)
  await test.step('it can be read whole, with who admitted it', async () => {
    await expect(reading.getByRole('heading', { name: TITLE })).toBeVisible()
    await expect(reading.getByText('急需帮助请打大厅电话。')).toBeVisible()
    await expect(reading.getByText('示例街道自治办准入 示例自治备〔2026〕88号')).toBeVisible()
    await onKiosk.click()
    await expect(kiosk.getByRole('heading', { name: TITLE })).toBeVisible()
  })

  await test.step('taken down, it is gone from each of them at once', async () => {
    await manager.getByRole('button', { name: '撤下', exact: true }).click()
    await manager.getByLabel('内容已过时').check()
    const gone = [
      expect(onWall).toHaveCount(0),
      expect(onPhone).toHaveCount(0),
      expect(reading.getByRole('heading', { name: '这条公告已经撤下' })).toBeVisible(),
      expect(kiosk.getByText('这条公告刚刚撤下')).toBeVisible(),
    ]
    const pressed = performance.now()
    await manager.getByRole('button', { name: '确定撤下' }).click()
    await Promise.all(gone)
    test.info().annotations.push({
      type: 'gone from four screens',
      description: `${Math.round(performance.now() - pressed)} ms`,
    })
    await expect(kiosk.getByRole('heading', { name: TITLE })).toHaveCount(0)
    await expect(reading.getByText('急需帮助')).toHaveCount(0)
  })
})

test('a wall that was off when a notice was taken down never shows it again', async ({ moved, visitors }) => {
  const { wall, hall } = moved
  await clearWall(hall)
  const token = await hall.clerk(null, 'manager')
  const content = {
    section: 'notice',
    kind: 'text',
    title: { zh: TITLE, en: TITLE },
    body: [{ zh: '请走楼梯。', en: '请走楼梯。' }],
    media: null,
    poster: null,
    original: null,
    alt: null,
    places: ['wall', 'phone'],
    from: '2026-11-23',
    until: null,
  }
  const { body } = await hall.api<{ notice: { id: string } }>('POST', '/api/notices', { token, body: content })
  const step = async (more: object) => {
    const path = `/api/notices/${body.notice.id}/steps`
    expect((await hall.api('POST', path, { token, body: { version: 1, ...more } })).status).toBe(200)
  }
  await step({ step: 'submit' })
  await step({ step: 'admit', office: '示例街道自治办', reference: '示例自治备〔2026〕89号' })
  await wall.goto('/display/?wall=corridor')
  await expect(wall.locator('[data-notice]').filter({ hasText: TITLE })).toBeAttached()
  // It keeps what it shows for the time without the hub: that copy must not speak louder than the hub.
  await expect.poll(() => wall.evaluate(() => localStorage.getItem('hall.kept.display.notices') ?? '')).toContain(TITLE)

  await wall.goto('about:blank')
  await step({ step: 'take_down', reason: '内容已过时' })
  const phone = await visitors.phone(`/h/notices/${body.notice.id}`)
  await expect(phone.getByRole('heading', { name: '这条公告已经撤下' })).toBeVisible()

  await wall.addInitScript((title) => {
    const kept = window as unknown as { returned?: boolean }
    new MutationObserver(() => {
      if (document.body?.innerText.includes(title)) kept.returned = true
    }).observe(document, { childList: true, subtree: true, characterData: true })
  }, TITLE)
  await wall.goto('/display/?wall=corridor')
  await expect(wall.locator('[data-rev]')).toBeVisible()
  await expect
    .poll(() => wall.evaluate(() => localStorage.getItem('hall.kept.display.notices') ?? ''))
    .not.toContain(TITLE)
  expect(await wall.evaluate(() => (window as unknown as { returned?: boolean }).returned ?? false)).toBe(false)
})
