// Careless and hostile requests: each gets a clear 4xx, nothing is written, and the hub goes on.
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let clerk: string
beforeAll(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  clerk = await hall.clerk()
}, 120_000)
afterAll(() => hall.stop())

let before: unknown
const written = async () => ({
  tickets: await hall.store.db.selectFrom('ticket').select('id').execute(),
  answers: await hall.store.db.selectFrom('intent').select('key').execute(),
  numbers: await hall.store.db.selectFrom('lane_day').selectAll().execute(),
})
beforeEach(async () => (before = await written()))

let keys = 0
async function send(body: BodyInit, type: string | null = 'application/json', path = '/api/tickets') {
  const response = await fetch(hall.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${path === '/api/tickets' ? kiosk : clerk}`,
      'idempotency-key': `hostile-${(keys += 1)}`,
      ...(type !== null && { 'content-type': type }),
    },
    body,
  })
  return { status: response.status, body: (await response.json()) as { error: { code: string } } }
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

const bodies: [what: string, body: BodyInit, type: string | null, status: number, code: string][] = [
  ['nothing', '', 'application/json', 400, 'body_invalid'],
  ['an array', '[]', 'application/json', 400, 'body_invalid'],
  ['null', 'null', 'application/json', 400, 'body_invalid'],
  ['true', 'true', 'application/json', 400, 'body_invalid'],
  ['a number', '7', 'application/json', 400, 'body_invalid'],
  ['a string', '"roof-leak"', 'application/json', 400, 'body_invalid'],
  ['an object where text belongs', '{"matter":{"id":"roof-leak"}}', 'application/json', 400, 'body_invalid'],
  ['a list where text belongs', '{"matter":["roof-leak"]}', 'application/json', 400, 'body_invalid'],
  ['a field too many', '{"matter":"roof-leak","name":"张三"}', 'application/json', 400, 'body_invalid'],
  ['a prototype', '{"matter":"roof-leak","__proto__":{"admin":true}}', 'application/json', 400, 'body_invalid'],
  ['depth', `{"matter":${deep(20_000)}}`, 'application/json', 400, 'body_invalid'],
  ['JSON cut off', '{"matter":"roof-', 'application/json', 400, 'body_not_json'],
  ['JSON twice', '{"matter":"roof-leak"}{}', 'application/json', 400, 'body_not_json'],
  ['text/plain', '{"matter":"roof-leak"}', 'text/plain', 400, 'body_not_json'],
  ['a form', 'matter=roof-leak', 'application/x-www-form-urlencoded', 400, 'body_not_json'],
  ['no type', bytes('{"matter":"roof-leak"}'), null, 400, 'body_not_json'],
  ['GBK', bytes('{"matter":"', [0xce, 0xdd, 0xb6, 0xa5], '"}'), 'application/json', 400, 'body_not_utf8'],
  ['a cut character', bytes('{"matter":"', [0xe5, 0xb1], '"}'), 'application/json', 400, 'body_not_utf8'],
  ['UTF-16', Buffer.from('{"matter":"roof-leak"}', 'utf16le'), 'application/json', 400, 'body_not_json'],
  ['a lone surrogate', '{"matter":"roof\\ud800"}', 'application/json', 400, 'body_invalid'],
  ['one byte too many', `{"matter":"${'x'.repeat(65_536)}"}`, 'application/json', 413, 'body_too_large'],
  ['two megabytes', 'x'.repeat(2_000_000), 'application/json', 413, 'body_too_large'],
]

describe('a body', () => {
  it.each(bodies)('of %s is refused and leaves nothing', async (_, body, type, status, code) => {
    expect(await send(body, type)).toMatchObject({ status, body: { error: { code } } })
    expect(await written()).toEqual(before)
  })

  it('of exactly 64 KB is read', async () => {
    const padding = ' '.repeat(65_536 - '{"matter":"nothing-like-it"}'.length)
    expect((await send(`{"matter":"nothing-like-it"}${padding}`)).body.error.code).toBe('matter_unknown')
  })

  it('with a charset in its type, or a byte-order mark, is read', async () => {
    expect((await send('{"matter":"nope"}', 'application/json; charset=utf-8')).body.error.code).toBe('matter_unknown')
    expect((await send(bytes([0xef, 0xbb, 0xbf], '{"matter":"nope"}'))).body.error.code).toBe('matter_unknown')
  })

  it('that names its mistakes does not repeat what was sent', async () => {
    const { body } = await send('{"matter":"<script>alert(1)</script>"}')
    expect(JSON.stringify(body)).not.toContain('script')
  })

  it('with a control character, a bidi override or 100,000 characters in a name is refused', async () => {
    const manager = await hall.clerk(null, 'manager')
    for (const name of ['a\u0000b', 'a\u202eb', 'a\ud800', 'a\nb', '好'.repeat(20_000), ' ', true, null, {}, ['x']]) {
      const reply = await hall.api('POST', '/api/pairings/approve', {
        token: manager,
        body: { code: 'BCDFGHJK', name },
      })
      expect(reply.status, JSON.stringify(name).slice(0, 20)).toBeGreaterThanOrEqual(400)
      expect(reply.body).toMatchObject({
        error: { code: expect.stringMatching(/^body_(invalid|too_large)$/) as string },
      })
    }
    expect((await hall.store.db.selectFrom('device').where('kind', '=', 'display').selectAll().execute()).length).toBe(
      0,
    )
  }, 60_000)
})

describe('an address', () => {
  const get = (path: string, method = 'GET') => hall.api<{ error?: { code: string } }>(method, path, { token: kiosk })

  it('that is not there is not found, and a method that is not there not allowed', async () => {
    expect(await get('/api/nothing')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
    expect(await get('/api/')).toMatchObject({ status: 404 })
    for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS'])
      expect(await get('/api/tickets', method)).toMatchObject({
        status: 405,
        body: { error: { code: 'method_not_allowed' } },
      })
    expect(await get('/api/tickets')).toMatchObject({ status: 405 })
  })

  it.each([
    '/api/views/ticket/%00',
    '/api/views/ticket/%E0%A4%A',
    '/api/views/ticket/..%2f..%2fetc%2fpasswd',
    "/api/views/ticket/' or 1=1 --",
    `/api/views/ticket/${'x'.repeat(4000)}`,
  ])('of a ticket such as %s finds nothing', async (path) => {
    const { status } = await get(path)
    expect([400, 404]).toContain(status)
  })

  it.each([
    '/%',
    '/%E0%A4%A',
    '/..%2f..%2fpackage.json',
    '/kiosk/../../package.json',
    '/sounds/..%2f..%2f..%2fpackage.json',
    '/t/%00',
    '//evil.example/',
    '/\\evil.example',
  ])('%s shows no file of the machine, and sends nobody away', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 [34]\d\d /)
    expect(answer).not.toContain('community-hall')
    expect(answer).not.toMatch(/^location: .*evil/im)
  })
})

/** Bytes on a bare connection; resolves with all that came back. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(hall.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
    socket.write(request)
  })
}

describe('an idempotency key', () => {
  it.each(['', 'short', 'with blank in it', 'x'.repeat(129), 'ключключ'])('"%s" is not one', async (key) => {
    const answer = await raw(
      `POST /api/tickets HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer ${kiosk}\r\nContent-Type: application/json\r\n` +
        `Idempotency-Key: ${key}\r\nContent-Length: 22\r\nConnection: close\r\n\r\n{"matter":"roof-leak"}`,
    )
    expect(answer).toContain('"key_required"')
    expect(await written()).toEqual(before)
  })

  it('of one device is nothing to another', async () => {
    const other = await hall.pair('kiosk', 'other')
    const ask = (token: string) =>
      hall.api<{ ticket: { id: string } }>('POST', '/api/tickets', {
        token,
        key: 'shared-key',
        body: { matter: 'roof-leak' },
      })
    const [one, two] = [await ask(kiosk), await ask(other)]
    expect(one.body.ticket.id).not.toBe(two.body.ticket.id)
  })

  it('of one intent is nothing to another', async () => {
    const key = 'one-key-for-two'
    const { body } = await hall.api<{ ticket: { id: string } }>('POST', '/api/tickets', {
      token: kiosk,
      key,
      body: { matter: 'roof-leak' },
    })
    const print = await hall.api('POST', `/api/tickets/${body.ticket.id}/print`, {
      token: kiosk,
      key,
      body: { outcome: 'printed' },
    })
    expect(print).toMatchObject({ status: 422, body: { error: { code: 'key_reused' } } })
  })
})

describe('after all of it', () => {
  it('the hub is well', async () => {
    expect((await fetch(`${hall.url}/readyz`)).status).toBe(200)
    expect((await hall.take(kiosk)).label).toMatch(/^B\d{3}$/)
  })
})
