// `npm run screenshots`: the README's pictures, made again. A real hub with the demonstration hall, at a fixed moment of a Monday
// afternoon; real pages in a real browser; people who took numbers and clerks who call them. `-- walls` takes those of the walls alone.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { openHall, type TestHall } from '#server/testing/hall.ts'
import { cookieName } from '#server/authenticate.ts'
import { launchBrowser } from './browser.ts'
import { cardPictures } from './card-pictures.ts'
import { startHub } from './hub.ts'
import { takeWalls } from './wall-pictures.ts'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'assets/pictures')
const AFTERNOON = Date.parse('2026-11-23T05:20:00.000Z')

/** What was asked for since half past one, a few minutes apart. */
const visits = [
  'roof-leak',
  'senior-card',
  'neighbour-noise',
  'certificate-stamp',
  'medical-insurance',
  'roof-leak',
  'after-school',
  'party-transfer',
  'medical-insurance',
  'certificate-stamp',
  'tenant-register',
  'roof-leak',
  'senior-card',
]

async function open(
  browser: Browser,
  hall: TestHall,
  { path, size, cookies }: { path: string; size: [number, number]; cookies: Record<string, string> },
): Promise<Page> {
  const [width, height] = size
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', serviceWorkers: 'block' })
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: hall.url })))
  const page = await context.newPage()
  await page.goto(hall.url + path)
  return page
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  console.log(`assets/pictures/${name}.png`)
}

/** Every layout and time of day of the wall, as the gallery shows them. */
async function walls(browser: Browser): Promise<void> {
  const hub = await startHub({ env: { GALLERY: 'on' } })
  await takeWalls(browser, hub.url, pictures).finally(() => hub.stop())
  hub.remove()
}

if (process.argv[2] === 'walls') {
  const browser = await launchBrowser()
  await walls(browser).finally(() => browser.close())
  process.exit()
}

const hall = await openHall({ now: AFTERNOON, screens: join(root, 'dist/screens') })
const browser = await launchBrowser()
try {
  mkdirSync(pictures, { recursive: true })
  const kiosk = await hall.pair('kiosk', '门口取号机')
  const display = await hall.pair('display', '大厅大屏')
  const known = (await hall.api<{ matters: { id: string; common: boolean }[] }>('GET', '/api/matters')).body.matters
  const common = known.filter((matter) => matter.common).map(({ id }) => id)
  const taken = []
  for (const [index, wanted] of visits.entries()) {
    hall.clock.forward(4)
    const matter = known.some(({ id }) => id === wanted) ? wanted : (common[index % common.length] ?? 'roof-leak')
    const ticket = await hall.take(kiosk, matter, index === 8 ? { class: 'senior' } : {})
    await hall.api('POST', `/api/tickets/${ticket.id}/print`, {
      token: kiosk,
      body: { outcome: index === 10 ? 'failed' : 'printed' },
    })
    taken.push(ticket)
  }
  // Three clerks at three windows: two serve, one has just called.
  const clerks = [await hall.clerk('w1', 'chen'), await hall.clerk('w2', 'wang'), await hall.clerk('w3', 'li')]
  const desk = clerks[1] ?? ''
  for (let round = 0; round < 2; round += 1) {
    for (const [index, clerk] of clerks.entries()) {
      const { body } = await hall.next(clerk, `w${index + 1}`)
      if (round === 0) await hall.step(clerk, body.ticket.id, { step: 'finish', version: body.ticket.version })
      else if (index !== 1) await hall.step(clerk, body.ticket.id, { step: 'start', version: body.ticket.version })
      hall.clock.forward(1)
    }
  }

  const wall = { path: '/display/', cookies: { [cookieName.display]: display } }
  const landscape = await open(browser, hall, { ...wall, size: [1920, 1080] })
  const portrait = await open(browser, hall, { ...wall, size: [1080, 1920] })
  await landscape.getByText(/^开放/).first().waitFor()
  await take(landscape, 'display')
  await take(portrait, 'display-portrait')

  const touch = await open(browser, hall, {
    path: '/kiosk/?printer=none',
    size: [1080, 1920],
    cookies: { [cookieName.kiosk]: kiosk },
  })
  await touch.getByRole('button', { name: '屋顶漏水了' }).waitFor()
  await take(touch, 'kiosk-home')
  await touch.getByRole('button', { name: '屋顶漏水了' }).click()
  await take(touch, 'kiosk-matter')
  await touch.getByRole('button', { name: '直接取号' }).click()
  await touch.getByText('您的号').waitFor()
  await take(touch, 'kiosk-number')

  const window = await open(browser, hall, {
    path: '/desk/',
    size: [1366, 768],
    cookies: { [cookieName.session]: desk },
  })
  await window.getByRole('button', { name: '开始办理' }).waitFor()
  await take(window, 'desk')
  // The clerk calls once more: the wall gives the call the space that it needs.
  await window.keyboard.press('r')
  await landscape.waitForTimeout(1500)
  await take(landscape, 'display-call')

  const waiting = taken.at(-1)
  const phone = await open(browser, hall, { path: `/t/${waiting?.code ?? ''}`, size: [390, 844], cookies: {} })
  await phone
    .getByText(waiting?.label.slice(1) ?? '')
    .first()
    .waitFor()
  await take(phone, 'phone')

  await cardPictures(browser, hall, { kiosk, folder: pictures })
  await walls(browser)
} finally {
  await browser.close()
  await hall.stop()
}
