// What clerks do at their windows, and what they are told when somebody else was quicker.
import type { Page } from '@playwright/test'
import { current, expect, member, press, primary, said, test, visit } from './house.ts'

test('two clerks who press at the same moment get two tickets', async ({ house }) => {
  const [kiosk, one, other] = await Promise.all([
    house.kiosk(),
    house.desk({ as: 'chen', window: 1 }),
    house.desk({ as: 'zhang', window: 3 }),
  ])
  // Windows 1 and 3 both serve these.
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'roof-leak')
  for (const desk of [one, other]) await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await Promise.all([press(one, 'Space'), press(other, 'Space')])
  const ticketAt = async (desk: Page) => {
    const ticket = desk.locator('section[data-ticket][data-state="called"]')
    await expect(ticket).toBeVisible()
    return ticket.getAttribute('data-ticket')
  }
  expect([await ticketAt(one), await ticketAt(other)].sort()).toEqual(['B001', 'B002'])
})

test('a clerk who acts on something that has changed is told what it is now', async ({ house }) => {
  const [kiosk, quick] = await Promise.all([house.kiosk(), house.desk({ as: 'chen', window: 1 })])
  const slow = await house.page()
  // Everything that the hub sends to this desk can be held back, as if its line were slow.
  let held: (() => void)[] | null = null
  await slow.routeWebSocket(/socket\.io/, (screen) => {
    const hub = screen.connectToServer()
    screen.onMessage((message) => hub.send(message))
    hub.onMessage((message) => (held ? held.push(() => screen.send(message)) : screen.send(message)))
  })
  await slow.goto(await house.hub.link('desk', 'zhang'))
  await expect(slow.getByRole('heading', { name: '今天坐哪个窗口' })).toBeVisible()
  await slow.keyboard.press('3')

  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'neighbour-noise')
  await expect(slow.getByRole('button', { name: '叫号 D001' })).toBeVisible()
  held = []
  await quick.getByRole('button', { name: '叫号 D001' }).click()
  await quick.getByRole('dialog').getByRole('button', { name: '紧急事项' }).click()
  await expect(current(quick, 'D001')).toBeVisible()

  await slow.getByRole('button', { name: '叫号 D001' }).click()
  await slow.getByRole('dialog').getByRole('button', { name: '紧急事项' }).click()
  await expect(said(slow)).toContainText(/D001 现在：.*（1 号窗口）/)
  for (const send of held.splice(0)) send()
  held = null
  await expect(slow.getByRole('button', { name: '叫号 D001' })).toHaveCount(0)
  await expect(primary(slow)).toHaveAccessibleName('叫下一位 B001')
})

test('the last step is taken back', async ({ house }) => {
  const [kiosk, desk, wall] = await Promise.all([house.kiosk(), house.desk(), house.wall()])
  await visit(kiosk)
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(current(desk, 'B001')).toBeVisible()
  await expect(desk.locator('[data-proof="proven"]')).toBeVisible()
  await press(desk, 'm')
  await expect(desk.locator('[data-list="missed"]').getByText('B001')).toBeVisible()
  await press(desk, 'z')
  await expect(current(desk, 'B001')).toBeVisible()
  await press(desk, 'z')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await expect(wall.getByRole('listitem').filter({ hasText: 'B001' })).toBeVisible()
  await expect(desk.getByRole('button', { name: '撤销', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await press(desk, 'z')
  await expect(said(desk)).toContainText('没有可以撤销的操作')
})

test('who must fetch a paper is held, who did not hear it is missed, and both come back', async ({ house }) => {
  const [kiosk, desk] = await Promise.all([house.kiosk(), house.desk()])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'senior-card')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await press(desk, 'Space')
  await expect(primary(desk)).toHaveAccessibleName('开始办理 B001')
  await press(desk, 'Space')
  await expect(primary(desk)).toHaveAccessibleName('办结 B001')
  await press(desk, 'h')
  const held = desk.locator('[data-list="held"]')
  await expect(held.getByText('B001')).toBeVisible()
  await press(desk, 'Space')
  await expect(current(desk, 'C001')).toBeVisible()
  await press(desk, 'm')
  // Without a wall no call is proven.
  await desk.getByRole('dialog').getByRole('button', { name: '看过大厅，人不在' }).click()
  const missed = desk.locator('[data-list="missed"]')
  await expect(missed.getByText('C001')).toBeVisible()

  // Whoever is back from fetching a paper is called from the list; whoever was missed goes back into the queue.
  await held.getByRole('button', { name: '叫号 B001' }).click()
  await expect(current(desk, 'B001')).toBeVisible()
  await expect(held).toHaveCount(0)
  await missed.getByRole('button', { name: '退回队列 C001' }).click()
  await expect(desk.getByRole('button', { name: '叫号 C001' })).toBeVisible()
  await expect(missed).toHaveCount(0)
})

test('a ticket is sent on to another lane and to another window', async ({ house }) => {
  const [kiosk, desk, other] = await Promise.all([
    house.kiosk(),
    house.desk({ as: 'chen', window: 1 }),
    house.desk({ as: 'wang', window: 2 }),
  ])
  await visit(kiosk, 'roof-leak')
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await expect(other.locator('[data-state="idle"]')).toContainText('现在没有人等候')
  await press(desk, 'Space')
  await expect(current(desk, 'B001')).toBeVisible()
  await press(desk, 't')
  await expect(desk.getByRole('dialog', { name: '转到哪里' })).toBeVisible()
  await desk.keyboard.press('c')
  await expect(primary(other)).toHaveAccessibleName('叫下一位 B001')
  await press(other, 'Space')
  await expect(current(other, 'B001')).toBeVisible()
  await press(other, 't')
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /1 号窗口/ })
    .click()
  await expect(primary(desk)).toHaveAccessibleName('叫下一位 B001')
  await expect(primary(other)).toHaveAttribute('aria-disabled', 'true')
})

test('a call out of order needs a reason, and is counted in public', async ({ house }) => {
  const [kiosk, desk, wall] = await Promise.all([house.kiosk(), house.desk(), house.wall()])
  await visit(kiosk, 'roof-leak')
  await visit(kiosk, 'senior-card')
  await desk.getByRole('button', { name: '叫号 C001' }).click()
  const question = desk.getByRole('dialog', { name: '为什么提前叫' })
  await expect(question).toBeVisible()
  await desk.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await desk.getByRole('button', { name: '叫号 C001' }).click()
  await question.getByRole('button', { name: '身体不适' }).click()
  await expect(current(desk, 'C001')).toBeVisible()
  await press(desk, 'Space')
  await expect(wall.getByText('今日提前叫号 1 次')).toBeVisible()
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '记录' }).click()
  await expect(desk.getByRole('row').filter({ hasText: 'C001' }).filter({ hasText: '身体不适' })).toBeVisible()
})

test('a wrong PIN lets nobody in, and says how many tries are left', async ({ house }) => {
  const { name, pin } = member('chen')
  const desk = await house.page()
  await desk.goto(await house.hub.link('desk'))
  await desk.getByRole('button', { name }).click()
  await desk.keyboard.type('111111')
  await desk.getByRole('button', { name: '登录' }).click()
  await expect(said(desk)).toContainText('密码不对，还可以试 9 次')
  await desk.keyboard.type(pin)
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { name: '今天坐哪个窗口' })).toBeVisible()
})
