// How a text sounds, a syllable a character, from the hall's own table of characters and words. Pure.
import { fixedReadings, fixedSounds } from './fixed-sounds.ts'
import { isHan } from './plain.ts'

export interface Sounds {
  /** A character's usual sound. */
  sounds: ReadonlyMap<string, string>
  /** Words in which a character sounds otherwise. */
  readings: Readonly<Record<string, string>>
}

/** As the hub sends them, characters by their sound; with the words of every hall, where the hub does not know them otherwise. */
export function soundsOf({
  sounds,
  readings,
}: {
  sounds: Record<string, string>
  readings: Record<string, string>
}): Sounds {
  const known = new Map<string, string>()
  for (const table of [sounds, fixedSounds])
    for (const [sound, chars] of Object.entries(table))
      for (const char of chars) if (!known.has(char)) known.set(char, sound)
  return { sounds: known, readings: { ...fixedReadings, ...readings } }
}

/** Syllables; empty where a character is not in the table, and whatever is no Hanzi is left as it is. */
export function syllablesOf(text: string, sounds: Sounds): string[] {
  const known = sounds.readings[text]
  if (known) return known.split(' ')
  const words = readingsOf(sounds)
  const said: string[] = []
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at)!)
    const word = words.get(char)?.find((one) => text.startsWith(one, at))
    if (word) said.push(...sounds.readings[word]!.split(' '))
    else said.push(isHan(char) ? (sounds.sounds.get(char) ?? '') : char)
    at += (word ?? char).length
  }
  return said
}

/** Words that have a reading of their own, by the character that they begin with; the longest first. Gathered once. */
const gathered = new WeakMap<Sounds, Map<string, string[]>>()
function readingsOf(sounds: Sounds): Map<string, string[]> {
  const known = gathered.get(sounds)
  if (known) return known
  const made = new Map<string, string[]>()
  for (const word of Object.keys(sounds.readings).sort((a, b) => b.length - a.length)) {
    const first = String.fromCodePoint(word.codePointAt(0)!)
    made.set(first, [...(made.get(first) ?? []), word])
  }
  gathered.set(sounds, made)
  return made
}

/** Whether letters run through syllables from the first one on, each begun: "loush", "ls", "lous" through lou shui. -1: no; else how many they reach. */
export function through(syllables: readonly string[], letters: string, at = 0, from = 0): number {
  if (from === letters.length) return at
  const syllable = syllables[at]
  if (!syllable) return -1
  let most = 0
  while (most < syllable.length && from + most < letters.length && syllable[most] === letters[from + most]) most += 1
  for (let take = most; take > 0; take -= 1) {
    const reached = through(syllables, letters, at + 1, from + take)
    if (reached >= 0) return reached
  }
  return -1
}

/** Whether `word` begins `whole` but for one slip: a letter wrong, one too many, one too few, or two swapped. */
export function nearlyBegins(whole: string, word: string): boolean {
  let same = 0
  while (same < word.length && whole[same] === word[same]) same += 1
  if (same === word.length) return true
  const left = word.length - same
  return (
    sameFrom(whole, same + 1, word, same + 1) ||
    sameFrom(whole, same, word, same + 1) ||
    sameFrom(whole, same + 1, word, same) ||
    (left > 1 &&
      whole[same] === word[same + 1] &&
      whole[same + 1] === word[same] &&
      sameFrom(whole, same + 2, word, same + 2))
  )
}

/** Whether the rest of `word` stands in `whole` from there on. Letter by letter: this is asked thousands of times a keystroke. */
function sameFrom(whole: string, at: number, word: string, from: number): boolean {
  if (at + word.length - from > whole.length) return false
  for (let next = from; next < word.length; next += 1) {
    if (whole.charCodeAt(at + next - from) !== word.charCodeAt(next)) return false
  }
  return true
}

/** Whether two texts are alike but for one slip, at most. */
export function nearlySame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  return nearlyBegins(a, b) && (a.length <= b.length || nearlyBegins(b, a))
}
