// The hub under test: the built program in a process of its own, on a data folder of its own, on loopback. Unlike the hub of the other
// tests it knows the instant at which it first answered, and can be asked for its memory.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { end, track } from './children.ts'
import { monotonic, pause, until } from './monotonic.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export class BenchHub {
  readonly folder: string
  readonly port: number
  /** When it answered first, milliseconds of `monotonic`. */
  readonly listening: number
  readonly #child: ChildProcess
  readonly #said: () => string

  private constructor(parts: {
    folder: string
    port: number
    listening: number
    child: ChildProcess
    said: () => string
  }) {
    this.folder = parts.folder
    this.port = parts.port
    this.listening = parts.listening
    this.#child = parts.child
    this.#said = parts.said
  }

  static async start(folder: string, port: number, flags: string[] = []): Promise<BenchHub> {
    const env = { ...process.env, ...settings(folder, port) }
    const args = ['--inspect-port=127.0.0.1:0', ...flags, 'dist/server/main.js']
    const child = track(spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }))
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
    await until('the hub listens', async () => {
      if (child.exitCode !== null) throw new Error(`the hub ended:\n${said}`)
      const reply = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
      return reply?.ok === true
    })
    return new BenchHub({ folder, port, listening: monotonic(), child, said: () => said })
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  stop(): Promise<void> {
    return end(this.#child)
  }

  /** Without a word of warning. */
  kill(): Promise<void> {
    return end(this.#child, 'SIGKILL')
  }

  /** Resident memory in MiB, after two full collections and a moment of rest. */
  async settledMemory(): Promise<number> {
    // Node opens its inspector on this signal, and says where.
    this.#child.kill('SIGUSR1')
    const address = () => /Debugger listening on (ws:\S+)/.exec(this.#said())?.[1]
    await until('the inspector is open', () => address() !== undefined)
    const inspector = new WebSocket(address()!)
    await new Promise((done, failed) => inspector.once('open', done).once('error', failed))
    for (const id of [1, 2]) {
      const collected = new Promise((done) => inspector.once('message', done))
      inspector.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
      await collected
    }
    inspector.close()
    await pause(500)
    const metrics = await (await fetch(`${this.url}/metrics`)).text()
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 2 ** 20
  }
}

/** What the administrator's command prints, on a folder of the bench. */
export async function admin(folder: string, port: number, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...settings(folder, port) }
  const program = join(root, 'dist/server/admin/hall.js')
  const child = track(
    spawn(process.execPath, [program, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }),
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise((done) => child.once('close', done))
  if (code !== 0) throw new Error(`hall ${args.join(' ')}:\n${said}`)
  return said
}

function settings(folder: string, port: number): NodeJS.ProcessEnv {
  const url = `http://127.0.0.1:${port}`
  const plain = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, ORIGINS: '' }
  return { ...plain, DATA_DIR: folder, LIMITS: 'off', LOG_LEVEL: 'warn', GALLERY: 'off' }
}
