// ESC/POS: what is sent to a receipt printer, and what it answers about itself. Pure.
// Source: Epson's ESC/POS reference (DLE EOT, GS v 0); cheaper printers understand these two.
import { inflateRawSync } from 'node:zlib'
import receiptline from 'receiptline'
import type { PrinterState } from '#contract/printing.ts'
import type { Dots } from '#domain/card-code.ts'

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
    // Black stays black: codes and drawings are no photographs.
    gradient: false,
  })
  return Buffer.from(bytes, 'binary')
}

/**
 * Characters that mean something in the markdown, as themselves; a line end as a blank, and nothing that a printer would take for an order
 * or that turns other text round.
 */
export const literal = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/[\\|{}~_"`^]/g, (one) => `\\${one}`)

/** Han characters beyond the two bytes of GBK, and whatever is no letter of this world: few printers have them, and most print two wrong ones. */
export const garbled = (text: string): boolean =>
  /[\u3400-\u4dbf\u9fa6-\u9fff\uf900-\ufaff\u{10000}-\u{10ffff}]/u.test(text)

/** A picture as screens send it: one bit a dot, deflated, base64. */
export interface PackedDots {
  width: number
  height: number
  dots: string
}

/** Rows of whole bytes; null where they are not what the size says. */
export function unpack({ width, height, dots }: PackedDots): Buffer | null {
  const length = (width / 8) * height
  try {
    const raw = inflateRawSync(Buffer.from(dots, 'base64'), { maxOutputLength: length })
    return raw.length === length ? raw : null
  } catch {
    return null
  }
}

/** The pictures among the bytes, as the paper shows them. Codes of receiptline's are one each. */
export function picturesIn(bytes: Buffer): Dots[] {
  const found: Dots[] = []
  for (let at = bytes.indexOf(RASTER); at >= 0; at = bytes.indexOf(RASTER, at)) {
    const row = bytes.readUInt16LE(at + 4)
    const height = bytes.readUInt16LE(at + 6)
    const black = new Uint8Array(row * 8 * height)
    at += 8
    for (let dot = 0; dot < black.length; dot += 1) black[dot] = ((bytes[at + (dot >> 3)] ?? 0) >> (7 - (dot & 7))) & 1
    found.push({ width: row * 8, height, black })
    at += row * height
  }
  return found
}
const RASTER = Buffer.from([0x1d, 0x76, 0x30, 0])

/** Rows of one GS v 0: small printers have small buffers. */
const BAND = 256

/** A picture as bytes; null where its dots are not what its size says. */
export function pictureBytes(picture: PackedDots): Buffer | null {
  const raw = unpack(picture)
  if (!raw) return null
  const { height } = picture
  const row = picture.width / 8
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
