// The README's pictures of the contact card: each form as the kiosk's browser prints it, and the card on the glass.
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { cookieName } from '#server/authenticate.ts'
import type { TestHall } from '#server/testing/hall.ts'

/** What is pressed, what the picture is called, how many sides of it are shown, and dots a pixel. */
const forms = [
  { about: '找书记', button: '打印卡片', name: 'card-small', sides: 2, scale: 2 },
  { about: '漏水', button: '打印大卡', name: 'card-a6', sides: 2, scale: 1 },
  { about: '找书记', button: '打印八张卡', name: 'card-a4', sides: 1, scale: 1 },
  { about: '找书记', button: '打印小票', name: 'card-receipt', sides: 1, scale: 1 },
] as const

/** A browser that shows what it would print until it is let go. */
const holding = () => {
  const page = window as unknown as { release(): void }
  window.print = () => {
    page.release = () => dispatchEvent(new Event('afterprint'))
    dispatchEvent(new Event('beforeprint'))
    document.documentElement.dataset.printing = ''
  }
}

export async function cardPictures(
  browser: Browser,
  hall: TestHall,
  { kiosk, folder }: { kiosk: string; folder: string },
): Promise<void> {
  for (const large of [false, true]) {
    for (const { about, button, name, sides, scale } of forms) {
      if (large && name !== 'card-small') continue
      const context = await browser.newContext({
        viewport: { width: 1080, height: 1920 },
        deviceScaleFactor: scale,
        locale: 'zh-CN',
        serviceWorkers: 'block',
      })
      await context.addCookies([{ name: cookieName.kiosk, value: kiosk, url: hall.url }])
      const page = await context.newPage()
      await page.addInitScript(holding)
      await page.goto(`${hall.url}/kiosk/?paper=${name === 'card-receipt' ? 'receipt,small' : 'small,a6,a4'}`)
      await page.getByRole('button', { name: '找人' }).click()
      await page.getByRole('button', { name: about, exact: true }).click()
      await page.getByRole('button', { name: '名片带走' }).click()
      await page.locator('[data-person] .phone').filter({ visible: true }).first().waitFor()
      await page.waitForTimeout(600)
      if (name === 'card-receipt') await page.screenshot({ path: join(folder, 'kiosk-card.png') })
      if (large) await page.getByText('大字版', { exact: true }).click()
      await page.getByRole('button', { name: button }).click()
      await page.locator('html[data-printing]').waitFor({ state: 'attached' })
      await page.emulateMedia({ media: 'print' })
      await page.waitForTimeout(300)
      const paper = page.locator('[data-card-paper]')
      const path = join(folder, `${name}${large ? '-large' : ''}.png`)
      if (sides === 1) await paper.locator('> svg').first().screenshot({ path })
      else {
        // Beside each other, with the table between them.
        await paper.evaluate((element) => {
          element.style.cssText = 'display:flex;gap:12px;padding:12px;background:#ddd;width:max-content'
        })
        await paper.screenshot({ path })
      }
      console.log(path)
      await context.close()
    }
  }
}
