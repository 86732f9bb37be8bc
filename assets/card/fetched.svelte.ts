// The numbers and codes of one card, asked of the hub person by person, kept as long as the page shows it.
import { SvelteMap } from 'svelte/reactivity'
import { request, type Answer } from '#assets/hub/intent.ts'
import type { Failure } from '#assets/i18n/errors.ts'
import type { CardLink, PersonCard } from '#contract/cards.ts'

export interface CardSource {
  card(person: string): Promise<Answer<PersonCard>>
  /** `path`: m/roof-leak. */
  link(path: string): Promise<Answer<CardLink>>
}

export const hubSource: CardSource = {
  card: (person) => request('GET', `/api/people/${person}/card`),
  link: (path) => request('GET', `/api/cards/links/${path}`),
}

export class FetchedCards {
  cards = $state.raw<ReadonlyMap<string, PersonCard>>(new SvelteMap())
  link = $state.raw<CardLink | null>(null)
  /** The first that was refused, for those who are still not known. */
  failure = $state.raw<Failure | null>(null)
  /** Everything that was asked for was answered. */
  settled = $state(false)

  readonly #source: CardSource
  #asked = ''

  constructor(source: CardSource) {
    this.#source = source
  }

  async want(people: readonly string[], path: string): Promise<void> {
    const asked = JSON.stringify([people, path])
    if (asked === this.#asked) return
    this.#asked = asked
    this.settled = false
    const missing = people.filter((id) => !this.cards.has(id))
    const [link, ...answers] = await Promise.all([
      this.#source.link(path),
      ...missing.map((id) => this.#source.card(id)),
    ])
    if (asked !== this.#asked) return
    this.link = link.ok ? link.value : null
    this.cards = new SvelteMap([
      ...this.cards,
      ...answers.flatMap((one): [string, PersonCard][] => (one.ok ? [[one.value.person, one.value]] : [])),
    ])
    this.failure = answers.find((one) => !one.ok) ?? null
    this.settled = true
  }
}
