// Every kind of printer behind the same two questions: how are you, and will you print this.
import type { PrinterState } from '#contract/printing.ts'
import type { Try } from '#domain/printing.ts'
import type { Printer } from '#db/queries/printing.ts'
import { askIppState, printIpp } from './ipp-printer.ts'
import { bytesOf, type Paper } from './paper.ts'
import * as receipt from './receipt-printer.ts'

export const askState = (printer: Printer): Promise<PrinterState> =>
  printer.kind === 'card' ? askIppState(printer) : receipt.askState(printer)

/** One try to print. Never throws. */
export async function print(printer: Printer, paper: Paper): Promise<Try & { state: PrinterState }> {
  if (printer.kind === 'card') {
    const card = 'sides' in paper && paper.form !== 'receipt' ? { form: paper.form, sides: paper.sides } : null
    return card ? printIpp(printer, card) : { end: 'begun', trouble: 'fault', state: printer.state }
  }
  const bytes = bytesOf(paper)
  return bytes ? receipt.print(printer, bytes) : { end: 'begun', trouble: 'fault', state: printer.state }
}
