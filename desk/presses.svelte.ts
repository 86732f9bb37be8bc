// The presses of this desk on their way to the hub: one intent each, nothing twice, and what came of the last one.
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import { Intent, type Answer } from '#assets/hub/intent.ts'
import type { SaidLine } from './said.ts'
import { sayAtDesk } from './text.ts'

/** After the hub's answer the button waits for the view that shows it, but no longer than this, milliseconds. */
const VIEW_WAIT = 1500

export class Presses {
  said = $state.raw<SaidLine | null>(null)
  readonly sending = new SvelteSet<string>()

  /** Not answered yet: pressed again, the same intent goes out with the same key. */
  #unanswered = new SvelteMap<string, Intent<unknown>>()
  #rev: () => number

  /** `rev`: the revision of the view on the glass. */
  constructor(rev: () => number) {
    this.#rev = rev
  }

  get busy(): boolean {
    return this.sending.size > 0
  }

  say(said: SaidLine | null): void {
    this.said = said
  }

  /** null when the same press is on its way already. `shows`: the answer arrives as a view as well. */
  async send<T>(id: string, path: string, body: unknown, shows = false): Promise<Answer<T> | null> {
    if (this.sending.has(id)) return null
    this.said = null
    const same = `${path} ${JSON.stringify(body)}`
    const intent = (this.#unanswered.get(same) ?? new Intent(path, body)) as Intent<T>
    this.#unanswered.set(same, intent)
    this.sending.add(id)
    const before = this.#rev()
    const answer = await intent.send()
    if (answer.ok || answer.code !== 'offline') this.#unanswered.delete(same)
    if (!answer.ok) this.said = { tone: 'alert', text: sayAtDesk(answer) }
    else if (shows) await this.#newer(before)
    this.sending.delete(id)
    return answer
  }

  async #newer(rev: number): Promise<void> {
    const end = performance.now() + VIEW_WAIT
    while (this.#rev() === rev && performance.now() < end) await new Promise((done) => setTimeout(done, 20))
  }
}
