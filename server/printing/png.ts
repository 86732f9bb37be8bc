// A black-and-white picture as PNG: what receiptline takes for a picture on paper. Pure.
import { crc32, deflateSync } from 'node:zlib'
import type { Dots } from '#domain/card-code.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** One byte a dot, grey: it unpacks several times as fast as one bit a dot, and packed it is as small. */
export function png({ width, height, black }: Dots): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 0xff)
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1)
    rows[start] = 0
    for (let x = 0; x < width; x += 1) if (black[y * width + x]) rows[start + 1 + x] = 0
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
