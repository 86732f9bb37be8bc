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
  #first = 0
  #last = 0

  /** `send`: views of an audience, as they are now, to some of its sockets. */
  constructor(patience: Patience, send: (kind: Audience, sockets: string[]) => void) {
    this.#patience = patience
    this.#send = send
  }

  add(kind: Audience, socket: string): void {
    this.#last = performance.now()
    if (this.#waiting.size === 0) {
      this.#first = this.#last
      this.#timer = setTimeout(() => this.#look(), this.#patience.moment)
    }
    this.#waiting.set(kind, (this.#waiting.get(kind) ?? new Set()).add(socket))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#waiting.clear()
  }

  /** One timer for all of them: it is set again where somebody joined meanwhile. */
  #look(): void {
    const { moment, longest } = this.#patience
    const left = Math.min(this.#last + moment, this.#first + longest) - performance.now()
    // Timers count in whole milliseconds, and may be early by a part of one.
    if (left >= 1) this.#timer = setTimeout(() => this.#look(), left)
    else this.#flush()
  }

  #flush(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [kind, sockets] of waiting) this.#send(kind, [...sockets])
  }
}
