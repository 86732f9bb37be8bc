// The keyboard in the page: which of the hall's own words the letters may mean. Pure.
import type { FindIndex } from './build-index.ts'
import { hasHan } from './plain.ts'
import { through } from './sounds.ts'

/** As long as a word that is offered on a key. */
const LONGEST = 6

/** Words whose sound the letters begin, the shortest and most used first; then single characters. */
export function candidates({ terms, sounds }: FindIndex, letters: string, most = 8): string[] {
  if (!/^[a-z]+$/.test(letters)) return []
  const uses = new Map<string, { whole: boolean; uses: number; left: number }>()
  for (const { text, syllables, letters: whole } of terms) {
    if (whole === '' || syllables[0]?.[0] !== letters[0] || !hasHan(text)) continue
    const reached = through(syllables, letters)
    if (reached < 0) continue
    // Of a long text, the part that the letters reach is no word of its own: it is offered whole, or not at all.
    if (syllables.length > LONGEST) continue
    const known = uses.get(text)
    if (known) known.uses += 1
    else uses.set(text, { whole: whole === letters, uses: 1, left: syllables.length - reached })
  }
  const words = [...uses].sort(
    ([a, one], [b, other]) =>
      Number(other.whole) - Number(one.whole) || one.left - other.left || other.uses - one.uses || a.length - b.length,
  )
  const chars = [...sounds.sounds].filter(([, sound]) => sound === letters)
  return [...new Set([...words.map(([text]) => text), ...chars.map(([char]) => char)])].slice(0, most)
}
