// What a file is, by its content: kind, size in pixels, and which parts of a picture to keep, so that where and with what it was
// taken does not travel with it. Pure: the file is read through an argument.
import type { MediaType } from '#contract/notices.ts'

/** Gives `length` bytes from `at`; fewer at the end of the file. */
export type Read = (at: number, length: number) => Promise<Uint8Array>

/** A picture is written anew from these: parts of the file, or bytes in their place. */
export type Piece = { from: number; to: number } | { bytes: Uint8Array }

export interface Picture {
  width: number
  height: number
  pieces: Piece[]
}

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const u16 = (b: Uint8Array, at: number) => ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0)
const u32 = (b: Uint8Array, at: number) => u16(b, at) * 65536 + u16(b, at + 2)
const u16le = (b: Uint8Array, at: number) => ((b[at + 1] ?? 0) << 8) | (b[at] ?? 0)
const u24le = (b: Uint8Array, at: number) => u16le(b, at) | ((b[at + 2] ?? 0) << 16)
const u32le = (b: Uint8Array, at: number) => u16le(b, at + 2) * 65536 + u16le(b, at)

/** Enough of a file's head to know its kind. */
export const HEAD = 32

export function sniff(head: Uint8Array): MediaType | null {
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(head, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(head, 4, 8) === 'ftyp') return 'video/mp4'
  if (u32(head, 0) === 0x1a45dfa3) return 'video/webm'
  return null
}

/** Null where the file is broken, cut short, or larger than a screen can draw. */
export async function examinePicture(type: MediaType, read: Read, size: number): Promise<Picture | null> {
  const examine = type === 'image/png' ? png : type === 'image/jpeg' ? jpeg : type === 'image/webp' ? webp : null
  const picture = examine && (await examine(read, size))
  if (!picture || picture.width < 1 || picture.height < 1) return null
  return picture.width * picture.height <= 60_000_000 && Math.max(picture.width, picture.height) <= 16_000
    ? picture
    : null
}

/** What a PNG needs to look the same; texts, times and Exif are left out, and so are the later pictures of an animated one. */
const PNG_KEEPS = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
  'cICP',
]

async function png(read: Read, size: number): Promise<Picture | null> {
  const first = await read(8, 16)
  if (ascii(first, 4, 8) !== 'IHDR') return null
  const pieces: Piece[] = [{ from: 0, to: 8 }]
  for (let at = 8; at + 12 <= size;) {
    const head = await read(at, 8)
    const end = at + 12 + u32(head, 0)
    const name = ascii(head, 4, 8)
    if (end > size || head.length < 8) return null
    if (PNG_KEEPS.includes(name)) pieces.push({ from: at, to: end })
    if (name === 'IEND') return { width: u32(first, 8), height: u32(first, 12), pieces }
    at = end
  }
  return null
}

async function jpeg(read: Read, size: number): Promise<Picture | null> {
  const pieces: Piece[] = [{ from: 0, to: 2 }]
  let width = 0
  let height = 0
  let turned = 1
  let at = 2
  for (;;) {
    const head = await read(at, 4)
    const marker = head[1] ?? 0
    if (head.length < 4 || head[0] !== 0xff || marker < 0xc0) return null
    const end = at + 2 + u16(head, 2)
    if (end > size) return null
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) {
      const of = await read(at + 5, 4)
      height = u16(of, 0)
      width = u16(of, 2)
    }
    if (marker === 0xe1) turned = Math.max(turned, orientation(await read(at + 4, Math.min(end - at - 4, 4096))))
    if (await jpegKeeps(marker, at, read)) pieces.push({ from: at, to: end })
    at = end
    if (marker === 0xda) break
  }
  const end = await endOfScans(read, at, size)
  if (end === null) return null
  pieces.push({ from: at, to: end })
  // Which way is up is the one thing of Exif that a picture needs.
  if (turned > 1) pieces.splice(1, 0, { bytes: orientationOnly(turned) })
  return turned >= 5 ? { width: height, height: width, pieces } : { width, height, pieces }
}

