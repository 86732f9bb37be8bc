// The whole way of a visit on four screens: number at the kiosk, called at the desk, seen and heard on the wall, followed on the phone.
import { current, expect, press, primary, takeNumber, test, visit } from './house.ts'
import { heard, lengthOf, recordSounds, type Played } from './voice.ts'

/** 请 B 零 零 一 号，到 一 号 窗口 */
const B001_TO_1 = ['chime', 'qing', 'letter-B', 'd0', 'd0', 'd1', 'hao', 'dao', 'd1', 'hao', 'chuangkou']
const C001_TO_1 = ['chime', 'qing', 'letter-C', 'd0', 'd0', 'd1', 'hao', 'dao', 'd1', 'hao', 'chuangkou']

function oneAtATime(played: Played[]): void {
  for (const [index, { clip, at }] of played.entries()) {
    const before = played[index - 1]
    if (before) expect(at, `${clip} begins after ${before.clip}`).toBeGreaterThanOrEqual(before.at + before.lasts)
  }
}

test('a number is taken, called, seen, heard, followed and done', async ({ house }) => {
  const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall({ prepare: recordSounds }), house.desk()])
  const announced = (label: string) => expect(wall.locator('html')).toHaveAttribute('data-spoken', new RegExp(label))

  const { label, path } = await test.step('two touches give a number', async () => {
    const ticket = await takeNumber(kiosk, 'roof-leak')
    expect(ticket.label).toBe('B001')
    await expect(kiosk.getByText('下一个就是您')).toBeVisible()
    await expect(kiosk.getByRole('status')).toContainText('请取走小票')
    return ticket
  })

  const phone = await house.phone(path)
  await test.step('the phone follows it', async () => {
    await expect(phone).toHaveTitle(/^B001/)
    await expect(phone.getByRole('heading', { name: '下一个就是您' })).toBeVisible()
  })
  await test.step('the wall and the desk know who is next', async () => {
    await expect(wall.getByRole('listitem').filter({ hasText: label })).toBeVisible()
    await expect(primary(desk)).toHaveAccessibleName(`叫下一位 ${label}`)
  })

  await test.step('one key calls it: the picture comes first, then the voice', async () => {
    await press(desk, 'Space')
    await expect(wall.getByRole('article').filter({ hasText: label })).toContainText('号窗口')
    await expect(current(desk, label)).toBeVisible()
    await expect(phone.getByRole('alert')).toContainText('1 号窗口')
    await announced('letter-B')
    const played = await heard(wall)
    expect(played.map(({ clip }) => clip)).toEqual(B001_TO_1)
    // A browser that resamples to its sound card's rate may round by a frame.
    for (const { clip, lasts } of played) expect(lasts).toBeCloseTo(lengthOf(clip), 3)
    oneAtATime(played)
  })

  await test.step('start and done', async () => {
    await press(desk, 'Space')
    await expect(current(desk, label, 'serving')).toBeVisible()
    await expect(phone.getByRole('heading', { name: '正在为您办理' })).toBeVisible()
    await expect(wall.getByRole('article')).toHaveCount(0)
    await press(desk, 'Space')
    await expect(desk.locator('[data-state="idle"]')).toBeVisible()
    await expect(phone.getByRole('heading', { name: '办完了' })).toBeVisible()
  })

  await test.step('a reloaded wall repeats nothing, and speaks the next call', async () => {
    await kiosk.getByRole('button', { name: '完成' }).click()
    expect(await visit(kiosk, 'senior-card')).toBe('C001')
    await expect(primary(desk)).toHaveAccessibleName('叫下一位 C001')
    await wall.reload()
    await expect(wall.locator('[data-rev]')).toBeVisible()
    await press(desk, 'Space')
    await announced('letter-C')
    expect((await heard(wall)).map(({ clip }) => clip)).toEqual(C001_TO_1)
  })
})

test('a call is spoken once, also when the wall is reloaded while it stands', async ({ house }) => {
  const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall({ prepare: recordSounds }), house.desk()])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'senior-card')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(wall.locator('html')).toHaveAttribute('data-spoken', /letter-B/)
  await expect(desk.locator('[data-proof="proven"]')).toBeVisible()

  await wall.reload()
  await expect(wall.getByText('B001').first()).toBeVisible()
  // The next call is the fence: had the wall meant to repeat the first, it would have said it before.
  await press(desk, 'm')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 C001')
  await press(desk, 'Space')
  await expect(wall.locator('html')).toHaveAttribute('data-spoken', /letter-C/)
  expect((await heard(wall)).map(({ clip }) => clip)).toEqual(C001_TO_1)
})

test('calling again is a call of its own: seen and heard once more', async ({ house }) => {
  const [kiosk, wall, desk] = await Promise.all([house.kiosk(), house.wall({ prepare: recordSounds }), house.desk()])
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(wall.locator('html')).toHaveAttribute('data-spoken', /letter-B/)
  const first = await wall.locator('html').getAttribute('data-spoken')
  await press(desk, 'r')
  await expect(wall.getByRole('article').filter({ hasText: 'B001' })).toContainText('再次叫号')
  await expect(wall.locator('html')).not.toHaveAttribute('data-spoken', first ?? '')
  expect((await heard(wall)).map(({ clip }) => clip)).toEqual([...B001_TO_1, ...B001_TO_1])
})

test('two calls at the same moment are both on the wall at once, and spoken one after the other', async ({ house }) => {
  const [kiosk, wall, one, other] = await Promise.all([
    house.kiosk(),
    house.wall({ prepare: recordSounds }),
    house.desk({ as: 'chen', window: 1 }),
    house.desk({ as: 'zhang', window: 3 }),
  ])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  for (const desk of [one, other]) await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await Promise.all([press(one, 'Space'), press(other, 'Space')])
  await expect(wall.getByRole('article')).toHaveCount(2)
  await expect.poll(async () => (await heard(wall)).length).toBe(2 * B001_TO_1.length)
  const played = await heard(wall)
  oneAtATime(played)
  const numbers = [played.slice(0, 11), played.slice(11)].map((call) => call[5]?.clip)
  expect(numbers.sort()).toEqual(['d1', 'd2'])
})
