// What the desk knows of closing time: asked for in the hour before it and after it, and as long as earlier days left somebody open.
import type { Closing } from '#contract/closing.ts'
import type { DeskView } from '#contract/views.ts'
import { request } from '#assets/hub/intent.ts'

const MINUTE = 60_000
/** The hub is asked once in so many milliseconds at most, however fast the queue moves. */
const APART = 3000

/** An hour before the last number, and from then on as long as somebody is open, also on hold or missed; and where earlier days left something. */
export function closingMatters({ hours, leftover, held, missed, lanes }: DeskView, now: number): boolean {
  if (leftover.length > 0) return true
  if (hours.lastNumberAt !== null) return now >= Date.parse(hours.lastNumberAt) - 60 * MINUTE
  return hours.today.length > 0 && (lanes.some(({ waiting }) => waiting > 0) || held.length + missed.length > 0)
}

export class ClosingWatch {
  now = $state.raw<Closing | null>(null)
  #of = ''
  #asked = Number.NEGATIVE_INFINITY

  /** Called with each view and each second; asks where there is something new to know. */
  look(view: DeskView, now: number): void {
    if (!closingMatters(view, now)) {
      this.now = null
      this.#of = ''
      return
    }
    const of = `${view.epoch} ${view.rev} ${Math.floor(now / MINUTE)}`
    if (of === this.#of || performance.now() - this.#asked < APART) return
    this.#of = of
    this.#asked = performance.now()
    void request<Closing>('GET', '/api/closing').then((answer) => {
      if (answer.ok) this.now = answer.value
    })
  }
}
