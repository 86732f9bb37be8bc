// The index as a page keeps it: built anew where a word, a name or a sound in it changed. Who comes and goes changes none of them.
import type { HotlineFace, PeopleView } from '#contract/views.ts'
import { buildIndex, type FindIndex } from './build-index.ts'
import { entriesOf } from './entries.ts'
import { soundsOf } from './sounds.ts'

export class KeptIndex {
  #view: PeopleView | null = null
  #hotlines: readonly HotlineFace[] = []
  #of = ''
  #index: FindIndex | null = null

  of(view: PeopleView, hotlines: readonly HotlineFace[]): FindIndex {
    // The same view once more, as with every letter that is typed.
    if (this.#index && view === this.#view && hotlines === this.#hotlines) return this.#index
    this.#view = view
    this.#hotlines = hotlines
    const of = wordsOf(view, hotlines)
    if (!this.#index || of !== this.#of) {
      this.#of = of
      this.#index = buildIndex(entriesOf(view, hotlines), soundsOf(view))
    }
    return this.#index
  }
}

function wordsOf(
  { people, matters, answers, buildings, sounds, readings }: PeopleView,
  hotlines: readonly HotlineFace[],
) {
  return JSON.stringify([
    people.map(({ id, name, sound, title, posts }) => [id, name, sound, title, posts]),
    [...matters, ...answers].map(({ id, words, also }) => [id, words, also]),
    buildings,
    sounds,
    readings,
    hotlines,
  ])
}
