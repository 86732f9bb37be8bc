// Reads a request's body: JSON in UTF-8, 64 KB at most where a route does not say otherwise, nothing else.
import type { IncomingMessage } from 'node:http'
import { Refused } from '../errors.ts'

export const BODY_LIMIT = 64 * 1024

/** Throws Refused: body_too_large, body_not_utf8, body_not_json. An empty body is an empty object. `limit`: bytes. */
export async function readJson(request: IncomingMessage, limit = BODY_LIMIT): Promise<unknown> {
  const body = await collect(request, limit)
  if (body.length === 0) return {}
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refused({ code: 'body_not_json', facts: {} })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new Refused({ code: 'body_not_utf8', facts: {} })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refused({ code: 'body_not_json', facts: {} })
  }
}

/**
 * Everything that is sent. What comes beyond the limit is read and forgotten: to leave it would hang the connection for the
 * next request, to close it would lose the refusal. The server's request timeout ends a body without end.
 */
function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) return void parts.push(part)
      parts = []
      reject(new Refused({ code: 'body_too_large', facts: { limit } }))
    })
    request.once('end', () => resolve(Buffer.concat(parts)))
    request.once('error', reject)
    request.once('close', () => reject(new Error('the request was broken off')))
  })
}
