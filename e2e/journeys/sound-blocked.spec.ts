// A browser that does not let a page speak before it was touched: the wall says so in a corner, and the desk sees it.
import { browserOptions } from '../browser.ts'
import { current, expect, press, primary, test, visit, WALL } from './house.ts'
import { heard, recordSounds } from './voice.ts'

test.use({ launchOptions: browserOptions({ sound: false }) })

test('a silent wall says so, the desk knows, and one touch gives it its voice', async ({ house }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  // Looking into a page by a test counts as touching it: until the wall has found out that it is silent, only the desk is looked at.
  const wall = await house.page(WALL)
  await wall.addInitScript(recordSounds)
  await wall.goto(await house.hub.link('display'))
  const warning = desk.getByRole('list', { name: '屏幕问题' })
  await expect(warning).toContainText('没有声音')
  const note = wall.locator('[data-sound="blocked"]')
  await expect(note).toContainText('声音未开启')

  // The picture does not need the voice.
  await visit(kiosk)
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(wall.getByRole('article').filter({ hasText: 'B001' })).toBeVisible()
  await expect(current(desk, 'B001')).toBeVisible()
  expect(await heard(wall)).toEqual([])

  await wall.mouse.click(400, 400)
  await expect(note).toHaveCount(0)
  await expect(warning).toHaveCount(0)
  await press(desk, 'r')
  await expect(wall.locator('html')).toHaveAttribute('data-spoken', /letter-B/)
})
