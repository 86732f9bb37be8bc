// What screens that just joined are sent a moment later: they wait until nobody else has joined for a while, then it goes to all of them
// at once. When a hub comes back, hundreds of boards come before the first calendar, and each view is encoded once.
import type { Audience } from '#contract/events.ts'

/** After the last one who joined; and at the longest, after the first. Milliseconds. */
const MOMENT = 150
const LONGEST = 1500

export class Newcomers {
  readonly #send: (kind: Audience, sockets: string[]) => void
  readonly #waiting = new Map<Audience, Set<string>>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #since = 0

  /** `send`: the later views of an audience, as they are now, to some of its sockets. */
  constructor(send: (kind: Audience, sockets: string[]) => void) {
    this.#send = send
  }

  add(kind: Audience, socket: string): void {
    const now = performance.now()
    if (this.#waiting.size === 0) this.#since = now
    this.#waiting.set(kind, (this.#waiting.get(kind) ?? new Set()).add(socket))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), Math.min(MOMENT, Math.max(0, this.#since + LONGEST - now)))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#waiting.clear()
  }

  #flush(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [kind, sockets] of waiting) this.#send(kind, [...sockets])
  }
}
