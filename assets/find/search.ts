// The search: residents' words, Hanzi, pinyin whole or by initials, telephone keys, English; tolerant of one slip; ranked. The same
// engine on kiosk, phone and desk. Pure.
import type { Entry, Kind } from './entries.ts'
import { keysOf, maskOf, type FindIndex, type IndexedTerm } from './build-index.ts'
import { byHan } from './by-han.ts'
import { folded, hasHan, latinWords, plain, toKeys } from './plain.ts'
import { nearlyBegins, nearlySame, syllablesOf, through } from './sounds.ts'

export interface Hit {
  entry: Entry
  /** 100: exactly what was asked for. */
  score: number
}

export interface Wanted {
  most?: number
  /** These kinds alone. */
  kinds?: readonly Kind[]
  /** Digits are telephone keys. Otherwise they are keys only where nothing carries that number. */
  keys?: boolean
}

/** Of the same score, what a resident more likely means. */
const order: Record<Kind, number> = { matter: 0, answer: 1, post: 2, building: 3, hotline: 4, person: 5 }

export type Scores = Map<number, number>

export function search(index: FindIndex, query: string, { most = 12, kinds, keys = false }: Wanted = {}): Hit[] {
  const words = plain(query).slice(0, 60)
  if (words === '') return []
  const scores: Scores = new Map()
  if (/^\d+$/.test(words)) {
    if (!keys) byHan(index, words, scores)
    if (keys || scores.size === 0) byKeys(index, words, scores)
  } else if (hasHan(words)) {
    byHan(index, words, scores)
    byEar(index, words, scores)
    // 漏shui: what was typed half is taken by its sound.
    if (/[a-z]/.test(words)) byLetters(index, syllablesOf(words, index.sounds).join(''), scores)
  } else {
    byLetters(index, words.replaceAll(/[^a-z]/g, ''), scores)
    byLatin(index, latinWords(query), scores)
  }
  return ranked(index, scores, { most, kinds })
}

/** Each entry once, by its best term; further terms that fit raise it a little. */
function ranked(
  { entries, terms }: FindIndex,
  scores: Scores,
  { most, kinds }: { most: number; kinds: readonly Kind[] | undefined },
): Hit[] {
  const best = new Float64Array(entries.length)
  const more = new Float64Array(entries.length)
  const found: number[] = []
  for (const [number, score] of scores) {
    const { entries: leads, weights } = terms[number]!
    for (let at = 0; at < leads.length; at += 1) {
      const entry = leads[at]!
      const weighed = score * weights[at]!
      if (best[entry] === 0) {
        if (kinds && !kinds.includes(entries[entry]!.kind)) continue
        found.push(entry)
      }
      more[entry]! += Math.min(best[entry]!, weighed)
      best[entry] = Math.max(best[entry]!, weighed)
    }
  }
  // Thousands fit a single letter: only the best are made hits, in order.
  const top: Hit[] = []
  for (const number of found) {
    const hit = { entry: entries[number]!, score: best[number]! + Math.min(8, more[number]! * 0.05) }
    if (top.length >= most && before(top[most - 1]!, hit) <= 0) continue
    let at = top.length
    while (at > 0 && before(top[at - 1]!, hit) > 0) at -= 1
    top.splice(at, 0, hit)
    if (top.length > most) top.pop()
  }
  return top
}

/** Less than nothing: the one comes first. */
const before = (one: Hit, other: Hit): number =>
  other.score - one.score || order[one.entry.kind] - order[other.entry.kind]

export function note(scores: Scores, term: number, score: number): void {
  if (score > (scores.get(term) ?? 0)) scores.set(term, score)
}

function byKeys({ terms }: FindIndex, digits: string, scores: Scores): void {
  terms.forEach((term, number) => {
    if (term.letters === '' || toKeys(term.letters.charAt(0)) !== digits[0]) return
    const syllables = keysOf(term)
    const reached = through(syllables, digits)
    if (reached >= 0) note(scores, number, 60 + (30 * reached) / syllables.length)
  })
}

