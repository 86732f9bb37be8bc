// Telephone numbers, asked for one card at a time and kept as long as the page: the hub hands out no list of them.
import { untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { request, type Answer } from '#assets/hub/intent.ts'
import type { CardReply } from '#contract/people.ts'

/** asking: on its way. none: no number is published. refused: not to be had now. */
export type PhoneOf = { is: 'asking' | 'none' | 'refused' } | { is: 'known'; number: string }

export class Phones {
  #known = new SvelteMap<string, PhoneOf>()
  #ask: (person: string) => Promise<Answer<CardReply>>

  constructor(ask = (person: string) => request<CardReply>('GET', `/api/people/${person}/card`)) {
    this.#ask = ask
  }

  of(person: string): PhoneOf {
    return this.#known.get(person) ?? { is: 'asking' }
  }

  /**
   * Asks for those that are not known yet. What was refused is asked for again when somebody opens the card anew, and not because of the
   * refusal: an effect that calls this does not depend on the answers.
   */
  async want(people: readonly string[]): Promise<void> {
    const asked = untrack(() => people.filter((person) => (this.#known.get(person)?.is ?? 'refused') === 'refused'))
    await Promise.all(
      asked.map(async (person) => {
        this.#known.set(person, { is: 'asking' })
        const answer = await this.#ask(person)
        this.#known.set(person, stateOf(answer))
      }),
    )
  }
}

function stateOf(answer: Answer<CardReply>): PhoneOf {
  if (!answer.ok) return { is: 'refused' }
  const { phone } = answer.value
  return phone === null ? { is: 'none' } : { is: 'known', number: phone }
}
