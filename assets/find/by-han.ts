// Terms that share Hanzi with what was asked: the whole of it, a part, nearly, or its rare characters and pairs. Pure.
import type { FindIndex } from './build-index.ts'
import { isHan, withoutTail } from './plain.ts'
import { nearlySame } from './sounds.ts'
import { note, type Scores } from './search.ts'

/** As many terms as are looked at closely. */
const CLOSELY = 1500

export function byHan(index: FindIndex, asked: string, scores: Scores): void {
  const query = withoutTail(asked)
  const chars = [...new Set(query)].filter((char) => isHan(char) || /\d/.test(char))
  const { terms, byChar } = index
  const rare = new Map(chars.map((char) => [char, 1 / (1 + Math.log2(1 + (byChar.get(char)?.length ?? 0)))]))
  const shared = new Map<number, number>()
  for (const char of chars) {
    const value = rare.get(char) ?? 0
    for (const term of byChar.get(char) ?? []) shared.set(term, (shared.get(term) ?? 0) + value)
  }
  const near = [...shared]
  // Common characters alone share themselves with thousands: the rarest overlap is looked at.
  const looked = near.length > CLOSELY ? near.sort((a, b) => b[1] - a[1]).slice(0, CLOSELY) : near
  for (const [number] of looked) {
    const score = closeness(query, terms[number]!.text, index)
    if (score > 0) note(scores, number, score)
  }
}

function closeness(query: string, term: string, index: FindIndex): number {
  if (term === query) return 100
  if (term.startsWith(query)) return 84 + (12 * query.length) / term.length
  if (term.includes(query)) return 74 + (12 * query.length) / term.length
  // A house number within a longer one is another house.
  if (/^\d/.test(term)) return new RegExp(`(^|\\D)${term}`).test(query) ? 70 + term.length : 0
  if (term.length > 1 && query.includes(term)) return 62 + Math.min(24, 6 * term.length)
  if (term.length > 2 && slipIn(query, term)) return 52 + Math.min(24, 4 * term.length)
  return overlap(query, term, index)
}

/** Whether the term stands in the query but for one character. */
function slipIn(query: string, term: string): boolean {
  for (let at = 0; at < query.length; at += 1) {
    for (const length of [term.length, term.length - 1, term.length + 1]) {
      if (at + length > query.length) continue
      const part = query.slice(at, at + length)
      // One of three characters is a third of the word: the others must be in place.
      if (nearlySame(part, term) && (term.length > 3 || part.length === term.length || part.length > 2)) return true
    }
  }
  return false
}

/** How much of the term's rare pairs and characters the query has, in whatever order. */
function overlap(query: string, term: string, { byChar }: FindIndex): number {
  const weight = (char: string) => 1 / Math.log2(4 + (byChar.get(char)?.length ?? 0))
  let has = 0
  let all = 0
  const chars = [...term]
  chars.forEach((char, at) => {
    const value = weight(char)
    all += value
    if (query.includes(char)) has += value
    const pair = char + (chars[at + 1] ?? '')
    if (pair.length < 2) return
    all += 2 * value
    if (query.includes(pair)) has += 2 * value
  })
  const share = has / all
  return share < 0.2 ? 0 : 18 + 42 * share
}
