// The one listener of all screens against a real hub: it shows the newest, finds the hub again by itself, and believes a restore.
import { WebSocket as WebSocketOf } from 'ws'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSocket, type HubSocket, type Listener } from '#assets/hub/socket.ts'
import type { BoardView } from '#contract/views.ts'
import { bumpRev, setEpoch } from '#db/queries/hall.ts'
import { openHall, type TestHall } from './hall.ts'

const PATIENCE = { timeout: 20_000 }
let hall: TestHall
let kiosk: string
let token: string
let heard: BoardView[]
let dismissed: string[]
let up: boolean
const sockets: HubSocket[] = []

beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  token = await hall.pair('display')
  heard = []
  dismissed = []
  up = false
}, 60_000)
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close()
  await hall.stop()
})

const listener: Listener = {
  view: (name, view) => name === 'board' && heard.push(view as BoardView),
  heard: () => {},
  connected: (now) => (up = now),
  dismissed: (why) => dismissed.push(why),
}
function open(url = hall.url): HubSocket {
  const socket = openSocket({ screen: 'display', token }, listener, url)
  sockets.push(socket)
  return socket
}
const waiting = () => heard.at(-1)?.lanes.reduce((sum, lane) => sum + lane.waiting, 0)
const shows = (count: number) => expect.poll(waiting, PATIENCE).toBe(count)

async function reopen(change?: () => Promise<void>): Promise<void> {
  const { dataDir, app } = hall
  await change?.()
  await hall.stop({ keep: true })
  hall = await openHall({ dataDir, port: app.port })
}

describe('a screen', () => {
  it('shows every change, each view newer than the one before', async () => {
    open()
    await shows(0)
    for (let count = 1; count <= 5; count += 1) {
      await hall.take(kiosk)
      await shows(count)
    }
    const revs = heard.map(({ rev }) => rev)
    expect(revs).toEqual([...new Set(revs)].sort((a, b) => a - b))
  }, 60_000)

  it('finds the hub again after a restart, and shows what happened meanwhile', async () => {
    open()
    await shows(0)
    await reopen(async () => void (await hall.take(kiosk)))
    await shows(1)
    await hall.take(kiosk)
    await shows(2)
    expect(dismissed).toEqual([])
  }, 60_000)

  it('may be started before the hub', async () => {
    const { dataDir, app, url } = hall
    await hall.stop({ keep: true })
    open(url)
    expect(heard).toEqual([])
    hall = await openHall({ dataDir, port: app.port })
    await shows(0)
    expect(up).toBe(true)
  }, 60_000)

  it('believes a hub whose database was restored, though its revision is smaller', async () => {
    open()
    for (let count = 0; count < 4; count += 1) await hall.take(kiosk)
    await shows(4)
    const before = heard.at(-1)!
    await reopen(() =>
      hall.store.write(async (trx) => {
        for (const table of ['ticket', 'lane_day'] as const) await trx.deleteFrom(table).execute()
        await trx.updateTable('hall').set({ rev: 1 }).execute()
        await setEpoch(trx, hall.hall, 'restored')
      }),
    )
    await shows(0)
    expect(heard.at(-1)).toMatchObject({ epoch: 'restored' })
    expect(heard.at(-1)?.rev).toBeLessThan(before.rev)
  }, 60_000)

  it('believes it too when the file was put back under a running hub', async () => {
    open()
    for (let count = 0; count < 3; count += 1) await hall.take(kiosk)
    await shows(3)
    await hall.store.write(async (trx) => {
      await trx.deleteFrom('ticket').execute()
      await trx.deleteFrom('lane_day').execute()
      await setEpoch(trx, hall.hall, 'restored')
    })
    await hall.app.broadcast.beat()
    await shows(0)
  }, 60_000)

  it('notices by the heartbeat what another process changed', async () => {
    open()
    await hall.take(kiosk)
    await shows(1)
    await hall.store.write(async (trx) => {
      await trx.updateTable('ticket').set({ state: 'left', ended_at: '2026-11-23T02:00:00.000Z' }).execute()
      await bumpRev(trx, hall.hall)
    })
    await hall.app.broadcast.beat()
    await shows(0)
  }, 60_000)

  it('says that it is not welcome, rather than that nobody waits', async () => {
    token = 'x'.repeat(22)
    open()
    await expect.poll(() => dismissed, PATIENCE).toEqual(['refused'])
    expect(heard).toEqual([])
  }, 60_000)
})

describe('another origin', () => {
  /** What becomes of a websocket that comes from a page of `origin`. */
  const from = (origin: string) =>
    new Promise<number | 'open'>((result) => {
      const headers = { origin, authorization: `Bearer ${token}` }
      const url = `${hall.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
      const socket = new WebSocketOf(url, { headers })
      socket.on('unexpected-response', (_, response) => result(response.statusCode ?? 0))
      socket.on('open', () => {
        result('open')
        socket.close()
      })
      socket.on('error', () => {})
    })

  it('opens no socket, however good its token', async () => {
    expect(await from(hall.url)).toBe('open')
    for (const origin of ['http://evil.example', 'null', `${hall.url}0`, hall.url.replace('http', 'https')])
      expect(await from(origin)).toBe(400)
  })

  it('may not poll either', async () => {
    const path = `${hall.url}/socket.io/?EIO=4&transport=polling`
    expect((await fetch(path, { headers: { origin: hall.url } })).status).toBe(400)
  })
})

describe('a socket that misbehaves', () => {
  it('does no harm: nonsense, an ack that is not awaited, a flood', async () => {
    const bad = hall.socket('display', { token }) as unknown as {
      emit(name: string, ...more: unknown[]): void
    } & ReturnType<TestHall['socket']>
    await new Promise<void>((there) => bad.once('connect', () => there()))
    for (const nonsense of [undefined, null, 7, 'x', [], { epoch: 1 }, { revs: { board: -1 } }, { __proto__: null }]) {
      bad.emit('painted', nonsense)
      bad.emit('ask', nonsense)
      bad.emit('active', nonsense)
      bad.emit('nothing', nonsense)
    }
    for (let times = 0; times < 500; times += 1) bad.emit('ask')
    open()
    await shows(0)
    await hall.take(kiosk)
    await shows(1)
  }, 60_000)
})
