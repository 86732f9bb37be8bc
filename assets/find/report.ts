// What was looked up, as the hub may know it: matters, answers, posts, and short words of the visitor's own. Never a person. Pure but for `send`.
import { request } from '#assets/hub/intent.ts'
import type { About, Lookup } from '#contract/people.ts'
import type { PeopleView } from '#contract/views.ts'
import { plainName } from './entries.ts'
import { plain } from './plain.ts'

export type Report = (lookup: Lookup) => void

/** Nobody waits for the answer: a lookup that does not arrive is not counted. On a phone the page is left at once. */
export const sendLookup: Report = (lookup) => void request('POST', '/api/lookups', { body: lookup, keepalive: true })

/** What was opened; null for a person. */
export function lookupOf(about: About): Lookup | null {
  if ('matter' in about) return { kind: 'matter', what: about.matter }
  if ('answer' in about) return { kind: 'answer', what: about.answer }
  return 'post' in about ? { kind: 'post', what: about.post } : null
}

const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const LONGEST = 16
/** Letters that are no word yet. */
const SHORTEST_LATIN = 4

/**
 * What was typed, as it may be reported: null where it is too long or too short, has digits, holds the name of anybody in the hall, or
 * where a person was meant by it.
 */
export function wordsToReport(
  { people }: Pick<PeopleView, 'people'>,
  typed: string,
  { found, person = false }: { found: boolean; person?: boolean },
): Lookup | null {
  const words = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
  const length = [...segments.segment(words)].length
  if (person || length < 2 || length > LONGEST || /\p{N}/u.test(words)) return null
  if (!/\p{L}/u.test(words) || /[\p{C}\p{Co}]/u.test(words)) return null
  if (/^[\p{Script=Latin}' -]+$/u.test(words) && words.length < SHORTEST_LATIN) return null
  const said = plain(words)
  const named = people.some(({ name, sound }) => {
    const own = plain(plainName(name))
    return said.includes(own) || (sound !== '' && said.includes(sound.replaceAll(' ', '')))
  })
  return named ? null : { kind: 'words', what: words, found }
}
