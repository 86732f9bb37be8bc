// A real hall for a test: its own data folder, a real database and server on a free port of loopback, and a clock that stands still
// until the test moves it. Monday 23 November 2026, 10:00 in Shanghai, unless the test says otherwise.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { io, type Socket } from 'socket.io-client'
import type { Audience, ClientEvents, ServerEvents } from '#contract/events.ts'
import type { HallBook } from '#contract/book.ts'
import type { Step } from '#contract/intents.ts'
import type { ViewName, ViewOf } from '#contract/views.ts'
import type { DeviceKind } from '#contract/words.ts'
import { openFolder, writeMarker } from '#db/data-folder.ts'
import type { Store } from '#db/database.ts'
import { readBook } from '#db/seed/book.ts'
import { createApp, type App } from '../app.ts'
import { beginHall } from '../begin-hall.ts'
import { addDevice } from '../commands/pair-device.ts'
import { readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { newId } from '../ids.ts'

export const MONDAY_10 = Date.parse('2026-11-23T02:00:00.000Z')

/** A clock that moves only when told. */
export class TestClock {
  #now: number

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  set(now: number): void {
    this.#now = now
  }

  forward(minutes: number): void {
    this.#now += minutes * 60_000
  }
}

export interface Reply<T = Record<string, unknown>> {
  status: number
  body: T
  headers: Headers
}

/** The demonstration hall with its usual week: without the days on which it is open around the clock. */
export function usualBook(): HallBook {
  const book = readBook()
  return { ...book, hours: { ...book.hours, exceptions: [] } }
}

const QUEUE_TABLES = [
  'closing_decision',
  'paper',
  'estimate',
  'slip',
  'lease',
  'call_proof',
  'step',
  'call',
  'ticket',
  'lane_day',
  'intent',
] as const

export interface TestHallOptions {
  now?: number
  book?: HallBook
  dataDir?: string
  limits?: boolean
  port?: number
  /** Where the built screens lie; without it the hall has no pages. */
  screens?: string
}

export class TestHall {
  readonly app: App
  readonly store: Store
  readonly clock: TestClock
  readonly dataDir: string
  readonly url: string
  readonly hall: string
  #sockets: Socket<ServerEvents, ClientEvents>[] = []

  constructor(parts: { app: App; store: Store; clock: TestClock; dataDir: string; hall: string }) {
    this.app = parts.app
    this.store = parts.store
    this.clock = parts.clock
    this.dataDir = parts.dataDir
    this.hall = parts.hall
    this.url = `http://127.0.0.1:${parts.app.port}`
  }

  /** A paired device's token. */
  async pair(kind: DeviceKind, name: string = kind): Promise<string> {
    const { token } = await this.store.write((trx) => addDevice(trx, this.hall, { kind, name, now: this.clock.now() }))
    return token
  }

  /** One request; `key: true` makes a fresh idempotency key. */
  async api<T = Record<string, unknown>>(
    method: string,
    path: string,
    {
      token,
      body,
      key = true,
      headers = {},
    }: { token?: string; body?: unknown; key?: string | boolean; headers?: Record<string, string> } = {},
  ): Promise<Reply<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== false && { 'idempotency-key': key === true ? newId(Date.now()) : key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }

  /** A desk session: pairs a desk, signs `staff` in by the PIN of the seed, sits down at `window`. Returns the session's token. */
  async clerk(window: string | null = 'w1', staff = 'chen'): Promise<string> {
    const desk = await this.pair('desk')
    const pin = readBook().staff.find(({ id }) => id === staff)?.pin
    const { body } = await this.api<{ token: string }>('POST', '/api/staff/sign-in', {
      token: desk,
      body: { staff, pin },
    })
    if (window !== null) await this.api('POST', `/api/windows/${window}/sit`, { token: body.token, body: {} })
    return body.token
  }

  async take(
    kiosk: string,
    matter = 'roof-leak',
    more: { class?: string } = {},
  ): Promise<{ id: string; label: string; code: string; ahead: number }> {
    const { status, body } = await this.api<{ ticket: { id: string; label: string; code: string; ahead: number } }>(
      'POST',
      '/api/tickets',
      {
        token: kiosk,
        body: { matter, ...more },
      },
    )
    if (status !== 201) throw new Error(`no ticket: ${JSON.stringify(body)}`)
    return body.ticket
  }

  async step(
    session: string,
    id: string,
    step: Step,
  ): Promise<
    Reply<{ ticket: { version: number; state: string } } & { error?: { code: string; facts: Record<string, unknown> } }>
  > {
    return this.api('POST', `/api/tickets/${id}/steps`, { token: session, body: step })
  }

  async next(
    session: string,
    window = 'w1',
  ): Promise<Reply<{ ticket: { id: string; label: string; version: number } } & { error?: { code: string } }>> {
    return this.api('POST', `/api/windows/${window}/next`, { token: session, body: {} })
  }

  /** A connected screen. `code` for a phone. */
  socket(screen: Audience, auth: { token?: string; code?: string } = {}): Socket<ServerEvents, ClientEvents> {
    const socket: Socket<ServerEvents, ClientEvents> = io(this.url, {
      auth: { screen, ...auth },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
    })
    this.#sockets.push(socket)
    return socket
  }

  /** Every ticket and all that belongs to it is swept away: the next day of a property begins with nothing. */
  async emptyQueue(): Promise<void> {
    await this.store.write(async (trx) => {
      await sql`pragma defer_foreign_keys = on`.execute(trx)
      for (const table of QUEUE_TABLES) await trx.deleteFrom(table).execute()
    })
  }

  async stop({ keep = false } = {}): Promise<void> {
    for (const socket of this.#sockets) socket.disconnect()
    await this.app.stop()
    if (!keep) rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** Folders with the usual hall in them, by the instant at which it began: hashing five PINs for every test would take seconds. */
const templates = new Map<number, Promise<string>>()

function template(now: number): Promise<string> {
  const known = templates.get(now)
  if (known) return known
  const made = (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hall-template-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const { store } = await openFolder(folder, 'test')
    await beginHall(store, usualBook(), now)
    await store.close()
    return folder
  })()
  templates.set(now, made)
  return made
}

export async function openHall({
  now = MONDAY_10,
  book,
  dataDir,
  limits = false,
  port = 0,
  screens = join(import.meta.dirname, '../../assets/public'),
}: TestHallOptions = {}): Promise<TestHall> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'hall-'))
  if (!book && !existsSync(join(folder, 'hall.sqlite'))) cpSync(await template(now), folder, { recursive: true })
  const clock = new TestClock(now)
  const { store, hall: found } = await openFolder(folder, 'test')
  const hall = found ?? (await beginHall(store, book ?? usualBook(), now))
  writeMarker(folder, hall)
  const config = { ...readConfig({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'error' }), limits }
  const folders = {
    screens,
    sounds: join(import.meta.dirname, '../../assets/sounds'),
  }
  const app = await createApp({ config, store, hall, clock, log: createLog('error'), folders, version: 'test' })
  return new TestHall({ app, store, clock, dataDir: folder, hall })
}

/** Resolves with the first view of a name that satisfies `good`; rejects after five seconds. */
export function nextView<N extends ViewName>(
  socket: Socket<ServerEvents, ClientEvents>,
  name: N,
  good: (view: ViewOf[N]) => boolean = () => true,
): Promise<ViewOf[N]> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${name} view came that fits`)), 5000)
    const hear = (heard: ViewName, view: ViewOf[ViewName]) => {
      if (heard !== name || !good(view as ViewOf[N])) return
      clearTimeout(late)
      socket.off('view', hear)
      resolve(view as ViewOf[N])
    }
    socket.on('view', hear)
  })
}
