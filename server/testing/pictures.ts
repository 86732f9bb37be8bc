// Pictures for tests, made byte by byte: whole, of a known size, with what should not travel with them.
import { crc32, deflateSync } from 'node:zlib'

const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)))
const chars = (text: string) => [...text].map((one) => one.charCodeAt(0))
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

function chunk(name: string, data: Uint8Array | readonly number[]): Uint8Array {
  const named = join(chars(name), data)
  return join(big(data.length), named, big(crc32(named)))
}

/** A grey PNG; `text` goes into a chunk beside the picture. */
export function samplePng(width: number, height: number, { tone = 0, text = '' } = {}): Uint8Array {
  const rows = new Uint8Array((width + 1) * height).fill(tone)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  return join(
    [0x89, ...chars('PNG\r\n\x1a\n')],
    chunk('IHDR', [...big(width), ...big(height), 8, 0, 0, 0, 0]),
    ...(text ? [chunk('tEXt', chars(`Comment\0${text}`)), chunk('eXIf', chars(text))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', []),
  )
}
