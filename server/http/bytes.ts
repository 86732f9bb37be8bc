// Reads a request's body as it is, up to a limit: a photo, a spreadsheet.
import type { IncomingMessage } from 'node:http'

/** Null where there is more than `limit` bytes; the rest is read and forgotten, so that the refusal arrives. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) return void parts.push(part)
      parts = []
    })
    request.once('end', () => resolve(size <= limit ? Buffer.concat(parts) : null))
    request.once('error', reject)
    request.once('close', () => reject(new Error('the request was broken off')))
  })
}
