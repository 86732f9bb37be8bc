// Who may ask for what: each route against each kind of asker. What a kiosk's token can do is what a visitor can do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHall, type TestHall } from './hall.ts'

type Asker = 'nobody' | 'kiosk' | 'display' | 'desk' | 'clerk' | 'manager'
const ASKERS: readonly Asker[] = ['nobody', 'kiosk', 'display', 'desk', 'clerk', 'manager']
const STAFF: readonly Asker[] = ['clerk', 'manager']

/** Every route with those who may ask; all others are refused. */
const allowed: Record<string, readonly Asker[]> = {
  'POST /api/tickets': ['kiosk'],
  'POST /api/tickets/{ticket}/print': ['kiosk'],
  'POST /api/tickets/{ticket}/steps': STAFF,
  'POST /api/windows/w1/next': STAFF,
  'POST /api/windows/w1/undo': STAFF,
  'POST /api/windows/w1/sit': STAFF,
  'POST /api/windows/w1/stand': STAFF,
  'POST /api/tickets/{ticket}/checklist': STAFF,
  'POST /api/tickets/{ticket}/checklist/sheets': STAFF,
  'POST /api/tickets/{ticket}/checklist/print': STAFF,
  'POST /api/windows/w1/pause': STAFF,
  'POST /api/windows/w1/back': STAFF,
  'POST /api/windows/w1/close': STAFF,
  'GET /api/windows': ['manager'],
  'POST /api/windows': ['manager'],
  'POST /api/windows/none/remove': ['manager'],
  'POST /api/lanes/none/remove': ['manager'],
  'GET /api/staff': ['desk', ...STAFF],
  'POST /api/staff/sign-in': ['desk', ...STAFF],
  'GET /api/staff/me': STAFF,
  'GET /api/acts': ['manager'],
  'GET /api/devices': ['manager'],
  'POST /api/devices/none/revoke': ['manager'],
  'POST /api/pairings/approve': ['manager'],
  'POST /api/pairings': ASKERS,
  'POST /api/pairings/claim': ASKERS,
  'POST /api/links/claim': ASKERS,
  'GET /api/matters': ASKERS,
  'GET /api/report': STAFF,
  'GET /api/report/2026-11-23.json': ['manager'],
  'GET /api/record/none': ['manager'],
  'GET /api/closing': STAFF,
  'POST /api/tickets/{ticket}/closing': STAFF,
  'POST /api/tickets/{ticket}/closing/undo': STAFF,
  'GET /api/views/ticket/{code}/closing': ASKERS,
  'GET /api/panel': STAFF,
  'POST /api/targets': ['manager'],
  'POST /api/proven-calls': ['manager'],
  'GET /api/views/board': ['display', ...STAFF],
  'GET /api/views/ledger': ['display', ...STAFF],
  'GET /api/views/kiosk': ASKERS,
  'GET /api/views/calendar': ASKERS,
  'GET /api/views/notices': ASKERS,
  'GET /api/views/alert': ASKERS,
  'GET /api/views/walls': ['display', ...STAFF],
  'GET /api/views/almanac': ['display', 'kiosk', ...STAFF],
  'GET /api/views/office': STAFF,
  'GET /api/views/catalog': ['kiosk', ...STAFF],
  'GET /api/views/desk': STAFF,
  'GET /api/views/screens': STAFF,
  'GET /api/views/ticket/{code}': ASKERS,
}
const REFUSED = ['device_required', 'session_required', 'role_required']

let hall: TestHall
let tokens: Record<Asker, string | undefined>
let ticket: { id: string; code: string }

beforeAll(async () => {
  hall = await openHall()
  const [kiosk, display, desk] = [await hall.pair('kiosk'), await hall.pair('display'), await hall.pair('desk')]
  const [clerk, manager] = [await hall.clerk('w1'), await hall.clerk(null, 'manager')]
  tokens = { nobody: undefined, kiosk, display, desk, clerk, manager }
  ticket = await hall.take(kiosk)
}, 120_000)
afterAll(() => hall.stop())

