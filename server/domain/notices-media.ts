// What a file is, by its content: kind, size in pixels, and which parts of a picture to keep, so that where and with what it was
// taken does not travel with it. Pure: the file is read through an argument.
import type { MediaType } from '#contract/notices.ts'
import { ascii, u16le, u24le, u32, u32le, type Piece, type Picture, type Read } from './notices-bytes.ts'
import { jpeg } from './notices-jpeg.ts'

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
