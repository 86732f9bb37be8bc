import { afterEach, describe, expect, it, vi } from 'vitest'
import { Intent, newKey, request } from './intent.ts'

interface Sent {
  path: string
  key: string | null
  body: unknown
}
type Reply = { status: number; body: unknown } | 'offline' | 'not json'

/** The hub's answers in order, the last one for ever; records what it was asked. */
function hub(...replies: Reply[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', (path: string, { headers, body }: { headers: Record<string, string>; body?: string }) => {
    sent.push({
      path,
      key: headers['idempotency-key'] ?? null,
      body: body === undefined ? undefined : JSON.parse(body),
    })
    const reply = replies.length > 1 ? replies.shift()! : replies[0]!
    if (reply === 'offline') return Promise.reject(new TypeError('fetch failed'))
    if (reply === 'not json') return Promise.resolve(new Response('<html>', { status: 502 }))
    return Promise.resolve(Response.json(reply.body, { status: reply.status }))
  })
  return sent
}
afterEach(() => vi.unstubAllGlobals())

const SOON = [1, 1, 1]
const taken = { status: 201, body: { ticket: { label: 'B001' } } }
const refused = (code: string, status = 409): Reply => ({ status, body: { error: { code, facts: {} } } })

describe('an intent', () => {
  it('keeps its key until it is answered', async () => {
    const sent = hub('offline', refused('hub_stopping', 503), 'not json', taken)
    const answer = await new Intent('/api/tickets', { matter: 'roof-leak' }).send(SOON)
    expect(answer).toEqual({ ok: true, value: taken.body })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(sent.every(({ body }) => JSON.stringify(body) === '{"matter":"roof-leak"}')).toBe(true)
  })

  it('keeps its key when a person presses again after it gave up', async () => {
    const sent = hub('offline')
    const intent = new Intent('/api/tickets', {})
    expect(await intent.send(SOON)).toEqual({ ok: false, code: 'offline', facts: {} })
    expect(sent).toHaveLength(1 + SOON.length)
    await intent.send([])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })

  it('does not ask again when the hub said no', async () => {
    for (const code of ['hall_closed', 'storage_full', 'window_busy', 'body_invalid']) {
      const sent = hub(refused(code))
      expect(await new Intent('/api/tickets', {}).send(SOON)).toEqual({ ok: false, code, facts: {} })
      expect(sent).toHaveLength(1)
    }
  })

  it('has a key of its own, as the hub wants it', () => {
    const keys = Array.from({ length: 100 }, () => newKey())
    expect(new Set(keys).size).toBe(100)
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('a request', () => {
  it('never throws', async () => {
    for (const reply of ['offline', 'not json', { status: 500, body: null }, { status: 200, body: 'x' }] as Reply[]) {
      hub(reply)
      expect(await request('GET', '/api/matters')).toHaveProperty('ok')
    }
  })

  it('sends no body and no key where there is none', async () => {
    const sent = hub({ status: 200, body: {} })
    await request('GET', '/api/matters')
    expect(sent).toEqual([{ path: '/api/matters', key: null, body: undefined }])
  })
})