async function ask(route: string, who: Asker, more: { headers?: Record<string, string> } = {}) {
  const [method = '', path = ''] = route.split(' ')
  const token = tokens[who]
  return hall.api<{ error?: { code: string } }>(
    method,
    path.replace('{ticket}', ticket.id).replace('{code}', ticket.code),
    {
      ...(token !== undefined && { token }),
      // Well-formed for no route: whoever is let in gets as far as the schema and no further.
      ...(method === 'POST' && { body: { nonsense: true } }),
      ...more,
    },
  )
}

describe.each(Object.keys(allowed))('%s', (route) => {
  it.each(ASKERS)('asked by %s', async (who) => {
    const { status, body } = await ask(route, who)
    if (allowed[route]?.includes(who)) {
      expect(REFUSED).not.toContain(body.error?.code)
      expect(status).toBeLessThan(500)
    } else {
      expect(REFUSED).toContain(body.error?.code)
      expect(status).toBe(body.error?.code === 'role_required' ? 403 : 401)
    }
  })
})

describe('a token', () => {
  it('that is unknown, cut, or of another form lets nobody in', async () => {
    const kiosk = tokens.kiosk ?? ''
    for (const token of [
      '',
      'x',
      kiosk.slice(0, -1),
      `${kiosk}x`,
      kiosk.toUpperCase(),
      '../../etc/passwd',
      'a'.repeat(64),
    ]) {
      const headers = { authorization: `Bearer ${token}` }
      expect((await ask('POST /api/tickets', 'nobody', { headers })).status).toBe(401)
    }
    const headers = { authorization: `Basic ${Buffer.from(`kiosk:${kiosk}`).toString('base64')}` }
    expect((await ask('POST /api/tickets', 'nobody', { headers })).status).toBe(401)
  })

  it('is not stored anywhere as it is', async () => {
    const tables = ['device', 'session', 'act', 'intent', 'link', 'pairing'] as const
    const rows = await Promise.all(tables.map((table) => hall.store.db.selectFrom(table).selectAll().execute()))
    const all = JSON.stringify(rows)
    for (const token of Object.values(tokens)) if (token) expect(all).not.toContain(token)
  })

  it('of a session does not take tickets, and of a kiosk does not work as a session in a cookie', async () => {
    const cookie = `hall_session=${tokens.kiosk ?? ''}; hall_kiosk=${tokens.clerk ?? ''}`
    const headers = { cookie, origin: hall.url }
    expect((await ask('POST /api/windows/w1/next', 'nobody', { headers })).status).toBe(401)
    expect((await ask('POST /api/tickets', 'nobody', { headers })).status).toBe(401)
  })
})

describe('another origin', () => {
  const POST = 'POST /api/tickets'
  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1', 'http://localhost.evil.example'])(
    '%s is refused, with and without a token',
    async (origin) => {
      for (const who of ['nobody', 'kiosk'] as const) {
        const { status, body } = await ask(POST, who, { headers: { origin } })
        expect([status, body.error?.code]).toEqual([403, 'origin_refused'])
      }
      expect((await ask('GET /api/matters', 'nobody', { headers: { origin } })).status).toBe(403)
    },
  )

  it('that is the hub’s own is welcome, by address and by name', async () => {
    for (const origin of [hall.url, hall.url.replace('127.0.0.1', 'localhost')])
      expect((await ask(POST, 'kiosk', { headers: { origin } })).body.error?.code).toBe('body_invalid')
  })

  it('left out with a cookie is refused on POST: a form of another site sends no Origin at worst', async () => {
    const headers = { cookie: `hall_kiosk=${tokens.kiosk ?? ''}` }
    expect((await ask(POST, 'nobody', { headers })).body.error?.code).toBe('origin_refused')
    expect((await ask('GET /api/views/catalog', 'nobody', { headers })).status).toBe(200)
    const own = { ...headers, origin: hall.url }
    expect((await ask(POST, 'nobody', { headers: own })).body.error?.code).toBe('body_invalid')
  })

  it('gets no CORS header that would let it read an answer', async () => {
    const { headers } = await ask('GET /api/matters', 'nobody', { headers: { origin: 'http://evil.example' } })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
