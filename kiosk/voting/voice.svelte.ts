// The voice of the number that was just taken. With the next number it is forgotten.
import { request } from '#assets/hub/intent.ts'

export class KioskVoice {
  /** The option that was counted for the number on the glass. */
  chosen = $state<string | null>(null)
  sending = $state<string | null>(null)
  failed = $state(false)
  #code = ''

  /** Whose number stands there now. */
  of(code: string): void {
    if (code === this.#code) return
    this.#code = code
    this.chosen = this.sending = null
    this.failed = false
  }

  async give(proposal: string, option: string): Promise<void> {
    if (this.sending !== null) return
    const code = this.#code
    this.sending = option
    const answer = await request('POST', `/api/proposals/${proposal}/voice`, { body: { code, option } })
    // Somebody else stands there by now.
    if (code !== this.#code) return
    this.sending = null
    this.failed = !answer.ok
    if (answer.ok) this.chosen = option
  }
}
