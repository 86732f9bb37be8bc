// A real hub for a test from outside: the built program in a process of its own, on a data folder and a port of its own.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { DeviceKind } from '#contract/words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** A loaded machine starts slowly; a hub that says nothing for this long is broken. */
const STARTS_WITHIN = 60_000
const ENDS_WITHIN = 10_000

export interface HubOptions {
  /** A folder with a hall book; the demonstration hall without it. */
  book?: string
  port?: number
  /** Other origins from which screens come, where something stands between. */
  origins?: string[]
  env?: Record<string, string>
}

/**
 * A port that was free a moment ago. It lies below those that systems hand out by themselves (from 32768 on), so that it is still
 * free when a hub that was stopped comes back to it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 32_000)
    const server = createServer()
    const free = await new Promise<boolean>((known) => {
      server.once('error', () => known(false))
      server.listen(port, '127.0.0.1', () => known(true))
    })
    if (!free) continue
    await new Promise((closed) => server.close(closed))
    return port
  }
}

export class HubProcess {
  readonly dataDir: string
  readonly port: number
  readonly url: string
  readonly #env: NodeJS.ProcessEnv
  #process: ChildProcess | null = null
  #said = ''

  constructor(dataDir: string, port: number, { origins = [], env }: HubOptions) {
    this.dataDir = dataDir
    this.port = port
    this.url = `http://127.0.0.1:${port}`
    this.#env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      ORIGINS: origins.join(','),
      LIMITS: 'off',
      LOG_LEVEL: 'warn',
      ...env,
    }
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Everything that the hub wrote since it was made: for messages of failed tests. */
  get said(): string {
    return this.#said
  }

  /** Resolves when the hub listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], { cwd: root, env: this.#env })
    this.#process = child
    await new Promise<void>((up, failed) => {
      const late = setTimeout(() => failed(new Error(`The hub did not start.\n${this.#said}`)), STARTS_WITHIN)
      const hear = (chunk: Buffer) => {
        this.#said += chunk.toString()
        if (!this.#said.includes('is open at')) return
        clearTimeout(late)
        up()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code) => {
        clearTimeout(late)
        failed(new Error(`The hub ended with ${code}.\n${this.#said}`))
      })
    })
  }

  /** SIGTERM, as a service manager sends it. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  /** SIGKILL, as a power cut feels to it. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  async restart(): Promise<void> {
    await this.stop()
    this.#said = ''
    await this.start()
  }

  /** The administrator's command: `hall('backup', FILE)`. Resolves with what it printed. */
  async hall(...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [join(root, 'dist/server/admin/hall.js'), ...args], {
      cwd: root,
      env: this.#env,
    })
    return stdout.trim()
  }

  /** The path of a one-time link that pairs the browser which opens it; `staff` signs a desk in. */
  async link(kind: DeviceKind, staff?: string): Promise<string> {
    const said = await this.hall('pair', kind, ...(staff === undefined ? [] : ['--staff', staff]))
    const link = /\/pair\/#\S+/.exec(said)?.[0]
    if (!link) throw new Error(`No link in: ${said}`)
    return link
  }

  /** A device's token, for a program. */
  async pair(kind: DeviceKind): Promise<string> {
    return (JSON.parse(await this.hall('pair', kind, '--json')) as { token: string }).token
  }

  remove(): void {
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    const hung = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN)
    await ended
    clearTimeout(hung)
  }
}

/** A data folder with a hall in it. Making one hashes every PIN, so the demonstration is made once and copied. */
export async function makeDataFolder(book?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hall-e2e-'))
  const template = process.env.HALL_TEMPLATE
  if (book === undefined && template !== undefined && existsSync(template)) {
    cpSync(template, folder, { recursive: true })
    return folder
  }
  const from = book === undefined ? [] : ['--from', book]
  await run(process.execPath, [join(root, 'dist/server/admin/hall.js'), 'init', ...from], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: folder },
  })
  return folder
}

/** A hub that is up. `stop` and `remove` it. */
export async function startHub(options: HubOptions = {}): Promise<HubProcess> {
  const hub = new HubProcess(await makeDataFolder(options.book), options.port ?? (await freePort()), options)
  await hub.start()
  return hub
}
