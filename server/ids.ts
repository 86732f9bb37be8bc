// Ids and secrets: ids that grow in the order in which they are made, secrets of 128 bits, and the hash under which a secret is stored.
import { hash as digest, randomBytes } from 'node:crypto'

let last = 0
let sequence = 0

/** 24 hex digits: milliseconds, a sequence within the millisecond, randomness. Ids of one process sort in the order of issue. */
export function newId(now: number): string {
  // A clock that is set back must not turn the order around.
  const time = Math.max(now, last)
  sequence = time === last ? sequence + 1 : 0
  last = time
  return time.toString(16).padStart(12, '0') + sequence.toString(16).padStart(4, '0') + randomBytes(4).toString('hex')
}

/** 22 characters of base64url, 128 bits. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

export function hash(secret: string): string {
  return digest('sha256', secret)
}
