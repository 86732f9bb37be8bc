// The hub is gone while people come: the kiosk gives numbers from its block, also after a reload, and when the hub is back each of them is one
// ticket, in the order in which it was taken, followed by the code that stands on its paper.
import type { Page } from '@playwright/test'
import { current, expect, press, primary, takeNumber, test, visit, wordsOf } from '../journeys/house.ts'

/** A kiosk that may take some time to see that the hub is gone. */
const GONE = { timeout: 30_000 }

/** The kiosk holds a block, and the browser keeps its page with all that it may load. */
async function prepared(kiosk: Page): Promise<void> {
  await expect
    .poll(
      () =>
        kiosk.evaluate(async () => {
          const opened = await new Promise<IDBDatabase>((done, failed) => {
            const asked = indexedDB.open('hall-lease', 1)
            asked.onupgradeneeded = () => asked.result.createObjectStore('kept')
            asked.onsuccess = () => done(asked.result)
            asked.onerror = () => failed(asked.error ?? new Error('no storage'))
          })
          const kept = await new Promise<{ leases: unknown[] } | undefined>((done) => {
            const read = opened.transaction('kept').objectStore('kept').get('lease')
            read.onsuccess = () => done(read.result as { leases: unknown[] } | undefined)
          })
          opened.close()
          const names = (await (await caches.open('hall-1')).keys()).map(({ url }) => new URL(url).pathname)
          const whole = names.includes('/kiosk/') && names.some((name) => name.includes('OfflineNumber'))
          return (kept?.leases.length ?? 0) > 0 && whole && localStorage.getItem('hall.kept.kiosk') !== null
        }),
      { timeout: 40_000 },
    )
    .toBe(true)
}

/** A number while the hub is away; resolves with what stands on the glass. */
async function takeAlone(kiosk: Page, matter = 'roof-leak'): Promise<string> {
  await kiosk.getByRole('button', { name: wordsOf(matter) }).click()
  await kiosk.getByRole('button', { name: '直接取号' }).click()
  await expect(kiosk.getByRole('heading', { name: '您的号（离线号）' })).toBeVisible(GONE)
  await expect(kiosk.getByRole('status').filter({ hasText: '请取走小票' })).toBeVisible()
  await expect(kiosk.locator('[data-slip="away"]')).toContainText('请到窗口出示这个号')
  const label = (await kiosk.locator('[data-receipt]').getAttribute('data-receipt')) ?? ''
  expect(label).toMatch(/^[A-D]6\d\d$/)
  return label
}

test('the hub is killed while the kiosk issues: nobody is lost, nobody is doubled, and all are called in their order', async ({
  house,
  hub,
}) => {
  test.setTimeout(120_000)
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  await prepared(kiosk)
  expect(await visit(kiosk)).toBe('B001')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')

  await hub.kill()
  const labels: string[] = []
  await test.step('two numbers from the block, one more after a reload', async () => {
    labels.push(await takeAlone(kiosk))
    await kiosk.getByRole('button', { name: '完成' }).click()
    labels.push(await takeAlone(kiosk, 'senior-card'))
    await kiosk.reload()
    await expect(kiosk.getByRole('heading', { name: '您来办什么事' })).toBeVisible(GONE)
    labels.push(await takeAlone(kiosk))
    expect(new Set(labels).size).toBe(3)
  })
  const path = await kiosk.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open('hall-lease', 1)
      asked.onsuccess = () => done(asked.result)
    })
    const kept = await new Promise<{ slips: { code: string }[] }>((done) => {
      const read = opened.transaction('kept').objectStore('kept').get('lease')
      read.onsuccess = () => done(read.result as { slips: { code: string }[] })
    })
    return `/t/${kept.slips[0]?.code ?? ''}`
  })

  await test.step('the hub is back: the glass says so, the desk calls them by the time at which they were taken', async () => {
    await hub.start()
    await expect(kiosk.locator('[data-slip="returned"]')).toContainText('已经排上队', GONE)
    await kiosk.getByRole('button', { name: '完成' }).click()
    expect((await takeNumber(kiosk)).label).toBe('B002')
    const phone = await house.phone(path)
    await expect(phone).toHaveTitle(new RegExp(`^${labels[0]}`))
    await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
    for (const label of ['B001', ...labels, 'B002']) {
      await expect(primary(desk)).toHaveAccessibleName(`叫下一位 ${label}`)
      await press(desk, 'Space')
      await expect(current(desk, label)).toBeVisible()
      if (label === labels[0]) await expect(phone.getByRole('alert')).toContainText('1 号窗口')
      await press(desk, 'Space')
      await expect(current(desk, label, 'serving')).toBeVisible()
      await press(desk, 'f')
      await expect(desk.locator('[data-state="idle"]')).toBeVisible()
    }
    await expect(desk.locator('[data-slip]')).toHaveCount(0)
  })
})

test('a number that the hub gave though its answer was lost stays one, under the number on the paper', async ({
  house,
  cable,
}) => {
  test.setTimeout(120_000)
  const [kiosk, desk] = await Promise.all([house.kiosk({ at: cable.url }), house.desk()])
  await prepared(kiosk)
  await kiosk.getByRole('button', { name: wordsOf('roof-leak') }).click()
  cable.deafen()
  await kiosk.getByRole('button', { name: '直接取号' }).click()
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await expect(kiosk.getByRole('heading', { name: '您的号（离线号）' })).toBeVisible(GONE)
  cable.plug()
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B601', GONE)
  await expect(desk.getByRole('button', { name: /^叫号 B/ })).toHaveCount(1)
})
