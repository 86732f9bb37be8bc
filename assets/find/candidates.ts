// The keyboard in the page: which of the hall's own words the letters may mean. Pure.
import type { FindIndex, IndexedTerm } from './build-index.ts'
import { through, type Sounds } from './sounds.ts'

/** As long as a word that is offered on a key. */
const LONGEST = 6

interface Offer {
  term: IndexedTerm
  whole: boolean
  /** Syllables that the letters do not reach yet. */
  left: number
}

/** Words whose sound the letters begin, the shortest and most used first; then single characters. */
export function candidates({ terms, sounds }: FindIndex, letters: string, most = 8): string[] {
  if (!/^[a-z]+$/.test(letters)) return []
  const offers: Offer[] = []
  for (const term of terms) {
    const { syllables } = term
    // Of a long text, the part that the letters reach is no word of its own: it is offered whole, or not at all.
    if (!term.han || syllables.length > LONGEST || syllables[0]?.[0] !== letters[0]) continue
    const reached = through(syllables, letters)
    if (reached < 0) continue
    keep(offers, { term, whole: term.letters === letters, left: syllables.length - reached }, most)
  }
  const chars = charsOf(sounds).get(letters) ?? []
  return [...new Set([...offers.map(({ term }) => term.text), ...chars])].slice(0, most)
}

/** Thousands fit a single letter: only the best are kept, in order. */
function keep(offers: Offer[], offer: Offer, most: number): void {
  const last = offers.at(-1)
  if (last && offers.length >= most && before(last, offer) <= 0) return
  let at = offers.length
  while (at > 0 && before(offers[at - 1]!, offer) > 0) at -= 1
  offers.splice(at, 0, offer)
  if (offers.length > most) offers.pop()
}

/** Less than nothing: the one comes first. */
const before = (one: Offer, other: Offer): number =>
  Number(other.whole) - Number(one.whole) ||
  one.left - other.left ||
  other.term.entries.length - one.term.entries.length ||
  one.term.text.length - other.term.text.length

/** Characters by their sound, gathered once. */
const gathered = new WeakMap<Sounds, Map<string, string[]>>()
function charsOf(sounds: Sounds): Map<string, string[]> {
  const known = gathered.get(sounds)
  if (known) return known
  const made = new Map<string, string[]>()
  for (const [char, sound] of sounds.sounds) {
    const same = made.get(sound)
    if (same) same.push(char)
    else made.set(sound, [char])
  }
  gathered.set(sounds, made)
  return made
}