function byLetters({ terms }: FindIndex, letters: string, scores: Scores): void {
  if (letters === '') return
  const mask = maskOf(letters)
  const fold = folded(letters)
  const begins = maskOf(letters.charAt(0))
  for (let number = 0; number < terms.length; number += 1) {
    const term = terms[number]!
    if (term.letters === '') continue
    const missing = bits(mask & ~term.mask)
    if (missing === 0) {
      if (term.letters === letters) {
        note(scores, number, 100)
        continue
      }
      const score = (term.starts & begins) === 0 ? 0 : begun(term, letters)
      if (score > 0) {
        note(scores, number, score)
        continue
      }
    }
    if (letters.length >= 3 && fold.length > 2 && term.folded.startsWith(fold)) {
      note(scores, number, 60 + (20 * fold.length) / term.folded.length)
      continue
    }
    if (
      letters.length >= 4 &&
      missing <= 1 &&
      (nearlyBegins(term.letters, letters) || nearlyBegins(term.folded, fold))
    ) {
      note(scores, number, 45 + Math.min(20, (20 * letters.length) / term.letters.length))
      continue
    }
    // A whole sentence in pinyin: the words that are in it.
    if (
      term.syllables.length > 1 &&
      term.letters.length < letters.length &&
      bits(term.mask & ~mask) === 0 &&
      letters.includes(term.letters)
    )
      note(scores, number, 48 + 6 * term.syllables.length)
  }
}

/** How well letters that run through syllables fit: from the first syllable on, better than from within. 0: they do not. */
function begun({ syllables }: IndexedTerm, letters: string): number {
  for (let at = 0; at < syllables.length; at += 1) {
    if (syllables[at]![0] !== letters[0]) continue
    const reached = through(syllables, letters, at)
    if (reached >= 0) return (at === 0 ? 68 : 50) + (24 * (reached - at)) / syllables.length
  }
  return 0
}

/** 老数 for 老鼠: words that sound as a part of what was asked, written otherwise. */
function byEar({ terms, sounds }: FindIndex, words: string, scores: Scores): void {
  const heard = syllablesOf(words, sounds)
  const mask = maskOf(heard.join(''))
  const said = ` ${heard.join(' ')} `
  for (let number = 0; number < terms.length; number += 1) {
    const { syllables, mask: own } = terms[number]!
    if (syllables.length < 2 || syllables.length > heard.length || bits(own & ~mask) > 0) continue
    if (said.includes(` ${syllables.join(' ')} `)) note(scores, number, 50 + Math.min(24, 5 * syllables.length))
  }
}

function byLatin({ byWord, words, terms }: FindIndex, asked: readonly string[], scores: Scores): void {
  const meant = asked.filter((word) => word.length > 1 && !fillers.has(word))
  if (meant.length === 0) return
  const sums = new Map<number, number>()
  meant.forEach((word, at) => {
    const last = at === meant.length - 1
    const heard = new Map<number, number>()
    for (const known of words) {
      const fit =
        known === word
          ? 1
          : known.startsWith(word) && (last || word.length > 3)
            ? 0.85
            : word.length > 3 && nearlySame(known, word)
              ? 0.7
              : 0
      if (fit === 0) continue
      const list = byWord.get(known)!
      const rare = 1 / (1 + Math.log2(1 + list.length))
      for (const term of list) heard.set(term, Math.max(heard.get(term) ?? 0, fit * rare))
    }
    for (const [term, value] of heard) sums.set(term, (sums.get(term) ?? 0) + value)
  })
  for (const [term, sum] of sums) {
    const length = latinWords(terms[term]!.text).length
    note(scores, term, Math.min(95, 40 + (60 * sum) / meant.length) - Math.min(5, length / 4))
  }
}

const fillers = new Set(
  'the a an is are my me to of in for and or it we our with who what where how do does can i am on at please help'.split(
    ' ',
  ),
)

function bits(mask: number): number {
  let left = mask
  let count = 0
  while (left !== 0 && count < 3) {
    left &= left - 1
    count += 1
  }
  return count
}
