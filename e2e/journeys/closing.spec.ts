// The kept promise: nobody is refused within the hours, the desk sees an hour before until when it will take, each who still waits is decided on
// by somebody, and the record says what the day came to.
import { expect, test, type Page } from '@playwright/test'
import { cookieName } from '#server/authenticate.ts'
import { hallTime, MovedHall, says } from './moved-clock.ts'
import { OLD_MONITOR, PHONE } from './house.ts'

/** Sessions end when nobody touched them for long: whoever works through a moved evening signs in anew. */
async function signIn(desk: Page, { hall }: MovedHall): Promise<void> {
  const token = await hall.clerk('w1', 'chen')
  await desk.context().addCookies([{ name: cookieName.session, value: token, url: hall.url }])
  await desk.goto('/desk/')
  await expect(desk.getByRole('button', { name: '办公', exact: true })).toBeVisible()
}

test('overtime at closing: the forecast, the last numbers, each decided on, and the record', async ({ browser }) => {
  const moved = await MovedHall.open(browser, '2026-11-23 18:55')
  const { hall, wall, kiosk } = moved
  const contexts = [await browser.newContext({ viewport: OLD_MONITOR, baseURL: hall.url, locale: 'zh-CN' })]
  try {
    const token = await hall.pair('kiosk')
    const taken: Awaited<ReturnType<typeof hall.take>>[] = []
    for (let count = 0; count < 4; count += 1) taken.push(await hall.take(token))
    const [first, second, third] = taken.map(({ label }) => label)
    const desk = await contexts[0]!.newPage()

    await test.step('an hour before: how many wait, until about when, and what would help', async () => {
      await moved.move('2026-11-23 19:02')
      await signIn(desk, moved)
      const strip = desk.locator('[data-closing="late"]')
      await expect(strip).toContainText('20:00 停止取号')
      await expect(strip).toContainText('还有 4 位在等')
      await expect(strip).toContainText(/1 个窗口，大约 \d\d:\d\d–\d\d:\d\d 办完/)
      await expect(strip).toContainText(/再开 1 个窗口：大约 \d\d:\d\d/)
    })

    await test.step('the last number is given a minute before closing, and none after', async () => {
      await moved.move('2026-11-23 19:59')
      taken.push(await hall.take(token))
      await moved.move('2026-11-23 20:00')
      await says(kiosk, ['现在休息 明天 08:30 开放'])
      await says(wall, ['已停止取号，已取号的继续办理'])
      await signIn(desk, moved)
      await expect(desk.locator('[data-closing="late"]')).toContainText('20:00 已停止取号')
    })

    const [two, last] = [taken[1], taken[4]]
    const phone = await (async () => {
      const context = await browser.newContext({ viewport: PHONE, baseURL: hall.url, locale: 'zh-CN' })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(`/t/${two?.code}`)
      return page
    })()

    await test.step('each who waits is decided on, one by one', async () => {
      await desk.getByRole('button', { name: '逐位处理' }).click()
      const row = (label: string | undefined) => desk.locator(`[data-ticket="${label}"]`)
      const decided = (label: string | undefined) => desk.locator(`[data-decided="${label}"]`)
      await expect(desk.getByRole('heading', { name: '还有 5 位没有安排' })).toBeVisible()
      await desk.getByRole('button', { name: `次日先办 ${second}` }).click()
      await expect(decided(second)).toContainText('次日先办')
      await says(phone, ['下次先给您办', '明天 08:30'])
      await desk.getByRole('button', { name: `电话联系 ${third}` }).click()
      await expect(decided(third)).toContainText('约好电话联系')
      await desk.getByRole('button', { name: `已离开 ${taken[3]?.label}` }).click()
      await expect(decided(taken[3]?.label)).toContainText('人已离开')
      // A wrong press is taken back.
      await desk.getByRole('button', { name: `撤销 ${taken[3]?.label}` }).click()
      await expect(row(taken[3]?.label)).toBeVisible()
      await desk.getByRole('button', { name: `转交他人 ${taken[3]?.label}` }).click()
      await expect(decided(taken[3]?.label)).toContainText('已转交他人办理')
      await expect(desk.getByRole('heading', { name: '还有 2 位没有安排' })).toBeVisible()
      await desk.getByRole('button', { name: `现在叫号 ${first}` }).click()
      await expect(desk.locator(`[data-ticket="${first}"][data-state="called"]`)).toBeVisible()
    })

    await test.step('the next morning: whoever nobody decided on raises the alarm', async () => {
      const clerk = await hall.clerk('w1', 'chen')
      const { body } = await hall.api<{ windows: { current: { id: string; version: number } | null }[] }>(
        'GET',
        '/api/views/desk',
        { token: clerk },
      )
      const current = body.windows[0]?.current
      hall.clock.set(hallTime('2026-11-23 20:21'))
      await hall.step(await hall.clerk('w1', 'chen'), current?.id ?? '', {
        step: 'finish',
        version: current?.version ?? 0,
      })
      await moved.move('2026-11-24 08:20')
      await signIn(desk, moved)
      await expect(desk.locator('[data-closing="earlier"]')).toContainText('前几天留下 1 位，还没有决定')
      await expect(desk.locator('[data-closing="promised"]')).toContainText(second ?? '')
      await desk.getByRole('button', { name: '逐位处理' }).click()
      await desk.getByRole('button', { name: `已离开 ${last?.label}` }).click()
      await expect(desk.getByText('现在没有需要决定的')).toBeVisible()
    })

    await test.step('the report of the day before has the overtime and the decisions', async () => {
      await desk.getByRole('button', { name: '日报', exact: true }).click()
      await desk.getByRole('button', { name: '前一天' }).click()
      const ledger = desk.getByRole('group', { name: '日报' })
      await expect(ledger).toContainText('20:00 还有 5 人在等')
      await expect(ledger).toContainText('最后 20:21 办完，延时 21 分钟')
      await expect(ledger).toContainText('次日先办 1 人')
    })
  } finally {
    await Promise.all(contexts.map((context) => context.close()))
    await moved.close()
  }
})
