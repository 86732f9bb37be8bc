// Reads a request's body: JSON in UTF-8, 64 KB at most, nothing else.
import type { IncomingMessage } from 'node:http'
import { Refused } from '../errors.ts'

export const BODY_LIMIT = 64 * 1024

/** Throws Refused: body_too_large, body_not_utf8, body_not_json. An empty body is an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_LIMIT) throw new Refused({ code: 'body_too_large', facts: { limit: BODY_LIMIT } })
    parts.push(part)
  }
  if (size === 0) return {}
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refused({ code: 'body_not_json', facts: {} })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  } catch {
    throw new Refused({ code: 'body_not_utf8', facts: {} })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refused({ code: 'body_not_json', facts: {} })
  }
}
