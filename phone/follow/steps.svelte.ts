// What a resident does with the number from the phone, one at a time, each with a key of its own until the hub has answered.
import { Intent } from '#assets/hub/intent.ts'
import type { Failure } from '#assets/i18n/errors.ts'
import type { FollowReply } from '#contract/intents.ts'

export type FollowStep = 'leave' | 'back' | 'return'

export class Steps {
  /** The step that is on its way. */
  sending = $state<FollowStep | null>(null)
  failure = $state.raw<Failure | null>(null)
  readonly #code: string
  /** Kept while it is not known whether the hub did it: pressed again, it is the same intent. */
  #open: { step: FollowStep; intent: Intent<FollowReply> } | null = null

  constructor(code: string) {
    this.#code = code
  }

  take = async (step: FollowStep): Promise<void> => {
    if (this.sending !== null) return
    this.sending = step
    this.failure = null
    if (this.#open?.step !== step)
      this.#open = { step, intent: new Intent<FollowReply>(`/api/tickets/${this.#code}/${step}`, {}) }
    const answer = await this.#open.intent.send()
    this.sending = null
    if (answer.ok || answer.code !== 'offline') this.#open = null
    if (!answer.ok) this.failure = answer
  }
}
