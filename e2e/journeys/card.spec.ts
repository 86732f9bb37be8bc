// The roof leaks: whom to ring, on paper of every kind, and in the telephone's address book.
import { inflateRawSync } from 'node:zlib'
import ICAL from 'ical.js'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from '@playwright/test'
import type { CardSide } from '#contract/cards.ts'
import { codesOn, FakePrinter, pictureOn, textOn } from '#server/testing/fake-printer.ts'
import { FakeOfficePrinter } from '#server/testing/fake-office-printer.ts'
import { expect, test, type House } from './house.ts'

/** A kiosk whose browser shows what it would print until it is let go. */
const holding = () => {
  const page = window as unknown as { release(): void }
  window.print = () => {
    page.release = () => dispatchEvent(new Event('afterprint'))
    dispatchEvent(new Event('beforeprint'))
    document.documentElement.dataset.printing = ''
  }
}

/** Three touches: to the card of whoever mends the roof. */
async function openCard(kiosk: Page): Promise<void> {
  await kiosk.getByRole('button', { name: '找人' }).click()
  await kiosk.getByRole('button', { name: '漏水', exact: true }).click()
  await kiosk.getByRole('button', { name: '名片带走' }).click()
  await expect(kiosk.locator('[data-person="xu"]').filter({ visible: true })).toContainText('021-0000 0113')
}

/** The manager adds a printer at the desk, as a person does. */
async function addPrinter(house: House, fill: (desk: Page) => Promise<void>): Promise<Page> {
  const desk = await house.desk({ as: 'manager', window: null })
  await desk.getByRole('button', { name: '办公' }).click()
  await desk.getByRole('button', { name: '打印机', exact: true }).click()
  await desk.getByRole('button', { name: '添加打印机' }).click()
  await desk.getByLabel(/名称/).fill('卡片打印机')
  await desk.getByLabel(/地址/).fill('127.0.0.1')
  await fill(desk)
  await desk.getByRole('button', { name: '保存' }).click()
  await expect(desk.getByText('已保存')).toBeVisible()
  return desk
}

/** Somebody asks at the window instead. */
async function printAtDesk(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '联系卡', exact: true }).click()
  await desk.getByRole('button', { name: '找卡打印' }).click()
  await desk.getByRole('searchbox').fill('loushui')
  await desk.getByRole('button', { name: '屋顶漏水了', exact: true }).click()
  await expect(desk.locator('[data-person="xu"]')).toContainText('021-0000 0113')
  await desk.getByRole('button', { name: '小票', exact: true }).click()
  await expect(desk.getByText('已打印，请到「卡片打印机」取卡')).toBeVisible()
}

const vcardOf = (text: string) => new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]])

for (const mode of ['text', 'picture'] as const) {
  test(`the roof leaks: a card from the roll as ${mode}, its code read back, the contact on the phone`, async ({
    house,
  }) => {
    const printer = await new FakePrinter().plugIn()
    try {
      const kiosk = await house.kiosk()
      const office = await addPrinter(house, async (desk) => {
        await desk.getByLabel(/端口/).fill(String(printer.port))
        await desk.getByLabel(mode === 'text' ? /文字/ : /图片/).check()
      })
      await openCard(kiosk)
      const sent = kiosk.waitForRequest((request) => request.url().endsWith('/api/cards/prints'))
      await kiosk.getByRole('button', { name: '打印小票' }).click()
      await expect(kiosk.getByText('请取走您的联系卡')).toBeVisible()
      await expect.poll(() => printer.jobs.length).toBe(1)
      const job = printer.jobs[0]!
      if (mode === 'text') {
        for (const words of ['屋顶漏水了', '示例·徐伟', '021-0000 0113', '12345']) expect(textOn(job)).toContain(words)
        const [contact = '', ...others] = codesOn(job)
        expect(vcardOf(contact).getFirstPropertyValue('fn')).toBe('示例·徐伟')
        const link = others.at(-1) ?? ''
        expect(link).toMatch(/\/c\/m\/roof-leak$/)
        await followTo(house, link)
      } else {
        const { sides } = (await sent).postDataJSON() as { sides: CardSide[] }
        const drawn = inflateRawSync(Buffer.from(sides[0]!.dots, 'base64'))
        expect(Buffer.concat(pictureOn(job).rows).equals(drawn)).toBe(true)
      }
      await printAtDesk(office)
      await expect.poll(() => printer.jobs.length).toBe(2)
    } finally {
      await printer.pullOut()
    }
  })
}

