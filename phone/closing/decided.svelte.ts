// Asks what was decided on a number when the hall closed: only where its state says that something may have been.
import type { DecidedForYou } from '#contract/closing.ts'
import type { TicketView } from '#contract/views.ts'
import { request } from '#assets/hub/intent.ts'

export class DecidedWatch {
  /** Of the number that was looked at last; null where nothing was decided, or `left`, which has words of its own. */
  now = $state.raw<DecidedForYou | null>(null)
  #of = ''

  look(code: string, { state, epoch, rev, hours }: TicketView): void {
    const of = `${code} ${epoch} ${rev} ${state} ${hours.open?.until ?? ''}`
    if (of === this.#of) return
    this.#of = of
    if (state !== 'held' && state !== 'left') {
      this.now = null
      return
    }
    void request<DecidedForYou>('GET', `/api/views/ticket/${code}/closing`).then((answer) => {
      if (this.#of !== of || !answer.ok) return
      const { decision } = answer.value
      this.now = decision === null || decision === 'left' ? null : answer.value
    })
  }
}
