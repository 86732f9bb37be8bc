// A JPEG: its size, which way is up, and the parts that it needs to look the same. Pure.
import { ascii, u16, u16le, u32, u32le, type Piece, type Picture, type Read } from './notices-bytes.ts'

/** Null where it is no whole JPEG. */
export async function jpeg(read: Read, size: number): Promise<Picture | null> {
  const pieces: Piece[] = [{ from: 0, to: 2 }]
  let width = 0
  let height = 0
  let turned = 1
  let at = 2
  for (;;) {
    const head = await read(at, 4)
    const marker = head[1] ?? 0
    // Bytes may be filled up with 0xff before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
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