/** Comments go, and what applications wrote, except for the colour profile (APP2) and what decoders need (APP0, APP14). */
async function jpegKeeps(marker: number, at: number, read: Read): Promise<boolean> {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef || marker === 0xe0 || marker === 0xee) return true
  return marker === 0xe2 && ascii(await read(at + 4, 11), 0, 11) === 'ICC_PROFILE'
}

/** The offset after the end marker; cameras append previews and films after it, with all that was taken out above. */
async function endOfScans(read: Read, from: number, size: number): Promise<number | null> {
  const STEP = 65_536
  let at = from
  while (at + 1 < size) {
    const part = await read(at, STEP)
    let skip = part.length - 1
    for (let index = 0; index < part.length - 1; index += 1) {
      if (part[index] !== 0xff) continue
      const next = part[index + 1] ?? 0
      if (next === 0xd9) return at + index + 2
      if (next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue
      // Between two scans stands a segment: its own bytes are not to be looked at.
      const head = await read(at + index + 2, 2)
      skip = index + 2 + u16(head, 0)
      break
    }
    if (skip <= 0) return null
    at += skip
  }
  return null
}

/** The Orientation of an Exif block, 1 to 8; 1 where it says none. */
function orientation(app1: Uint8Array): number {
  if (ascii(app1, 0, 6) !== 'Exif\0\0') return 1
  const tiff = app1.subarray(6)
  const little = ascii(tiff, 0, 2) === 'II'
  const [short, long] = little ? [u16le, u32le] : [u16, u32]
  const ifd = long(tiff, 4)
  const count = Math.min(short(tiff, ifd), 200)
  for (let entry = 0; entry < count; entry += 1) {
    const at = ifd + 2 + entry * 12
    if (short(tiff, at) !== 0x0112) continue
    const value = short(tiff, at + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif segment that says which way is up, and nothing else. */
export function orientationOnly(value: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([0xff, 0xe1, 0, exif.length + tiff.length + 2, ...exif, ...tiff])
}

async function webp(read: Read, size: number): Promise<Picture | null> {
  const whole = 8 + u32le(await read(0, 12), 4)
  if (whole > size + 1) return null
  const pieces: Piece[] = []
  let found = { width: 0, height: 0 }
  let length = 4
  for (let at = 12; at + 8 <= Math.min(whole, size);) {
    const head = await read(at, 24)
    const name = ascii(head, 0, 4)
    const bytes = u32le(head, 4)
    const end = at + 8 + bytes + (bytes % 2)
    if (end > size + 1) return null
    if (name === 'VP8X') {
      found = { width: u24le(head, 12) + 1, height: u24le(head, 15) + 1 }
      // No Exif and no XMP follow.
      const chunk = Uint8Array.from(await read(at, end - at))
      chunk[8] = (chunk[8] ?? 0) & ~0x0c
      pieces.push({ bytes: chunk })
    } else if (name !== 'EXIF' && name !== 'XMP ') {
      if (name === 'VP8 ' && found.width === 0)
        found = { width: u16le(head, 14) & 0x3fff, height: u16le(head, 16) & 0x3fff }
      if (name === 'VP8L' && found.width === 0) found = lossless(head)
      pieces.push({ from: at, to: Math.min(end, size) })
    }
    if (name !== 'EXIF' && name !== 'XMP ') length += end - at
    at = end
  }
  const riff = new Uint8Array(12)
  riff.set([...'RIFF'].map((one) => one.charCodeAt(0)))
  new DataView(riff.buffer).setUint32(4, length, true)
  riff.set(
    [...'WEBP'].map((one) => one.charCodeAt(0)),
    8,
  )
  return pieces.length > 0 ? { ...found, pieces: [{ bytes: riff }, ...pieces] } : null
}

function lossless(head: Uint8Array): { width: number; height: number } {
  const bits = u32le(head, 9)
  return { width: (bits % 16384) + 1, height: (Math.floor(bits / 16384) % 16384) + 1 }
}
