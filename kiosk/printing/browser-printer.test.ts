import { describe, expect, it } from 'vitest'
import { BrowserPrinter } from './browser-printer.ts'
import type { PrintedTicket } from './printer.ts'

const ticket = {} as PrintedTicket

/** A window whose print system does as told. */
function pageThat(print: (page: EventTarget) => void, receipt: object | null = {}): Window {
  const page = new EventTarget()
  return Object.assign(page, {
    document: { querySelector: () => receipt },
    print: () => print(page),
  }) as unknown as Window
}

describe('the browser’s printer', () => {
  it('says printed once the receipt was handed over', async () => {
    const page = pageThat((it) => {
      it.dispatchEvent(new Event('beforeprint'))
      it.dispatchEvent(new Event('afterprint'))
    })
    expect(await new BrowserPrinter(page).print(ticket)).toBe('printed')
  })

  it('says failed when printing throws', async () => {
    const page = pageThat(() => {
      throw new Error('blocked')
    })
    expect(await new BrowserPrinter(page).print(ticket)).toBe('failed')
  })

  it('says failed when nothing is heard', async () => {
    expect(
      await new BrowserPrinter(
        pageThat(() => {}),
        5,
      ).print(ticket),
    ).toBe('failed')
  })

  it('says failed when it began and never ended', async () => {
    const page = pageThat((it) => void it.dispatchEvent(new Event('beforeprint')))
    expect(await new BrowserPrinter(page, 5).print(ticket)).toBe('failed')
  })

  it('says failed when there is no receipt on the page', async () => {
    expect(await new BrowserPrinter(pageThat(() => {}, null)).print(ticket)).toBe('failed')
  })
})
