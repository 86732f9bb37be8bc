// Finding on the desk: the same search as the residents', over everything that the office keeps, shown or not. Pure.
import { buildIndex, type FindIndex } from '#assets/find/build-index.ts'
import { plainName, type Entry, type Kind } from '#assets/find/entries.ts'
import { search } from '#assets/find/search.ts'
import { soundsOf } from '#assets/find/sounds.ts'
import { post } from '#assets/i18n/words.ts'
import type { PeopleBook } from '#contract/people-book.ts'
import type { PeopleView } from '#contract/views.ts'

export function indexOf(book: PeopleBook, view: PeopleView | undefined): FindIndex {
  const term = (text: string, weight = 1) => ({ text, weight })
  const entries: Entry[] = [
    ...book.people.map(({ id, entry }): Entry => ({
      kind: 'person',
      id,
      label: { zh: entry.name, en: entry.name },
      terms: [
        { text: plainName(entry.name), weight: 1, ...(entry.sound && { sound: entry.sound }) },
        term(entry.title.zh, 0.8),
        term(entry.title.en, 0.8),
        ...entry.posts.flatMap((one) => [term(post[one].zh, 0.9), term(post[one].en, 0.9)]),
        ...(entry.phone ? [term(entry.phone.replaceAll(/\D/g, ''), 0.9)] : []),
      ],
    })),
    ...book.matters.map(({ id, words, name, entry }): Entry => ({
      kind: 'matter',
      id,
      label: words,
      terms: [words.zh, words.en, name.zh, ...entry.also].map((one) => term(one)),
    })),
    ...book.answers.map(({ id, entry }): Entry => ({
      kind: 'answer',
      id,
      label: entry.words,
      terms: [entry.words.zh, entry.words.en, ...entry.also].map((one) => term(one)),
    })),
  ]
  return buildIndex(entries, soundsOf(view ?? { sounds: {}, readings: {} }))
}

/** Ids of a kind, best first; null where nothing is asked. */
export function found(index: FindIndex, query: string, kind: Kind): string[] | null {
  if (query.trim() === '') return null
  return search(index, query, { most: 60, kinds: [kind] }).map(({ entry }) => entry.id)
}

/** The matters that a word most likely means, best first. */
export const guesses = (index: FindIndex, word: string, most: number): string[] =>
  search(index, word, { most, kinds: ['matter'] }).map(({ entry }) => entry.id)

/** Whether these very words lead somewhere now. */
export const leads = (index: FindIndex, word: string): boolean =>
  (search(index, word, { most: 1 })[0]?.score ?? 0) >= 100
