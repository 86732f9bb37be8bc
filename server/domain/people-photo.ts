// A person's photo as the hub takes it: a small square, by its content a picture, written anew from the parts that it needs to look the
// same. The browser cut and drew it before; whatever else is sent is refused, with the reason. Pure.
import type { MediaType } from '#contract/notices.ts'
import type { PhotoFault } from '#contract/people-book.ts'
import { examinePicture, HEAD, sniff } from './notices-media.ts'
import { u32, type Read } from './notices-bytes.ts'
import { jpeg } from './notices-jpeg.ts'

export const PHOTO = { bytes: 1_500_000, least: 120, most: 1200 } as const

export type PhotoType = Extract<MediaType, 'image/jpeg' | 'image/png' | 'image/webp'>
export type Photo = { ok: true; type: PhotoType; side: number; bytes: Uint8Array } | { ok: false; why: PhotoFault }

export async function examinePhoto(bytes: Uint8Array): Promise<Photo> {
  const type = sniff(bytes.subarray(0, HEAD))
  if (type !== 'image/jpeg' && type !== 'image/png' && type !== 'image/webp') return { ok: false, why: 'kind' }
  const read: Read = async (at, length) => bytes.subarray(at, at + length)
  const size = await sizeOf(type, bytes, read)
  if (size && Math.max(size.width, size.height) > PHOTO.most) return { ok: false, why: 'large' }
  const picture = await examinePicture(type, read, bytes.length)
  if (!picture) return { ok: false, why: 'broken' }
  const { width, height, pieces } = picture
  if (Math.max(width, height) > PHOTO.most) return { ok: false, why: 'large' }
  if (Math.min(width, height) < PHOTO.least) return { ok: false, why: 'small' }
  if (Math.abs(width - height) > 1) return { ok: false, why: 'shape' }
  const parts = pieces.map((piece) => ('bytes' in piece ? piece.bytes : bytes.subarray(piece.from, piece.to)))
  const clean = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    clean.set(part, at)
    at += part.length
  }
  return { ok: true, type, side: width, bytes: clean }
}

/** What it says of itself, however large: one that no screen can draw is told from one that is broken. */
async function sizeOf(
  type: PhotoType,
  bytes: Uint8Array,
  read: Read,
): Promise<{ width: number; height: number } | null> {
  if (type === 'image/png') return { width: u32(bytes, 16), height: u32(bytes, 20) }
  return type === 'image/jpeg' ? jpeg(read, bytes.length) : null
}
