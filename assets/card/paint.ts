// One side of a card as dots, black or white: drawn with this device's typeface, so that the hub needs none. Each code is read back from the
// very dots that are sent; where one is not, nothing is printed.
import jsQR from 'jsqr'
import type { CardSide } from '#contract/cards.ts'
import { FONT } from './measure.ts'
import { QUIET, type Mark, type Side } from './marks.ts'

/** Dots a millimetre: a receipt printer's 203 to the inch, and 300 for sheets. */
export const ROLL = 8
export const SHEET = 300 / 25.4
const DARK = 128

/** A code could not be read back. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

type Paper = CanvasRenderingContext2D

export async function paint(side: Side, density: number): Promise<CardSide> {
  const width = Math.round((side.width * density) / 8) * 8
  const height = Math.round(side.height * density)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  if (!paper) throw new Error('There is no canvas.')
  await fonts(side)
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, width, height)
  for (const mark of side.marks) await draw(paper, mark, density)
  const { data } = paper.getImageData(0, 0, width, height)
  const black = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < DARK
  for (const mark of side.marks) {
    if (mark.is !== 'code') continue
    const [x, y, size] = [mark.x, mark.y, mark.side].map((mm) => Math.round(mm * density)) as [number, number, number]
    if (readBack(black, { x, y, size }) !== mark.code.text) throw new Unreadable(mark.code.text)
  }
  const bits = new Uint8Array((width / 8) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (black(x, y)) bits[(y * width + x) >> 3]! |= 0x80 >> (x & 7)
  return { width, height, dots: await deflated(bits) }
}

/** Every weight, and every part of the typeface that the text needs. */
async function fonts(side: Side): Promise<void> {
  const wanted = new Map<number, string>()
  for (const mark of side.marks)
    if (mark.is === 'text') wanted.set(mark.weight, (wanted.get(mark.weight) ?? '') + mark.text)
  await Promise.all([...wanted].map(([weight, text]) => document.fonts.load(`${weight} 20px ${FONT}`, text)))
}

async function draw(paper: Paper, mark: Mark, density: number): Promise<void> {
  const mm = (length: number) => length * density
  switch (mark.is) {
    case 'text':
      paper.fillStyle = mark.tone === 'paper' ? '#fff' : '#000'
      paper.font = `${mark.weight} ${mm(mark.size)}px ${FONT}`
      paper.textAlign = ({ start: 'left', middle: 'center', end: 'right' } as const)[mark.align]
      paper.fillText(mark.text, mm(mark.x), mm(mark.y))
      return
    case 'box':
      paper.fillStyle = '#000'
      paper.fillRect(mm(mark.x), mm(mark.y), mm(mark.width), mm(mark.height))
      return
    case 'line':
      paper.fillStyle = '#000'
      paper.fillRect(mm(mark.x), Math.round(mm(mark.y)), mm(mark.width), Math.max(1, Math.round(mm(0.2))))
      return
    case 'code':
      return modules(paper, mark, density)
    case 'face':
      return face(paper, mark, density)
  }
}

/** Whole dots a module: a code between the dots is hard to read. */
function modules(paper: Paper, { x, y, side, code }: Mark & { is: 'code' }, density: number): void {
  const scale = Math.max(1, Math.floor((side * density) / (code.size + 2 * QUIET)))
  const inset = (side * density - scale * code.size) / 2
  const [left, top] = [Math.round(x * density + inset), Math.round(y * density + inset)]
  paper.fillStyle = '#000'
  for (let at = 0; at < code.modules.length; at += 1)
    if (code.modules[at] === '1')
      paper.fillRect(left + (at % code.size) * scale, top + Math.floor(at / code.size) * scale, scale, scale)
}

async function face(paper: Paper, mark: Mark & { is: 'face' }, density: number): Promise<void> {
  const side = Math.round(mark.side * density)
  const [left, top] = [Math.round(mark.x * density), Math.round(mark.y * density)]
  paper.save()
  paper.beginPath()
  paper.arc(left + side / 2, top + side / 2, side / 2, 0, 2 * Math.PI)
  paper.clip()
  const photo = mark.photo === null ? null : await picture(mark.photo)
  paper.fillStyle = '#000'
  paper.fillRect(left, top, side, side)
  if (photo) {
    const part = Math.min(photo.naturalWidth, photo.naturalHeight)
    const [sx, sy] = [(photo.naturalWidth - part) / 2, (photo.naturalHeight - part) / 2]
    paper.drawImage(photo, sx, sy, part, part, left, top, side, side)
    paper.restore()
    return dither(paper, { left, top, side })
  }
  paper.fillStyle = '#fff'
  paper.font = `700 ${side * 0.52}px ${FONT}`
  paper.textAlign = 'center'
  paper.fillText(mark.text, left + side / 2, top + side * 0.68)
  paper.restore()
}

/** Null where it cannot be had: the surname stands there then. */
async function picture(source: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = source
  return image.decode().then(
    () => image,
    () => null,
  )
}

/** Greys as dots: each dot hands what it could not say to its neighbours (Floyd and Steinberg). */
function dither(paper: Paper, { left, top, side }: { left: number; top: number; side: number }): void {
  const image = paper.getImageData(left, top, side, side)
  const grey = new Float32Array(side * side)
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = image.data.subarray(at * 4, at * 4 + 3)
    grey[at] = 0.3 * red + 0.59 * green + 0.11 * blue
  }
  for (let at = 0; at < grey.length; at += 1) {
    const was = grey[at] ?? 0
    const is = was < DARK ? 0 : 255
    const error = (was - is) / 16
    image.data.fill(is, at * 4, at * 4 + 3)
    const last = at % side === side - 1
    if (!last) grey[at + 1]! += error * 7
    if (at % side > 0) grey[at + side - 1]! += error * 3
    grey[at + side]! += error * 5
    if (!last) grey[at + side + 1]! += error
  }
  paper.putImageData(image, left, top)
}

/** What a telephone would read there. */
export function readBack(
  black: (x: number, y: number) => boolean,
  { x, y, size }: { x: number; y: number; size: number },
): string | null {
  const edge = 4
  const side = size + 2 * edge
  const colours = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const at = ((row + edge) * side + column + edge) * 4
      if (black(x + column, y + row)) colours.fill(0, at, at + 3)
    }
  return jsQR(colours, side, side, { inversionAttempts: 'dontInvert' })?.data ?? null
}

export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const small = new Uint8Array(await new Response(stream).arrayBuffer())
  let text = ''
  for (const byte of small) text += String.fromCharCode(byte)
  return btoa(text)
}
