// A clerk at a window, over HTTP like any program: signs in on the paired desk, sits down, calls, finishes.
import { randomUUID } from 'node:crypto'
import type { DemoHall } from './demo-hall.ts'
import type { BenchHub } from './bench-hub.ts'
import { Line, type LineReply } from './line.ts'

interface Now {
  id: string
  label: string
  version: number
}

export class Clerk {
  readonly #line: Line
  readonly #session: string
  readonly #window: string
  #now: Now | null = null

  private constructor(line: Line, session: string, window: string) {
    this.#line = line
    this.#session = session
    this.#window = window
  }

  static async signIn(hub: BenchHub, hall: DemoHall, { number, window }: { number: number; window: string }) {
    const line = await Line.open(hub.port)
    const body = hall.clerks[number]
    const reply = await line.post({ path: '/api/staff/sign-in', token: hall.desk, body })
    const { token } = read<{ token: string }>(reply)
    const clerk = new Clerk(line, token, window)
    await clerk.#ask(`/api/windows/${window}/sit`, {})
    return clerk
  }

  /** Calls the next; `sent` is when the request left. */
  async next(): Promise<{ label: string; sent: number }> {
    const { ticket, sent } = await this.#ask(`/api/windows/${this.#window}/next`, {})
    this.#now = ticket
    return { label: ticket.label, sent }
  }

  async finish(): Promise<void> {
    const { id, version } = this.#now!
    await this.#ask(`/api/tickets/${id}/steps`, { step: 'finish', version })
    this.#now = null
  }

  close(): void {
    this.#line.close()
  }

  async #ask(path: string, body: unknown): Promise<{ ticket: Now; sent: number }> {
    const reply = await this.#line.post({ path, token: this.#session, body, key: randomUUID() })
    return { ...read<{ ticket: Now }>(reply), sent: reply.sent }
  }
}

export async function takeTickets(hub: BenchHub, hall: DemoHall, count: number): Promise<void> {
  const line = await Line.open(hub.port)
  for (let number = 0; number < count; number += 1) {
    const body = { matter: hall.matters[number % hall.matters.length] }
    read(await line.post({ path: '/api/tickets', token: hall.kiosk, body, key: randomUUID() }))
  }
  line.close()
}

function read<T>({ status, body }: LineReply): T {
  if (status >= 300) throw new Error(`${status} ${body}`)
  return JSON.parse(body) as T
}
