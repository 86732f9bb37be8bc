// A ticket's voice on the phone: what is asked, what it said, and saying it. Keeps nothing but what is on the glass.
import { request } from '#assets/hub/intent.ts'
import type { VoiceReply } from '#contract/hours.ts'

export class Voice {
  reply = $state.raw<VoiceReply | null>(null)
  /** The option that is on its way. */
  sending = $state<string | null>(null)
  failed = $state(false)
  readonly #code: string

  constructor(code: string) {
    this.#code = code
  }

  async load(): Promise<void> {
    const answer = await request<VoiceReply>('GET', `/api/tickets/${this.#code}/voice`)
    if (answer.ok) this.reply = answer.value
  }

  /** The later voice stands: pressed again it changes nothing, and another option takes its place. */
  async give(option: string): Promise<void> {
    const proposal = this.reply?.proposal
    if (!proposal || this.sending !== null) return
    this.sending = option
    const body = { code: this.#code, option }
    const answer = await request<VoiceReply>('POST', `/api/proposals/${proposal.id}/voice`, { body })
    this.sending = null
    this.failed = !answer.ok
    if (answer.ok) this.reply = answer.value
    // Over, or taken back: what is true now is shown.
    else if (answer.code !== 'offline') await this.load()
  }
}
