// How a device comes and goes: a code on its screen, a one-time link, and being revoked.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addLink } from '../commands/pair-device.ts'
import { nextView, openHall, type Reply, type TestHall } from './hall.ts'

let hall: TestHall
let manager: string
beforeEach(async () => {
  hall = await openHall()
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(() => hall.stop())

interface Pairing {
  code: string
  claim: string
  expiresAt: string
}
interface Failed {
  error?: { code: string }
}
const post = <T>(path: string, body: object, token?: string): Promise<Reply<T & Failed>> =>
  hall.api(`POST`, path, { body, ...(token !== undefined && { token }) })
const ask = async (kind = 'display') => (await post<Pairing>('/api/pairings', { kind })).body
const claim = (secret: string) => post<{ state: string }>('/api/pairings/claim', { claim: secret })
const approve = (code: string, token = manager, name = '大厅大屏') =>
  post<{ device: { id: string; name: string; kind: string } }>('/api/pairings/approve', { code, name }, token)

/** The token in a reply's cookie, as the browser would keep it. */
function cookie({ headers }: Reply<unknown>, name: string): string | undefined {
  const line = headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
  if (line) expect(line.toLowerCase()).toMatch(/httponly/)
  if (line) expect(line.toLowerCase()).toMatch(/samesite=strict/)
  return line?.slice(name.length + 1).split(';')[0]
}

describe('a code on a screen', () => {
  it('is approved at a desk, and the screen is in', async () => {
    const { code, claim: secret } = await ask()
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    expect((await claim(secret)).body).toEqual({ state: 'waiting' })
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
    expect((await approve(typed)).body.device).toMatchObject({ name: '大厅大屏', kind: 'display' })
    const claimed = await claim(secret)
    expect(claimed.body).toEqual({ state: 'paired' })
    const token = cookie(claimed, 'hall_display')
    const board = await hall.api('GET', '/api/views/board', { headers: { cookie: `hall_display=${token ?? ''}` } })
    expect(board.status).toBe(200)
  })

  it('makes one device: the code is good once, and a screen whose answer was lost asks again', async () => {
    const { code, claim: secret } = await ask()
    await approve(code)
    expect((await approve(code)).body.error?.code).toBe('pairing_unknown')
    const count = async () =>
      (await hall.api<{ devices: unknown[] }>('GET', '/api/devices', { token: manager })).body.devices.length
    const before = await count()
    const board = (token: string | undefined) => hall.api('GET', '/api/views/board', { token: token ?? '' })
    const lost = cookie(await claim(secret), 'hall_display')
    const kept = cookie(await claim(secret), 'hall_display')
    expect(await count()).toBe(before)
    expect((await board(kept)).status).toBe(200)
    expect((await board(lost)).status).toBe(401)
    expect((await approve(code)).body.error?.code).toBe('pairing_unknown')
  })

  it('is good for ten minutes', async () => {
    const [early, late] = [await ask(), await ask()]
    hall.clock.forward(9)
    expect((await approve(early.code)).status).toBe(200)
    hall.clock.forward(1)
    expect((await approve(late.code)).body.error?.code).toBe('pairing_unknown')
    expect((await claim(late.claim)).body.error?.code).toBe('pairing_unknown')
  })

  it('may be guessed five times in ten minutes, sent at once or not; then even the right one is refused', async () => {
    const { code } = await ask()
    const guesses = await Promise.all(Array.from({ length: 8 }, () => approve('BBBBBBBB')))
    expect(guesses.filter(({ body }) => body.error?.code === 'pairing_unknown')).toHaveLength(5)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(3)
    expect((await approve(code)).body.error?.code).toBe('pairing_guesses_used')
    hall.clock.forward(11)
    expect((await approve((await ask()).code)).status).toBe(200)
  })

  it('is approved by a manager only', async () => {
    const { code } = await ask()
    const clerk = await hall.clerk('w1')
    expect(await approve(code, clerk)).toMatchObject({ status: 403, body: { error: { code: 'role_required' } } })
  })

  it('is collected by the screen that asked, and by no other', async () => {
    const [mine, other] = [await ask(), await ask()]
    await approve(mine.code)
    expect((await claim(other.claim)).body).toEqual({ state: 'waiting' })
    expect((await claim('x'.repeat(22))).body.error?.code).toBe('pairing_unknown')
  })

  it('asked for a thousand times leaves nothing behind after its time', async () => {
    await Promise.all(Array.from({ length: 40 }, () => ask()))
    hall.clock.forward(11)
    await ask()
    expect(await hall.store.db.selectFrom('pairing').selectAll().execute()).toHaveLength(1)
  })
})

describe('a one-time link', () => {
  const link = (kind: 'kiosk' | 'desk', staff: string | null) =>
    hall.store.write((trx) => addLink(trx, hall.hall, { kind, staff, expires: hall.clock.now() + 3_600_000 }))
  const open = (secret: string) => post<{ to: string }>('/api/links/claim', { secret })

  it('pairs the browser that opens it first, and no second one', async () => {
    const secret = await link('kiosk', null)
    const both = await Promise.all([open(secret), open(secret)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    const won = both.find(({ status }) => status === 200)!
    expect(won.body).toEqual({ to: '/kiosk/' })
    const headers = { cookie: `hall_kiosk=${cookie(won, 'hall_kiosk') ?? ''}` }
    expect((await hall.api('GET', '/api/views/kiosk', { headers })).status).toBe(200)
    expect(cookie(won, 'hall_session')).toBeUndefined()
  })

  it('of a desk signs in whom it names', async () => {
    const opened = await open(await link('desk', 'chen'))
    const headers = { cookie: `hall_session=${cookie(opened, 'hall_session') ?? ''}` }
    const { body } = await hall.api<{ staff: { id: string } }>('GET', '/api/staff/me', { headers })
    expect(body.staff.id).toBe('chen')
  })

  it('is spent after an hour', async () => {
    const secret = await link('kiosk', null)
    hall.clock.forward(60)
    expect((await open(secret)).body.error?.code).toBe('link_spent')
  })
})

describe('paired devices', () => {
  it('are let in when all come at once, and one that was just paired elsewhere as well', async () => {
    const board = (tokens: string[]) =>
      Promise.all(tokens.map(async (token) => (await hall.api('GET', '/api/views/board', { token })).status))
    const many = await Promise.all(Array.from({ length: 12 }, (_, number) => hall.pair('display', `大屏 ${number}`)))
    hall.clock.forward(1)
    expect(await board(many)).toEqual(many.map(() => 200))
    // As an administrator's command pairs: in another process, of which the hub hears nothing.
    const later = await hall.pair('display', '后来的大屏')
    expect(await board([later, 'nobody', ...many.slice(0, 2)])).toEqual([200, 401, 200, 200])
  }, 60_000)
})

describe('a revoked device', () => {
  it('is out at once by HTTP, and its screens are told within two seconds', async () => {
    const token = await hall.pair('display')
    const { body } = await hall.api<{ devices: { id: string; kind: string }[] }>('GET', '/api/devices', {
      token: manager,
    })
    const id = body.devices.find(({ kind }) => kind === 'display')?.id ?? ''
    const socket = hall.socket('display', { token })
    await nextView(socket, 'board')
    const told = new Promise<string>((why) => socket.once('dismissed', why))
    const closed = new Promise<void>((gone) => socket.once('disconnect', () => gone()))
    expect((await hall.api('POST', `/api/devices/${id}/revoke`, { token: manager, body: {} })).status).toBe(200)
    expect((await hall.api('GET', '/api/views/board', { token })).status).toBe(401)
    expect(await told).toBe('device_revoked')
    await closed
    const again = hall.socket('display', { token })
    const refused = await new Promise<Error & { data?: unknown }>((error) => again.once('connect_error', error))
    expect(refused.data).toEqual({ code: 'device_required' })
  }, 60_000)

  it('is revoked once; another is not found', async () => {
    const { body } = await hall.api<{ devices: { id: string }[] }>('GET', '/api/devices', { token: manager })
    const kiosk = await hall.pair('kiosk')
    const { id } = (await hall.store.db
      .selectFrom('device')
      .select('id')
      .where('kind', '=', 'kiosk')
      .executeTakeFirst())!
    const revoke = (of: string) => post(`/api/devices/${of}/revoke`, {}, manager)
    expect((await revoke(id)).status).toBe(200)
    expect((await revoke(id)).status).toBe(404)
    expect((await revoke('none')).status).toBe(404)
    expect((await hall.api('GET', '/api/views/catalog', { token: kiosk })).status).toBe(401)
    expect(body.devices.length).toBeGreaterThan(0)
  })
})
