// The index of a hall's words: flat lists of terms, and by which characters and Latin words they are found. Built once a view. Pure.
import type { Entry, Term } from './entries.ts'
import { hasHan, isHan, folded, latinWords, plain, toKeys } from './plain.ts'
import { syllablesOf, type Sounds } from './sounds.ts'

export interface IndexedTerm {
  entry: number
  weight: number
  text: string
  /** Characters of `text` that are Hanzi or digits; a pair of them weighs by how rare it is. */
  chars: readonly string[]
  syllables: readonly string[]
  /** The syllables together: "loushui", and as keys of a telephone. Empty where a sound is not known. */
  letters: string
  folded: string
  /** The letters that occur, one bit each. */
  mask: number
}

export interface FindIndex {
  entries: readonly Entry[]
  terms: readonly IndexedTerm[]
  /** Terms by character, Hanzi and digits; each term once. */
  byChar: ReadonlyMap<string, readonly number[]>
  /** Terms by Latin word. */
  byWord: ReadonlyMap<string, readonly number[]>
  /** The same words in order. */
  words: readonly string[]
  sounds: Sounds
}

export function buildIndex(entries: readonly Entry[], sounds: Sounds): FindIndex {
  const terms: IndexedTerm[] = []
  const byChar = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, term: number) => {
    const list = map.get(key)
    if (!list) map.set(key, [term])
    else if (list[list.length - 1] !== term) list.push(term)
  }
  entries.forEach((entry, at) => {
    for (const one of entry.terms) {
      const term = indexed(one, at, sounds)
      const number = terms.push(term) - 1
      for (const char of term.chars) put(byChar, char, number)
      if (!hasHan(one.text)) for (const word of latinWords(one.text)) put(byWord, word, number)
    }
  })
  return { entries, terms, byChar, byWord, words: [...byWord.keys()].sort(), sounds }
}

function indexed({ text: raw, weight, sound }: Term, entry: number, sounds: Sounds): IndexedTerm {
  const text = plain(raw)
  const chars = [...text].filter((char) => isHan(char) || /\d/.test(char))
  const syllables = sound ? sound.split(' ') : hasHan(text) ? syllablesOf(text, sounds) : []
  const known = syllables.length > 0 && !syllables.includes('')
  const letters = known ? syllables.join('') : ''
  return {
    entry,
    weight,
    text,
    chars,
    syllables: known ? syllables : [],
    letters,
    folded: folded(letters),
    mask: maskOf(letters),
  }
}

export function maskOf(letters: string): number {
  let mask = 0
  for (let at = 0; at < letters.length; at += 1) mask |= 1 << (letters.charCodeAt(at) - 97)
  return mask
}

/** A term's syllables as keys of a telephone: computed when somebody types digits, which is rare. */
const digits = new WeakMap<IndexedTerm, string[]>()
export function keysOf(term: IndexedTerm): string[] {
  let made = digits.get(term)
  if (!made) digits.set(term, (made = term.syllables.map(toKeys)))
  return made
}
