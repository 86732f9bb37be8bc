// PINs, sessions and windows: guessing, idling, two desks, the log of acts.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBook } from '#db/seed/book.ts'
import type { BoardView } from '#contract/views.ts'
import { nextView, openHall, type TestHall } from './hall.ts'

const PIN = readBook().staff.find(({ id }) => id === 'chen')?.pin ?? ''
const WRONG = '000000'

let hall: TestHall
let desk: string
beforeEach(async () => {
  hall = await openHall()
  desk = await hall.pair('desk')
}, 60_000)
afterEach(() => hall.stop())

interface Answer {
  token?: string
  error?: { code: string; facts: { left?: number } }
}
const signIn = (pin: string, staff = 'chen') =>
  hall.api<Answer>('POST', '/api/staff/sign-in', { token: desk, body: { staff, pin } })
const me = (token: string) => hall.api<Answer & { window?: string | null }>('GET', '/api/staff/me', { token })
const sit = (token: string, window: string, body: object = {}) =>
  hall.api<Answer>('POST', `/api/windows/${window}/sit`, { token, body })

describe('a PIN', () => {
  it('is locked after ten wrong ones, sent at once, whatever comes then', async () => {
    const tries = await Promise.all(Array.from({ length: 14 }, () => signIn(WRONG)))
    expect(tries.filter(({ body }) => body.error?.code === 'pin_wrong')).toHaveLength(10)
    expect(tries.filter(({ status }) => status === 423)).toHaveLength(4)
    expect(await signIn(PIN)).toMatchObject({ status: 423, body: { error: { code: 'pin_locked' } } })
    expect((await signIn(readBook().staff.find(({ id }) => id === 'wang')?.pin ?? '', 'wang')).status).toBe(200)
  }, 60_000)

  it('says how many tries are left, and counts anew after the right one', async () => {
    const left = []
    for (const pin of [WRONG, WRONG, PIN, WRONG]) left.push((await signIn(pin)).body.error?.facts.left)
    expect(left).toEqual([9, 8, undefined, 9])
  }, 60_000)

  it('of somebody who does not exist is as unknown as the person', async () => {
    expect(await signIn(PIN, 'nobody')).toMatchObject({ status: 404, body: { error: { code: 'staff_unknown' } } })
  })

  it('opens nothing from a kiosk or without a device', async () => {
    const body = { staff: 'chen', pin: PIN }
    const kiosk = await hall.pair('kiosk')
    for (const token of [kiosk, 'x'.repeat(22)])
      expect((await hall.api('POST', '/api/staff/sign-in', { token, body })).status).toBe(401)
  })
})

