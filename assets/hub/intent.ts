// How a screen asks for something: one key for each intent, the same key until the hub has answered.
import type { Failure } from '#assets/i18n/errors.ts'

export type Answer<T> = { ok: true; value: T } | ({ ok: false } & Failure)

/** Waits between tries, milliseconds. About ten seconds in all; then the person is told, and may press again with the same key. */
const WAITS = [250, 500, 1000, 2000, 3000, 3000]
/** A network that swallows what is sent makes each try slow: after this long none is begun any more. Milliseconds. */
const PATIENCE = 10_000

/** 128 random bits as hex. `crypto.randomUUID` does not exist on plain http, `getRandomValues` does. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export class Intent<T> {
  readonly path: string
  readonly body: unknown
  readonly key: string

  constructor(path: string, body: unknown, key = newKey()) {
    this.path = path
    this.body = body
    this.key = key
  }

  /** Send until answered. Safe to call again: the hub does it once. */
  async send(waits = WAITS): Promise<Answer<T>> {
    const began = performance.now()
    for (const wait of [0, ...waits]) {
      if (performance.now() - began > PATIENCE) break
      if (wait > 0) await new Promise((done) => setTimeout(done, wait))
      const answer = await request<T>('POST', this.path, { body: this.body, key: this.key })
      const passing = !answer.ok && ['offline', 'hub_stopping', 'internal'].includes(answer.code)
      if (!passing) return answer
    }
    return { ok: false, code: 'offline', facts: {} }
  }
}

/** One request, one answer; never throws. `keepalive`: it arrives although the page is left. */
export async function request<T>(
  method: 'GET' | 'POST',
  path: string,
  {
    body,
    key,
    signal = AbortSignal.timeout(5000),
    keepalive = false,
  }: { body?: unknown; key?: string; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Answer<T>> {
  return fetchAnswer<T>(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(keepalive && { keepalive }),
    signal,
  })
}

/** A file, as it is: once, since the hub knows a file by its content. A film takes its time. */
export async function upload<T>(path: string, file: Blob): Promise<Answer<T>> {
  const headers = { 'content-type': file.type || 'application/octet-stream' }
  return fetchAnswer<T>(path, { method: 'POST', headers, body: file, signal: AbortSignal.timeout(120_000) })
}

async function fetchAnswer<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const reply = await fetch(path, init)
    const value: unknown = await reply.json()
    if (reply.ok) return { ok: true, value: value as T }
    const { error } = value as { error: Failure }
    return { ok: false, ...error }
  } catch {
    return { ok: false, code: 'offline', facts: {} }
  }
}
