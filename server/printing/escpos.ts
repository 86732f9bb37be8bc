// ESC/POS: what is sent to a receipt printer, and what it answers about itself. Pure.
// Source: Epson's ESC/POS reference (DLE EOT, GS v 0); cheaper printers understand these two.
import { inflateRawSync } from 'node:zlib'
import receiptline from 'receiptline'
import type { Picture, PrinterState } from '#contract/printing.ts'

/** 80 mm paper: 576 dots of 203 to the inch, 48 columns of the small font. */
const COLUMNS = 48

/** A receipt in receiptline's markdown as bytes, Chinese as GB18030. */
export function textBytes(document: string): Buffer {
  const bytes = receiptline.transform(document, {
    cpl: COLUMNS,
    encoding: 'gb18030',
    // Pictures (the QR code) as GS v 0, which the copies of well-known printers understand too.
    command: 'generic',
    cutting: true,
    spacing: false,
  })
  return Buffer.from(bytes, 'binary')
}

/** Characters that mean something in the markdown, as themselves. */
export const literal = (text: string): string => text.replaceAll(/[\\|{}~_"`^]/g, (one) => `\\${one}`)

/** Rows of one GS v 0: small printers have small buffers. */
const BAND = 256

/** A picture as bytes; null where its dots are not what its size says. */
export function pictureBytes({ width, height, dots }: Picture): Buffer | null {
  const row = width / 8
  let raw: Buffer
  try {
    raw = inflateRawSync(Buffer.from(dots, 'base64'), { maxOutputLength: row * height })
  } catch {
    return null
  }
  if (raw.length !== row * height) return null
  const parts: Buffer[] = [Buffer.from([0x1b, 0x40])]
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top)
    parts.push(Buffer.from([0x1d, 0x76, 0x30, 0, row & 255, row >> 8, rows & 255, rows >> 8]))
    parts.push(raw.subarray(top * row, (top + rows) * row))
  }
  // Feed to the knife, and cut.
  parts.push(Buffer.from([0x1b, 0x64, 4, 0x1d, 0x56, 0x42, 0]))
  return Buffer.concat(parts)
}

/** Ask for the state of the printer, of why it is offline, and of the paper: one byte each comes back. */
export const question = Buffer.from([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4])
export const ANSWERS = 3

/** The answers in the order of the questions. Fewer: the printer does not answer. */
export function stateOf(answers: Uint8Array): PrinterState {
  const [printer, offline, paper] = answers
  if (printer === undefined || offline === undefined || paper === undefined) return 'silent'
  if (paper & 0b0110_0000 || offline & 0b0010_0000) return 'paper_out'
  if (offline & 0b0000_0100) return 'cover_open'
  if (offline & 0b0100_0000) return 'fault'
  if (printer & 0b0000_1000) return 'offline'
  return paper & 0b0000_1100 ? 'paper_low' : 'ready'
}
