// Paper on a real network printer: seen at the kiosk, on the paper itself, and at the desk.
import { codeOn, FakePrinter, pictureOn, textOn } from '#server/testing/fake-printer.ts'
import { expect, takeNumber, test, type House } from './house.ts'
import type { Page } from '@playwright/test'

/** The manager sets the printer up at the desk, as a person does. */
async function setUp(desk: Page, port: number, mode: RegExp): Promise<void> {
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '打印机', exact: true }).click()
  await desk.getByRole('button', { name: '添加打印机' }).click()
  await desk.getByLabel(/名称/).fill('门口打印机')
  await desk.getByLabel(/地址/).fill('127.0.0.1')
  await desk.getByLabel(/端口/).fill(String(port))
  await desk.getByLabel(mode).check()
  await desk.getByRole('button', { name: '保存' }).click()
  await expect(desk.getByText('已保存')).toBeVisible()
}

/** A kiosk whose own print must not be used. */
const kioskOf = (house: House): Promise<Page> =>
  house.kiosk({
    print: () => {
      window.print = () => {
        throw new Error('the browser printed')
      }
    },
  })

for (const mode of ['text', 'picture'] as const) {
  test(`a number comes out of the network printer as ${mode}, with a code that a phone can read`, async ({ house }) => {
    const printer = await new FakePrinter().plugIn()
    try {
      const kiosk = await kioskOf(house)
      const desk = await house.desk({ as: 'manager', window: null })
      await setUp(desk, printer.port, mode === 'text' ? /文字/ : /图片/)
      const { label, path } = await takeNumber(kiosk)
      await expect(kiosk.getByText('请取走小票')).toBeVisible()
      await expect.poll(() => printer.jobs.length).toBe(1)
      const job = printer.jobs[0]!
      if (mode === 'text') expect(textOn(job)).toContain(label)
      else expect(pictureOn(job).rows.length).toBeGreaterThan(600)
      const link = codeOn(job)
      expect(link).toContain(path)
      const phone = await house.phone(new URL(link ?? '').pathname)
      await expect(phone.getByText(label.slice(1)).first()).toBeVisible()
      await expect(desk.getByRole('row').filter({ hasText: label })).toContainText('已打印')
    } finally {
      await printer.pullOut()
    }
  })
}

test('a printer without paper never looks like success, and the number is printed again once it has some', async ({
  house,
}) => {
  const printer = await new FakePrinter().plugIn()
  try {
    const kiosk = await kioskOf(house)
    const desk = await house.desk({ as: 'manager', window: 1 })
    await setUp(desk, printer.port, /文字/)
    printer.state.paper = 'out'
    const { label } = await takeNumber(kiosk)
    await expect(kiosk.getByRole('status').filter({ hasText: '请用手机拍下这个号' })).toBeVisible({ timeout: 25_000 })
    await expect(desk.getByRole('status').filter({ hasText: '门口打印机' })).toContainText('没有纸了')
    expect(printer.jobs).toHaveLength(0)

    printer.state.paper = 'full'
    const bar = desk.getByRole('navigation', { name: '工作台' })
    await bar.getByRole('button', { name: '窗口', exact: true }).click()
    await desk.getByRole('button', { name: `补打 ${label}` }).click()
    await expect.poll(() => printer.jobs.length).toBe(1)
    expect(textOn(printer.jobs[0]!)).toContain(label)
    await expect(desk.locator('[data-list="unprinted"]')).toHaveCount(0)
    await expect(desk.getByRole('status').filter({ hasText: '没有纸了' })).toHaveCount(0)
  } finally {
    await printer.pullOut()
  }
})
