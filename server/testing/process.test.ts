// The hub as a process: it starts, says where, ends when it is told to, and lets no second one in.
import Database from 'better-sqlite3'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const PATIENCE = 120_000

/** One run of server/main.ts on a free port. */
class Run {
  readonly child: ChildProcess
  said = ''
  readonly ended: Promise<number | null>

  constructor(dataDir: string, env: Record<string, string> = {}) {
    const { PATH, HOME } = process.env
    this.child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      cwd: root,
      env: { PATH, HOME, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env },
    })
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()))
    this.ended = new Promise((done) => this.child.once('close', done))
  }

  /** The address at which it listens. */
  async url(): Promise<string> {
    await expect.poll(() => this.said, { timeout: PATIENCE }).toMatch(/is open at \S+\n/)
    return /is open at (\S+)/.exec(this.said)?.[1] ?? ''
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal)
    return this.ended
  }
}

let folder: string
const runs: Run[] = []
const run = (env?: Record<string, string>) => {
  const one = new Run(folder, env)
  runs.push(one)
  return one
}
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'hall-process-'))))
afterEach(async () => {
  await Promise.all(runs.splice(0).map((one) => one.end('SIGKILL')))
  rmSync(folder, { recursive: true, force: true })
})

/** What a visitor's program does: opens the one-time link of the kiosk that the hub printed, and takes a number with its cookie. */
async function takeNumber(url: string, said: string): Promise<string> {
  const secret = /kiosk\s+\S+\/pair\/#(\S+)/.exec(said)?.[1] ?? ''
  const headers = { origin: url, 'content-type': 'application/json' }
  const claimed = await fetch(`${url}/api/links/claim`, { method: 'POST', headers, body: JSON.stringify({ secret }) })
  const cookie = claimed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const taken = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { ...headers, cookie, 'idempotency-key': 'first-number' },
    body: JSON.stringify({ matter: 'roof-leak' }),
  })
  return ((await taken.json()) as { ticket: { label: string } }).ticket.label
}

describe('a hub', () => {
  it(
    'begins in an empty folder, and ends on SIGTERM with its log folded into the file',
    async () => {
      const hub = run()
      const url = await hub.url()
      expect(hub.said).toMatch(/was empty: it now holds the demonstration hall/)
      expect(await takeNumber(url, hub.said)).toBe('B001')
      // A screen that is connected and a connection that is kept do not hold it up.
      const socket = io(url, {
        transports: ['websocket'],
        reconnection: false,
        auth: { screen: 'phone', code: 'none' },
      })
      expect(await hub.end('SIGTERM')).toBe(0)
      socket.disconnect()
      const database = join(folder, 'hall.sqlite')
      expect(existsSync(`${database}-wal`) ? statSync(`${database}-wal`).size : 0).toBe(0)
      const sqlite = new Database(database, { readonly: true })
      expect(sqlite.prepare('select prefix, number, state from ticket').all()).toEqual([
        { prefix: 'B', number: 1, state: 'waiting' },
      ])
      sqlite.close()
      expect(JSON.parse(readFileSync(join(folder, 'hall.json'), 'utf8'))).toMatchObject({ hall: 'linyuan' })
      expect(hub.said).not.toMatch(/"level":[56]0/)
    },
    2 * PATIENCE,
  )

  it(
    'lets no second one into its folder, until it is gone, however it went',
    async () => {
      const first = run()
      await first.url()
      const second = run()
      expect(await second.ended).toBe(1)
      expect(second.said).toMatch(/Another hub is running on .*Stop it first, or set DATA_DIR/)
      expect(second.said).not.toMatch(/\n\s+at /)
      await first.end('SIGKILL')
      const third = run()
      expect(await (await fetch(`${await third.url()}/readyz`)).text()).toBe('ready\n')
    },
    2 * PATIENCE,
  )

  it(
    'names what is wrong with its folder, its port or its settings, in a line and without a stack',
    async () => {
      const first = run()
      const { port } = new URL(await first.url())
      const other = mkdtempSync(join(tmpdir(), 'hall-process-'))
      const damaged = mkdtempSync(join(tmpdir(), 'hall-process-'))
      writeFileSync(join(damaged, 'hall.sqlite'), 'not a database'.repeat(500))
      const wrong: [Record<string, string>, RegExp][] = [
        [{ DATA_DIR: other, PORT: port }, /The port is taken/],
        [{ DATA_DIR: other, PORT: 'eighty' }, /These settings are wrong:\n\s+PORT=eighty/],
        [{ DATA_DIR: other, HOST: '0.0.0.0', LIMITS: 'off' }, /LIMITS=off is for load tests on this machine alone/],
        [{ DATA_DIR: other, PUBLIC_URL: 'ftp://hall' }, /PUBLIC_URL=ftp:\/\/hall/],
        [{ DATA_DIR: other, ORIGINS: 'https://hall.example, nonsense' }, /ORIGINS=.*takes addresses/],
        [{ DATA_DIR: damaged }, /is damaged .*restore FILE/s],
      ]
      for (const [env, message] of wrong) {
        const one = run(env)
        expect(await one.ended).toBe(1)
        expect(one.said).toMatch(message)
        expect(one.said).not.toMatch(/\n\s+at /)
      }
      for (const path of [other, damaged]) rmSync(path, { recursive: true, force: true })
    },
    3 * PATIENCE,
  )
})
