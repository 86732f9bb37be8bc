// What this screen did with calls, told to the hub until it answers that it keeps it: once each, also over a lost connection.
import type { CallDone } from '#contract/events.ts'
import type { CallDeed } from '#contract/words.ts'

/** As many as one message carries. */
const AT_ONCE = 16
/** A hub that does not answer is asked again after this long, milliseconds; sooner when the connection comes back. */
const AGAIN_AFTER = 5000
/** Deeds to remember, so that none is told twice. */
const REMEMBERED = 256

export class CallProofs {
  #untold: CallDone[] = []
  #known = new Set<string>()
  #telling = false
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #send: (done: CallDone[]) => Promise<boolean>

  /** `send` resolves with whether the hub answered. */
  constructor(send: (done: CallDone[]) => Promise<boolean>) {
    this.#send = send
  }

  add(call: string, deed: CallDeed): void {
    const name = `${call} ${deed}`
    if (this.#known.has(name)) return
    this.#known.add(name)
    if (this.#known.size > REMEMBERED) this.#known.delete([...this.#known][0] ?? '')
    this.#untold.push({ call, deed })
    void this.tell()
  }

  /** Tell what the hub did not answer yet; also to be called when the connection is back. */
  async tell(): Promise<void> {
    if (this.#telling) return
    this.#telling = true
    clearTimeout(this.#again)
    while (this.#untold.length > 0) {
      const done = this.#untold.slice(0, AT_ONCE)
      if (!(await this.#send(done))) break
      this.#untold = this.#untold.filter((one) => !done.includes(one))
    }
    this.#telling = false
    if (this.#untold.length > 0) this.#again = setTimeout(() => void this.tell(), AGAIN_AFTER)
  }

  close(): void {
    clearTimeout(this.#again)
    this.#untold = []
  }
}
