// The disk is full, or read-only: whoever asks for a number is sent to the window, screens go on, and nothing has to be restarted.
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardView } from '#contract/views.ts'
import { nextView, openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let display: string
beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  display = await hall.pair('display')
}, 60_000)
afterEach(async () => {
  await pragma('query_only = off')
  await hall.stop()
})

async function pragma(text: string): Promise<number> {
  const { rows } = await sql.raw<Record<string, number>>(`pragma ${text}`).execute(hall.store.db)
  return Object.values(rows[0] ?? {})[0] ?? 0
}
const full = async () => void (await pragma(`max_page_count = ${await pragma('page_count')}`))
const free = async () => void (await pragma('max_page_count = 1000000'))

const take = (key: string) =>
  hall.api<{ ticket?: { label: string }; error?: { code: string } }>('POST', '/api/tickets', {
    token: kiosk,
    key,
    body: { matter: 'roof-leak' },
  })
const board = () => hall.api<BoardView>('GET', '/api/views/board', { token: display })

/** Numbers until the last free page is written; returns how many were given, and the key that was refused. */
async function fill(): Promise<{ given: number; key: string }> {
  for (let given = 0; ; given += 1) {
    const { status, body } = await take(`filling-${given}`)
    if (status === 201) continue
    expect([status, body.error?.code]).toEqual([503, 'storage_full'])
    return { given, key: `filling-${given}` }
  }
}

describe('a full disk', () => {
  it('refuses numbers with storage_full, and screens go on reading', async () => {
    await full()
    const { given } = await fill()
    const { status, body } = await board()
    expect(status).toBe(200)
    expect(body.lanes.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(given)
    const wall = hall.socket('display', { token: display })
    expect((await nextView(wall, 'board')).rev).toBe(body.rev)
  })

  it('gives the number to the same key once there is room, without a gap', async () => {
    await full()
    const { given, key } = await fill()
    const crowd = await Promise.all(Array.from({ length: 8 }, (_, index) => take(`crowd-number-${index}`)))
    expect(crowd.map(({ status }) => status)).toEqual(crowd.map(() => 503))
    await free()
    const { status, body } = await take(key)
    expect([status, body.ticket?.label]).toEqual([201, `B${String(given + 1).padStart(3, '0')}`])
  })
})

describe('a disk that takes no write at all', () => {
  it('is told to whoever watches', async () => {
    await pragma('query_only = on')
    expect((await take('one-number')).body.error?.code).toBe('storage_full')
    const ready = await fetch(`${hall.url}/readyz`)
    expect([ready.status, await ready.text()]).toEqual([503, 'not ready\n'])
    expect((await fetch(`${hall.url}/healthz`)).status).toBe(200)
    await pragma('query_only = off')
    expect((await fetch(`${hall.url}/readyz`)).status).toBe(200)
  })

  it('does not make the hub forget that it closes: that comes as soon as it can be written', async () => {
    // What the beginning of a day brings by itself is on the board before.
    await hall.app.waits.look()
    await board()
    await pragma('query_only = on')
    hall.clock.set(Date.parse('2026-11-23T12:00:00.000Z'))
    await hall.app.schedule.look()
    expect((await board()).body.hours.open).not.toBeNull()
    await pragma('query_only = off')
    hall.clock.forward(1)
    await hall.app.schedule.look()
    expect((await board()).body.hours.open).toBeNull()
  })
})
