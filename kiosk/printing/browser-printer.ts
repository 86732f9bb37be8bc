// Paper through the browser's own print: the page keeps a receipt ready that only @media print shows (Receipt.svelte).
// The browser cannot see the paper. What it can tell is that it handed the receipt over: `afterprint`.
import type { PrintedTicket, PrintResult, TicketPrinter } from './printer.ts'

/** No word from the print system for this long: it did not print. Milliseconds. */
const PATIENCE = 8000

/** 80 mm paper; the roll is cut where the receipt ends. */
const PAPER_WIDTH = '80mm'

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
    return new Promise((done) => {
      const page = this.#page
      let handedOver = false
      const before = () => (handedOver = true)
      const after = () => finish(handedOver ? 'printed' : 'failed')
      const timer = setTimeout(() => finish('failed'), this.#patience)
      const finish = (result: PrintResult) => {
        clearTimeout(timer)
        page.removeEventListener('beforeprint', before)
        page.removeEventListener('afterprint', after)
        done(result)
      }
      page.addEventListener('beforeprint', before)
      page.addEventListener('afterprint', after)
      cutTo(page.document, receipt)
      try {
        page.print()
      } catch {
        finish('failed')
      }
    })
  }
}

/** One page exactly as long as the receipt: a page size in CSS cannot follow its content. */
function cutTo(document: Document, receipt: HTMLElement): void {
  try {
    const height = Math.ceil((receipt.getBoundingClientRect().height / 96) * 25.4) + 2
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { size: ${PAPER_WIDTH} ${height}mm; margin: 0 }`)
    document.adoptedStyleSheets = [sheet]
  } catch {
    // Without it the paper has the printer's own length: longer, and as good to read.
  }
}
