// A QR code as its modules, found readable: drawn as a printer would draw it and read back, with another mask where the first is not read.
// Pure.
import jsQR from 'jsqr'
import QRCode from 'qrcode'
import type { CodeFace } from '#contract/cards.ts'

/** Modules of white around a code. */
export const QUIET = 4
/** Dots a module while it is tried. */
const TRIED = 4
const MASKS = [undefined, 0, 1, 2, 3, 4, 5, 6, 7] as const

/** Codes that were found lately: a hall shows the same few people all day. */
const known = new Map<string, CodeFace | null>()
const KNOWN = 400

/** Null: no code can be read back, or the text is too long for any. Then none is shown or printed. */
export function codeOf(text: string): CodeFace | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const found = find(text)
  if (known.size >= KNOWN) known.delete(known.keys().next().value ?? '')
  known.set(text, found)
  return found
}

function find(text: string): CodeFace | null {
  for (const mask of MASKS) {
    const code = draw(text, mask)
    if (!code) return null
    if (readDots(dotsOf(code, TRIED)) === text) return code
  }
  return null
}

function draw(text: string, mask: (typeof MASKS)[number]): CodeFace | null {
  try {
    const { modules } = QRCode.create(text, {
      errorCorrectionLevel: 'M',
      ...(mask !== undefined && { maskPattern: mask }),
    })
    return { text, size: modules.size, modules: Array.from(modules.data, (one) => (one ? '1' : '0')).join('') }
  } catch {
    return null
  }
}

/** Rows of dots, one byte each: 1 is black. */
export interface Dots {
  width: number
  height: number
  black: Uint8Array
}

/** A code with white around it; `scale`: dots a module. */
export function dotsOf({ size, modules }: CodeFace, scale: number): Dots {
  const side = (size + 2 * QUIET) * scale
  const black = new Uint8Array(side * side)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (modules[y * size + x] !== '1') continue
      for (let row = 0; row < scale; row += 1) {
        const from = ((y + QUIET) * scale + row) * side + (x + QUIET) * scale
        black.fill(1, from, from + scale)
      }
    }
  return { width: side, height: side, black }
}

/** What a telephone reads from the dots; null: nothing. */
export function readDots({ width, height, black }: Dots): string | null {
  const colours = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let dot = 0; dot < black.length; dot += 1) if (black[dot]) colours.fill(0, dot * 4, dot * 4 + 3)
  return jsQR(colours, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null
}

/** A code as a picture of any size, white around it. */
export function codeSvg({ size, modules }: CodeFace): string {
  const side = size + 2 * QUIET
  let path = ''
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (modules[y * size + x] === '1') path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>\n`
}
