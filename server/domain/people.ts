// People as residents may know them, with their posts and buildings, and what leads to them. Pure.
import type { About, BuildingFace, FoundSpan, LetterFace, OwnerEntry, OwnersFile, TileFace } from '#contract/people.ts'
import type { HallDate, Text } from '#contract/text.ts'
import type { Post, Speech } from '#contract/words.ts'
import type { Book } from './book.ts'

/** What residents may know of a person, once they agreed. */
export interface Card {
  person: string
  /** The day on which the person agreed to be published; null: they did not. */
  consentOn: HallDate | null
  /** The first and the last day in the post. */
  since: HallDate | null
  until: HallDate | null
  posts: Post[]
  /** Those that they are for; empty: for everybody. */
  buildings: string[]
  found: FoundSpan[]
  place: Text | null
  speaks: Speech[]
  sound: string
  photo: string | null
}

/** Who is responsible, as posts. */
export interface Way {
  owners: OwnerEntry[]
  also: string[]
  hotlines: string[]
  list: boolean
}

export interface Leave {
  person: string
  /** The first and the last day. */
  from: HallDate
  to: HallDate
}

export interface People {
  /** In the hall's order; also of those who are not published. */
  cards: ReadonlyMap<string, Card>
  /** By number. */
  buildings: BuildingFace[]
  ways: ReadonlyMap<string, Way>
  answers: OwnersFile['answers']
  tiles: TileFace[]
  letter: LetterFace | null
  /** Each character's usual sound, and words in which one sounds otherwise. */
  sounds: Record<string, string>
  readings: Record<string, string>
  leave: Leave[]
}

export const nobody: People = {
  cards: new Map(),
  buildings: [],
  ways: new Map(),
  answers: [],
  tiles: [],
  letter: null,
  sounds: {},
  readings: {},
  leave: [],
}

/** Those who agreed to be published and are in their post on a date. Nobody else leaves the hub. */
export function published({ cards }: People, date: HallDate): Card[] {
  return [...cards.values()].filter((card) => isPublished(card, date))
}

export function isPublished(
  { consentOn, since, until }: Pick<Card, 'consentOn' | 'since' | 'until'>,
  date: HallDate,
): boolean {
  return (
    consentOn !== null && consentOn <= date && (since === null || since <= date) && (until === null || date <= until)
  )
}

/** Whether somebody with these buildings is for those who live in one of them. */
export function isFor(buildings: readonly string[], building: string): boolean {
  return buildings.length === 0 || buildings.includes(building)
}

/** Whether what a tile or a lookup names is there. */
export function isKnown(book: Book, about: About, date: HallDate): boolean {
  if ('matter' in about) return book.matterOf.has(about.matter)
  if ('post' in about) return published(book.directory, date).some(({ posts }) => posts.includes(about.post))
  if ('answer' in about) return book.directory.answers.some(({ id }) => id === about.answer)
  const card = book.directory.cards.get(about.person)
  return card !== undefined && isPublished(card, date)
}
