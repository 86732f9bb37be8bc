// The index of a hall's words: flat lists of terms, and by which characters and Latin words they are found. Built once a view. Pure.
import type { Entry, Term } from './entries.ts'
import { hasHan, isHan, folded, latinWords, plain, toKeys } from './plain.ts'
import { syllablesOf, type Sounds } from './sounds.ts'

/** One text with everything that it leads to: in a subdistrict the same words stand for many halls' matters and people's titles. */
export interface IndexedTerm {
  /** In `entries`, and how much the text weighs there. */
  entries: number[]
  weights: number[]
  text: string
  /** Characters of `text` that are Hanzi or digits; a pair of them weighs by how rare it is. */
  chars: readonly string[]
  syllables: readonly string[]
  /** The syllables together: "loushui", and as keys of a telephone. Empty where a sound is not known. */
  letters: string
  folded: string
  /** The letters that occur, and those with which a syllable begins, one bit each. */
  mask: number
  starts: number
  han: boolean
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
  const known = new Map<string, number>()
  entries.forEach((entry, at) => {
    for (const one of entry.terms) {
      const same = `${one.text}|${one.sound ?? ''}`
      let number = known.get(same)
      if (number === undefined) {
        const term = indexed(one, sounds)
        known.set(same, (number = terms.push(term) - 1))
        for (const char of term.chars) put(byChar, char, number)
        if (!term.han) for (const word of latinWords(one.text)) put(byWord, word, number)
      }
      const { entries: leads, weights } = terms[number]!
      if (leads.at(-1) === at) weights[weights.length - 1] = Math.max(weights.at(-1)!, one.weight)
      else {
        leads.push(at)
        weights.push(one.weight)
      }
    }
  })
  return { entries, terms, byChar, byWord, words: [...byWord.keys()].sort(), sounds }
}

function indexed({ text: raw, sound }: Pick<Term, 'text' | 'sound'>, sounds: Sounds): IndexedTerm {
  const text = plain(raw)
  const han = hasHan(text)
  const chars = [...text].filter((char) => isHan(char) || /\d/.test(char))
  const syllables = sound ? sound.split(' ') : han ? syllablesOf(text, sounds) : []
  const known = syllables.length > 0 && !syllables.includes('')
  const letters = known ? syllables.join('') : ''
  return {
    entries: [],
    weights: [],
    text,
    chars,
    syllables: known ? syllables : [],
    letters,
    folded: folded(letters),
    mask: maskOf(letters),
    starts: known ? maskOf(syllables.map((one) => one.charAt(0)).join('')) : 0,
    han,
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
