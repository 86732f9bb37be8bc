// An entry while it is being written: what stands in the form, what is wrong, and the entry that comes of it. Pure.
import type { AnswerEntry, MatterEntry, PersonEntry } from '#contract/people-book.ts'
import type { OwnerEntry } from '#contract/people.ts'
import type { Post } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { plainName } from '#assets/find/entries.ts'
import { wrong } from './text.ts'

const count = (text: string) => [...text.trim()].length

/** English that was left out is the Chinese text. */
export const both = (zh: string, en: string): Text => ({ zh: zh.trim(), en: en.trim() || zh.trim() })
/** English that repeats the Chinese was never written. */
export const english = ({ zh, en }: Text): string => (en === zh ? '' : en)

export interface PersonDraft extends Omit<PersonEntry, 'title' | 'place' | 'phone' | 'consent' | 'since' | 'until'> {
  title: string
  titleEn: string
  place: string
  placeEn: string
  phone: string
  consent: string
  since: string
  until: string
}

export function personDraft(entry: PersonEntry | null, today: string): PersonDraft {
  if (!entry)
    return {
      ...{ name: '', title: '', titleEn: '', committee: null, phone: '', posts: [], buildings: [], found: [] },
      ...{ place: '', placeEn: '', speaks: ['mandarin'], consent: '', since: today, until: '', sound: '', photo: null },
    }
  const { title, place, phone, consent, since, until, found } = entry
  return {
    ...entry,
    found: found.map((span) => ({ ...span, days: [...span.days] })),
    title: title.zh,
    titleEn: english(title),
    place: place?.zh ?? '',
    placeEn: place ? english(place) : '',
    phone: phone ?? '',
    consent: consent ?? '',
    since: since ?? '',
    until: until ?? '',
  }
}

export function personOf(draft: PersonDraft): PersonEntry {
  const { titleEn, placeEn, title, place, ...rest } = draft
  return {
    ...rest,
    name: draft.name.trim(),
    title: both(title, titleEn),
    place: place.trim() ? both(place, placeEn) : null,
    phone: draft.phone.trim() || null,
    consent: draft.consent || null,
    since: draft.since || null,
    until: draft.until || null,
    sound: draft.sound.trim().toLowerCase(),
  }
}

export type PersonField = 'name' | 'title' | 'phone' | 'sound' | 'found' | 'until' | 'posts'

export function personProblems(draft: PersonDraft): Partial<Record<PersonField, Text>> {
  const { name, title, phone, sound, found, since, until, posts } = draft
  const problems: Partial<Record<PersonField, Text>> = {}
  if (!/^[\p{L}\p{M}][\p{L}\p{M}·・.' -]*$/u.test(name.trim()) || count(name) > 40) problems.name = wrong.name
  if (count(title) < 1 || count(title) > 40) problems.title = wrong.title
  if (phone.trim() !== '' && !/^[+0-9][0-9 *#-]{2,24}$/.test(phone.trim())) problems.phone = wrong.phone
  if (sound.trim() !== '' && !/^[a-z]{1,6}( [a-z]{1,6}){0,19}$/i.test(sound.trim())) problems.sound = wrong.sound
  else if (sound.trim() !== '' && !soundFits(name, sound)) problems.sound = wrong.sound_count
  if (found.some(({ days, from, to }) => days.length === 0 || from >= to)) problems.found = wrong.found
  if (since && until && until < since) problems.until = wrong.until
  if (posts.length > 6) problems.posts = wrong.posts
  return problems
}

/** Each character of a name in Hanzi sounds as one syllable. */
function soundFits(name: string, sound: string): boolean {
  const han = plainName(name.trim()).replaceAll(/[·・.' -]/g, '')
  return !/^\p{Script=Han}+$/u.test(han) || sound.trim().split(' ').length === [...han].length
}

export function readingProblems({ word, sound }: { word: string; sound: string }): { word?: Text; sound?: Text } {
  const letters = sound.trim().toLowerCase()
  const fits = /^[a-z]{1,6}( [a-z]{1,6})*$/.test(letters) && letters.split(' ').length === [...word.trim()].length
  return {
    ...(!/^\p{Script=Han}{2,12}$/u.test(word.trim()) && { word: wrong.reading_word }),
    ...(!fits && { sound: wrong.reading_sound }),
  }
}

/** Words with commas, in lines, or with blanks between. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]/)
      .map((one) => one.replaceAll(/\s+/g, ''))
      .filter(Boolean),
  ),
]

export const postsOf = (owners: readonly OwnerEntry[], rank: number): Post[] =>
  owners.flatMap((one) => (one.rank === rank ? one.post : []))
export const ownersOf = (first: readonly Post[], second: readonly Post[]): OwnerEntry[] => [
  ...first.map((post) => ({ post, rank: 1 })),
  ...second.filter((post) => !first.includes(post)).map((post) => ({ post, rank: 2 })),
]

export function wayProblems({ also, hotlines, owners }: Pick<MatterEntry, 'also' | 'hotlines' | 'owners'>): {
  also?: Text
  hotlines?: Text
} {
  return {
    ...((also.length > 40 || also.some((one) => count(one) > 24)) && { also: wrong.also }),
    ...((hotlines.length > 4 || owners.length > 4) && { hotlines: wrong.hotlines }),
  }
}

export function answerProblems(entry: AnswerEntry): { words?: Text; say?: Text; place?: Text } {
  const { words, say, here, place, hotlines, owners } = entry
  const leads = here || place !== null || hotlines.length > 0 || owners.length > 0
  const whole = place === null || [place.name.zh, place.address.zh, place.hours.zh].every((one) => one !== '')
  return {
    ...((count(words.zh) < 1 || count(words.zh) > 40) && { words: wrong.words }),
    ...((count(say.zh) < 1 || count(say.zh) > 400) && { say: wrong.words }),
    ...(!leads && { place: wrong.nowhere }),
    ...(!whole && { place: wrong.words }),
  }
}

export const toggled = <V>(list: readonly V[], value: V): V[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
