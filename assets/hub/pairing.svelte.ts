// How a screen that the hub does not know becomes known: it shows a code, a person approves it at a desk, the claim collects
// the cookie. It goes on by itself until it is paired: a new code when one expires, patience while the hub is away.
import type { Pairing, PairingState } from '#contract/intents.ts'
import type { DeviceKind } from '#contract/words.ts'
import type { Failure } from '#assets/i18n/errors.ts'
import { request, type Answer } from './intent.ts'

export const POLL_EVERY = 2000
/** A code lives ten minutes. Counted from its arrival: the clock of a screen that is not paired yet may be wrong. */
export const CODE_LIVES = 10 * 60_000

/** No verdict on the claim: the same code may still be approved. */
const PASSING: readonly Failure['code'][] = ['offline', 'hub_stopping', 'internal', 'storage_full', 'too_many_requests']

export interface Tools {
  ask(path: string, body: unknown): Promise<Answer<unknown>>
  wait(milliseconds: number): Promise<void>
  elapsed(): number
}

const real: Tools = {
  ask: (path, body) => request('POST', path, { body }),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  elapsed: () => performance.now(),
}

export class PairingRun {
  /** Eight letters, or null while there is none to show. */
  code = $state<string | null>(null)
  /** Why there is no code, or no answer about it; null while all is well. */
  failure = $state.raw<Failure | null>(null)

  #stopped = false
  #tools: Tools

  constructor(tools: Tools = real) {
    this.#tools = tools
  }

  /** Resolves with true once this browser holds the device's cookie; with false after `stop`. */
  async run(kind: DeviceKind): Promise<boolean> {
    while (!this.#stopped) {
      const asked = await this.#ask<Pairing>('/api/pairings', { kind })
      if (asked && (await this.#untilAnswered(asked))) return !this.#stopped
    }
    return false
  }

  stop(): void {
    this.#stopped = true
  }

  async #untilAnswered({ code, claim }: Pairing): Promise<boolean> {
    this.code = code
    const shownAt = this.#tools.elapsed()
    while (!this.#stopped && this.#tools.elapsed() - shownAt < CODE_LIVES) {
      await this.#tools.wait(POLL_EVERY)
      if (this.#stopped) return false
      const reply = await this.#ask<PairingState>('/api/pairings/claim', { claim })
      if (reply?.state === 'paired') return true
      if (this.failure && !PASSING.includes(this.failure.code)) break
    }
    this.code = null
    return false
  }

  async #ask<T>(path: string, body: unknown): Promise<T | undefined> {
    const answer = (await this.#tools.ask(path, body)) as Answer<T>
    if (answer.ok) {
      this.failure = null
      return answer.value
    }
    this.failure = answer
    if (answer.code === 'too_many_requests') await this.#tools.wait(answer.facts.retryAfter * 1000)
    else if (this.code === null) await this.#tools.wait(POLL_EVERY)
    return undefined
  }
}
