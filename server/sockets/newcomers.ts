// Screens that just joined are told in company: each waits until nobody else has joined for a moment, then all of them are sent the same at
// once. When a hub comes back, each view is encoded for many, and hundreds of boards come before the first calendar.
import type { Audience } from '#contract/events.ts'

/** Milliseconds: after the last one who joined, and at the longest, after the first. */
interface Patience {
  moment: number
  longest: number
}

export class Newcomers {
  readonly #patience: Patience
  readonly #send: (kind: Audience, sockets: string[]) => void
  readonly #waiting = new Map<Audience, Set<string>>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #since = 0

  /** `send`: views of an audience, as they are now, to some of its sockets. */
  constructor(patience: Patience, send: (kind: Audience, sockets: string[]) => void) {
    this.#patience = patience
    this.#send = send
  }

  add(kind: Audience, socket: string): void {
    const now = performance.now()
    const { moment, longest } = this.#patience
    if (this.#waiting.size === 0) this.#since = now
    this.#waiting.set(kind, (this.#waiting.get(kind) ?? new Set()).add(socket))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), Math.min(moment, Math.max(0, this.#since + longest - now)))
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