describe('a session', () => {
  it('ends after 15 minutes without a touch', async () => {
    const token = await hall.clerk()
    hall.clock.forward(14)
    expect((await me(token)).status).toBe(200)
    hall.clock.forward(14)
    expect((await me(token)).status).toBe(200)
    hall.clock.forward(15)
    expect(await me(token)).toMatchObject({ status: 401, body: { error: { code: 'session_required' } } })
  })

  it('frees its window when it has idled out, and no window before that', async () => {
    const display = await hall.pair('display')
    await hall.clerk('w3', 'li')
    const staffed = async () => {
      const { body } = await hall.api<BoardView>('GET', '/api/views/board', { token: display })
      return body.windows.find(({ number }) => number === 3)?.staffed
    }
    hall.clock.forward(14)
    await hall.app.tidy()
    expect(await staffed()).toBe(true)
    hall.clock.forward(2)
    await hall.app.tidy()
    expect(await staffed()).toBe(false)
  })

  it('ends after 12 hours, however busy', async () => {
    const token = await hall.clerk()
    for (let minutes = 10; minutes < 720; minutes += 10) {
      hall.clock.forward(10)
      expect((await me(token)).status).toBe(200)
    }
    hall.clock.forward(10)
    expect((await me(token)).status).toBe(401)
  }, 60_000)

  it('is not kept awake by a desk that nobody touches, only by a person', async () => {
    const token = await hall.clerk()
    const socket = hall.socket('desk', { token })
    await nextView(socket, 'desk')
    const over = new Promise<string>((ended) => socket.once('dismissed', ended))
    hall.clock.forward(8)
    await swept()
    hall.clock.forward(8)
    expect(await over).toBe('session_ended')
    expect((await me(token)).status).toBe(401)
  }, 60_000)

  it('stays awake while its desk says that somebody is there', async () => {
    const token = await hall.clerk()
    const socket = hall.socket('desk', { token })
    await nextView(socket, 'desk')
    for (let times = 0; times < 3; times += 1) {
      hall.clock.forward(10)
      socket.emit('active')
      await expect
        .poll(async () => (await seenAt())[0], { timeout: 10_000 })
        .toBe(new Date(hall.clock.now()).toISOString())
    }
    expect((await me(token)).status).toBe(200)
  }, 60_000)

  it('ends when one signs out, and its socket is closed', async () => {
    const token = await hall.clerk()
    const socket = hall.socket('desk', { token })
    await nextView(socket, 'desk')
    const over = new Promise<string>((ended) => socket.once('dismissed', ended))
    await hall.api('POST', '/api/staff/sign-out', { token, body: {} })
    expect((await me(token)).status).toBe(401)
    expect(await over).toBe('session_ended')
  }, 60_000)

  it('ends with its desk', async () => {
    const [manager, clerk] = [await hall.clerk(null, 'manager'), await hall.clerk()]
    const { device_id } = await hall.store.db
      .selectFrom('session')
      .select('device_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await hall.api('POST', `/api/devices/${device_id}/revoke`, { token: manager, body: {} })
    expect((await me(clerk)).status).toBe(401)
    expect((await me(manager)).status).toBe(200)
  })

  const seenAt = async () =>
    (await hall.store.db.selectFrom('session').select('seen_at').execute()).map(({ seen_at }) => seen_at)

  /** Resolves after the hub has looked over its sockets: a revoked display is gone. */
  async function swept(): Promise<void> {
    const token = await hall.pair('display', 'sentinel')
    const socket = hall.socket('display', { token })
    await nextView(socket, 'board')
    const gone = new Promise<void>((out) => socket.once('dismissed', () => out()))
    await hall.store.write((trx) =>
      sql`update device set revoked_at = '2026-11-23T00:00:00.000Z' where name = 'sentinel'`.execute(trx),
    )
    await gone
  }
})

describe('a window', () => {
  it('belongs to one; a colleague must say that they take it over, and the other is told', async () => {
    const [one, two] = [await hall.clerk('w1', 'chen'), await hall.clerk(null, 'wang')]
    expect(await sit(two, 'w1')).toMatchObject({ status: 409, body: { error: { code: 'window_taken' } } })
    expect((await sit(two, 'w1', { takeOver: true })).status).toBe(200)
    expect((await me(one)).body.window).toBeNull()
    expect((await hall.next(one)).body.error?.code).toBe('window_not_chosen')
  })

  it('is left when its clerk sits down elsewhere, at another desk too', async () => {
    const [here, there] = [await hall.clerk('w1', 'chen'), await hall.clerk('w2', 'chen')]
    expect((await me(there)).body.window).toBe('w2')
    expect((await me(here)).body.window).toBeNull()
    await hall.take(await hall.pair('kiosk'))
    expect((await hall.next(here, 'w1')).body.error?.code).toBe('window_not_chosen')
  })

  it('is worked from the seat only', async () => {
    const clerk = await hall.clerk('w1')
    for (const path of ['/api/windows/w2/next', '/api/windows/w2/undo', '/api/windows/none/next'])
      expect((await hall.api<Answer>('POST', path, { token: clerk, body: {} })).body.error?.code).toBe(
        'window_not_chosen',
      )
    expect((await sit(clerk, 'none')).body.error?.code).toBe('window_unknown')
  })

  it('is empty on the next morning, on the board and for whoever sat there', async () => {
    const clerk = await hall.clerk('w1')
    const seenAt = '2026-11-23T16:00:00.000Z'
    await hall.store.write((trx) => sql`update session set seen_at = ${seenAt}, created_at = ${seenAt}`.execute(trx))
    hall.clock.set(Date.parse('2026-11-23T16:00:30.000Z'))
    await hall.app.schedule.look()
    const { body } = await hall.api<{ windows: { staff: string | null }[] }>('GET', '/api/views/desk', { token: clerk })
    expect(body.windows.map(({ staff }) => staff)).toEqual([null, null, null])
    expect((await me(clerk)).body.window).toBeNull()
  })
})

describe('the log of acts', () => {
  it('has every act of staff, newest first, and takes none back', async () => {
    const manager = await hall.clerk(null, 'manager')
    const clerk = await hall.clerk('w1')
    const { id } = await hall.take(await hall.pair('kiosk'))
    await hall.next(clerk)
    await hall.step(clerk, id, { step: 'start', version: 2 })
    await hall.api('POST', '/api/windows/w1/undo', { token: clerk, body: {} })
    await signIn(WRONG)
    const { body } = await hall.api<{ acts: { act: string; about: string; staff: string | null }[] }>(
      'GET',
      '/api/acts',
      { token: manager },
    )
    expect(body.acts.map(({ act }) => act)).toEqual(['pin-wrong', 'undo', 'start', 'call', 'sit', 'sign-in', 'sign-in'])
    expect(body.acts[3]).toMatchObject({ about: 'B001', staff: expect.stringContaining('示例') as string })
    expect(JSON.stringify(body)).not.toContain(WRONG)
    for (const statement of [
      'update act set about = 1',
      'delete from act',
      'insert or replace into act select * from act',
    ])
      await expect(hall.store.write((trx) => sql.raw(statement).execute(trx))).rejects.toThrow('append-only')
  })
})
