// Paper through the browser's own print: the page keeps a receipt ready that only @media print shows (Receipt.svelte).
// The browser cannot see the paper. What it can tell is that it handed the receipt over: `afterprint`.
import type { PrintedTicket, PrintResult, TicketPrinter } from './printer.ts'

/** No word from the print system for this long: it did not print. Milliseconds. */
const PATIENCE = 8000

/** Millimetres; the roll is cut where the receipt ends. */
const PAPER_WIDTH = 80

export class BrowserPrinter implements TicketPrinter {
  #page: Window
  #patience: number

  constructor(page: Window = window, patience = PATIENCE) {
    this.#page = page
    this.#patience = patience
  }

  print(_ticket: PrintedTicket): Promise<PrintResult> {
    const receipt = this.#page.document.querySelector<HTMLElement>('[data-receipt]')
    if (!receipt) return Promise.resolve('failed')
    // A page size in CSS cannot follow its content.
    const height = Math.ceil(((receipt.getBoundingClientRect?.().height ?? 0) / 96) * 25.4) + 2
    return handOver(this.#page, { width: PAPER_WIDTH, height }, this.#patience)
  }
}

/** Whatever the page shows on paper, on sheets of exactly this size, millimetres. Never throws. */
export function handOver(
  page: Window,
  size: { width: number; height: number },
  patience = PATIENCE,
): Promise<'printed' | 'failed'> {
  return new Promise((done) => {
    let handedOver = false
    const before = () => (handedOver = true)
    const after = () => finish(handedOver ? 'printed' : 'failed')
    const timer = setTimeout(() => finish('failed'), patience)
    const finish = (result: 'printed' | 'failed') => {
      clearTimeout(timer)
      page.removeEventListener('beforeprint', before)
      page.removeEventListener('afterprint', after)
      done(result)
    }
    page.addEventListener('beforeprint', before)
    page.addEventListener('afterprint', after)
    cutTo(page.document, size)
    try {
      page.print()
    } catch {
      finish('failed')
    }
  })
}

/** Pages of this size and no margin. Names of sizes are left alone: Chromium prints A6 on Letter. */
function cutTo(document: Document, { width, height }: { width: number; height: number }): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0 }`)
    document.adoptedStyleSheets = [sheet]
  } catch {
    // Without it the paper has the printer's own size: as good to read.
  }
}