/** What a resident does with the code: the page, the call, the contact, the days. */
async function followTo(house: House, link: string): Promise<void> {
  const phone = await house.phone(new URL(link).pathname)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('屋顶漏水了')
  const person = phone.locator('[data-person="xu"]')
  await expect(person.getByRole('link', { name: /打电话/ })).toHaveAttribute('href', 'tel:021-00000113')
  const [contact, days] = await Promise.all(
    [/存进通讯录/, /日历/].map(async (name) => {
      const path = (await person.getByRole('link', { name }).getAttribute('href')) ?? ''
      return (await phone.request.get(path)).text()
    }),
  )
  const card = vcardOf(contact!)
  expect(card.getFirstPropertyValue('fn')).toBe('示例·徐伟')
  expect(card.getAllProperties('tel').map((one) => one.getFirstValue())).toContain('021-0000 0113')
  expect(days).toContain('BEGIN:VEVENT')
}

test('a card on sheets from the office printer, both sides at their size, once it has paper', async ({ house }) => {
  const printer = await new FakeOfficePrinter().plugIn()
  printer.reasons = ['media-empty-error']
  try {
    const kiosk = await house.kiosk()
    await addPrinter(house, async (desk) => {
      await desk.getByLabel(/办公打印机/).check()
      await desk.getByLabel(/端口/).fill(String(printer.port))
    })
    await openCard(kiosk)
    await kiosk.getByRole('button', { name: '打印卡片' }).click()
    await expect(kiosk.getByText('正在打印')).toBeVisible()
    printer.reasons = ['none']
    await expect(kiosk.getByText('请取走您的联系卡')).toBeVisible({ timeout: 30_000 })
    expect(printer.jobs).toHaveLength(1)
    const pages = await pagesOf(printer.jobs[0]!.document)
    expect(pages.map(({ size }) => size)).toEqual([
      [85.6, 54],
      [85.6, 54],
    ])
  } finally {
    await printer.pullOut()
  }
})

/** Pages of a PDF: millimetres, and what they say. */
async function pagesOf(pdf: Buffer): Promise<{ size: number[]; text: string }[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: { size: number[]; text: string }[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [x = 0, y = 0, right = 0, top = 0] = page.view
    const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
    const millimetres = (points: number) => Math.round((points / 72) * 254) / 10
    pages.push({ size: [millimetres(right - x), millimetres(top - y)], text })
  }
  await document.cleanup()
  return pages
}

test('the browser’s own print has sheets of exactly the card’s size', async ({ house }) => {
  const kiosk = await house.kiosk({ print: holding })
  await kiosk.goto('/kiosk/?paper=small,a6,a4,receipt')
  await openCard(kiosk)
  for (const [button, size, sides] of [
    ['打印卡片', [85.6, 54], 2],
    ['打印大卡', [105, 148], 2],
    ['打印八张卡', [210, 297], 2],
  ] as const) {
    await kiosk.getByRole('button', { name: button }).click()
    await expect(kiosk.locator('html[data-printing]')).toBeAttached()
    const pages = await pagesOf(await kiosk.pdf({ preferCSSPageSize: true, printBackground: true }))
    await kiosk.evaluate(() => {
      delete document.documentElement.dataset.printing
      ;(window as unknown as { release(): void }).release()
    })
    await expect(kiosk.getByText('请取走您的联系卡')).toBeVisible()
    expect(pages).toHaveLength(sides)
    // Chromium counts in whole dots of 96 to the inch: 0.26 mm.
    for (const page of pages)
      for (const [at, millimetres] of size.entries()) expect(Math.abs(page.size[at]! - millimetres)).toBeLessThan(0.27)
    expect(pages[0]?.text).toContain('021-0000 0113')
    expect(pages[1]?.text).toContain('12345')
  }
})
