// The hub goes away under its screens: restarted, killed, put back to an older day, or not there yet when the wall starts.
import { join } from 'node:path'
import { current, expect, press, primary, test, visit } from '../journeys/house.ts'

for (const way of ['stop', 'kill'] as const) {
  test(`a hub that ${way === 'stop' ? 'is restarted' : 'loses power'} is found again by every screen`, async ({
    house,
    hub,
  }) => {
    const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall(), house.desk()])
    await visit(kiosk, 'roof-leak')
    await visit(kiosk, 'roof-leak')
    await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
    await press(desk, 'Space')
    await expect(current(desk, 'B001')).toBeVisible()
    await hub[way]()
    await hub.start()
    await press(desk, 'Space')
    await expect(current(desk, 'B001', 'serving')).toBeVisible()
    await expect(wall.locator('[data-latest]')).toContainText('正在办理')
    expect(await visit(kiosk, 'roof-leak')).toBe('B003')
    await expect(wall.getByRole('listitem').filter({ hasText: 'B003' })).toBeVisible()
  })
}

test('a wall that is open while a backup is put back shows what the backup holds', async ({ house, hub }) => {
  const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall(), house.desk()])
  await visit(kiosk, 'roof-leak')
  const file = join(hub.dataDir, 'monday.sqlite')
  await hub.hall('backup', file)
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(wall.getByRole('article').filter({ hasText: 'B001' })).toBeVisible()
  await expect(wall.locator('[data-latest]')).toContainText('B001')
  await expect(wall.getByRole('listitem').filter({ hasText: 'B003' })).toBeVisible()

  await hub.stop()
  await hub.hall('restore', file)
  await hub.start()
  // Nobody was called yet, one waits, and the wall holds nothing of the hours that are gone.
  await expect(wall.getByRole('heading', { name: '今天还没有叫号' })).toBeVisible()
  await expect(wall.getByRole('listitem').filter({ hasText: 'B001' })).toBeVisible()
  await expect(wall.getByRole('listitem').filter({ hasText: 'B003' })).toHaveCount(0)
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  expect(await visit(kiosk, 'roof-leak')).toBe('B002')
})

test('a wall that was started before the hub waits, and starts by itself', async ({ house, hub }) => {
  const wall = await house.wall()
  // One visit is enough for the browser to keep the page and all that it is made of.
  await expect
    .poll(() =>
      wall.evaluate(async () => {
        const own = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
        const files = ['/display/', ...own.filter((path) => path.startsWith('/static/'))]
        const kept = await Promise.all(files.map((path) => caches.match(path)))
        return kept.filter((one) => one === undefined).length
      }),
    )
    .toBe(0)
  await hub.stop()
  await wall.goto('/display/').catch(() => {})
  await expect(wall.getByRole('heading', { name: '正在连接' })).toBeVisible()
  await hub.start()
  await expect(wall.locator('[data-rev]')).toBeVisible()
})
