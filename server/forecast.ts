// Looks at the queue again a moment after something happened in it, so that what is shown of waits follows, and calls go first.
import { forecast } from './commands/forecast.ts'
import type { Hub } from './commands/run.ts'
import type { Log } from './log.ts'

/** From the last push to the look: a burst of calls is over by then. Milliseconds. */
const AFTER = 150
/** A look that took d is followed by a pause of 9 d at least: a long queue costs the hub a tenth of its time at most. */
const SHARE = 9

export class Forecast {
  readonly #hub: Hub
  readonly #log: Log
  #timer: ReturnType<typeof setTimeout> | undefined
  #looking: Promise<void> = Promise.resolve()
  #restUntil = 0
  #stopped = false

  constructor(hub: Hub, log: Log) {
    this.#hub = hub
    this.#log = log
  }

  /** Something happened. Returns at once. */
  wake(): void {
    if (this.#stopped) return
    clearTimeout(this.#timer)
    const wait = Math.max(AFTER, this.#restUntil - performance.now())
    this.#timer = setTimeout(() => void this.look(), wait)
    this.#timer.unref()
  }

  /** Look now; resolves when what is shown is up to date. Never throws. */
  look(): Promise<void> {
    clearTimeout(this.#timer)
    this.#looking = this.#looking.then(async () => {
      if (this.#stopped) return
      const began = performance.now()
      try {
        await forecast(this.#hub)
      } catch (err) {
        this.#log.error({ err }, 'the waits could not be estimated')
      }
      const took = performance.now() - began
      this.#restUntil = began + took + SHARE * took
    })
    return this.#looking
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#looking
  }
}
