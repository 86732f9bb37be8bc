// The manager at the desk, for figures that begin with what a manager does: signed in once, one request at a time.
import { randomUUID } from 'node:crypto'
import { readBook } from '#db/seed/book.ts'
import type { BenchHub } from './bench-hub.ts'
import type { DemoHall } from './demo-hall.ts'
import { Line } from './line.ts'

export class Manager {
  readonly #url: string
  readonly #line: Line
  readonly #token: string

  private constructor(url: string, line: Line, token: string) {
    this.#url = url
    this.#line = line
    this.#token = token
  }

  static async signIn(hub: BenchHub, { desk }: DemoHall): Promise<Manager> {
    const line = await Line.open(hub.port)
    const { id: staff, pin } = readBook().staff.find(({ role }) => role === 'manager')!
    const reply = await line.post({ path: '/api/staff/sign-in', token: desk, body: { staff, pin } })
    return new Manager(hub.url, line, (JSON.parse(reply.body) as { token: string }).token)
  }

  async get<T>(path: string): Promise<T> {
    const reply = await fetch(`${this.#url}${path}`, { headers: { authorization: `Bearer ${this.#token}` } })
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`)
    return (await reply.json()) as T
  }

  /** `sent`: when the request was handed to the socket, milliseconds of `monotonic`. */
  async post<T>(path: string, body: unknown): Promise<T & { sent: number }> {
    const { status, body: text, sent } = await this.#line.post({ path, token: this.#token, body, key: randomUUID() })
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`)
    return { ...(JSON.parse(text) as T), sent }
  }

  close(): void {
    this.#line.close()
  }
}
