// The visitor's way through "who to turn to", as plain values: which screens there are, what can be touched on each, and where a touch
// leads. The screens draw these choices and no others, so that the touches to any card can be counted. Pure.
import { through } from '#assets/find/sounds.ts'
import { toKeys } from '#assets/find/plain.ts'
import { wayOf, type Way } from '#assets/find/way.ts'
import { post as postWords } from '#assets/i18n/words.ts'
import type { About, PersonFace } from '#contract/people.ts'
import type { Post } from '#contract/words.ts'
import { words } from './text.ts'
import { card, groupsOf, tilesOf, type Choice, type Hall, type Place } from './tiles.ts'

export const start: Place = { at: 'start' }

/** What is in a group: answers of that kind, or a committee's matters; the way to the list of papers stands with the papers, too. */
export function groupOf({ people, catalog }: Hall, group: string): Choice[] {
  const matters = (wanted: (id: string) => boolean) =>
    people.matters
      .filter(({ id }) => wanted(id))
      .map(({ id, words: label }) => ({ key: `matter-${id}`, label, to: card({ matter: id }) }))
  const answers = people.answers
    .filter(({ kind }) => kind === group)
    .map(({ id, words: label }) => ({ key: `answer-${id}`, label, to: card({ answer: id }) }))
  if (answers.length > 0) {
    const list = new Set(people.matters.flatMap(({ id, list }) => (list ? [id] : [])))
    return group === 'paper' ? [...matters((id) => list.has(id)), ...answers] : answers
  }
  const own = new Set(catalog.matters.filter(({ committee }) => committee === group).map(({ id }) => id))
  return matters((id) => own.has(id))
}

/** By role: each post that somebody holds, with those who hold it. */
export function postsOf({ people }: Hall): (Choice & { holders: PersonFace[] })[] {
  return (Object.keys(postWords) as Post[]).flatMap((post) => {
    const holders = people.people.filter(({ posts }) => posts.includes(post))
    return holders.length === 0 ? [] : [{ key: post, label: postWords[post], to: card({ post }), holders }]
  })
}

/** The buildings, by number; for a card that depends on where one lives, or for their own people. */
export function buildingsOf({ people }: Hall, about?: About): Choice[] {
  return people.buildings.map(({ id, name }) => ({
    key: id,
    label: name,
    to: about ? card(about, id) : { at: 'building', building: id },
  }))
}

export const people = (list: readonly PersonFace[]): Choice[] =>
  list.map(({ id, name }) => ({ key: id, label: { zh: name, en: name }, to: card({ person: id }) }))

/** Whose names begin so in pinyin, by initials or more; whoever is reached to the end first, then who is there. */
export function namesOf({ people: { people: all } }: Hall, typed: string, nine: boolean): PersonFace[] {
  const asked = typed.toLowerCase()
  return all
    .flatMap((person) => {
      const heard = syllables(person, nine)
      const reached = asked === '' ? 0 : through(heard, asked)
      return reached < 0 ? [] : [{ person, left: heard.length - reached }]
    })
    .sort((a, b) => a.left - b.left || Number(Boolean(b.person.here)) - Number(Boolean(a.person.here)))
    .map(({ person }) => person)
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const digits = [...'23456789']

/** The keys, and whether one more of them still leads to somebody. */
export function keysFor(hall: Hall, typed: string, nine: boolean): { key: string; leads: boolean }[] {
  const left = namesOf(hall, typed, nine).map((person) => syllables(person, nine))
  return (nine ? digits : letters).map((key) => ({
    key,
    leads: left.some((heard) => through(heard, typed.toLowerCase() + key) >= 0),
  }))
}

/** A name that is not in Hanzi is spelled as it is written. */
function syllables({ name, sound }: PersonFace, nine: boolean): string[] {
  const heard = (sound || name.toLowerCase().replace(/[^a-z ]/g, '')).split(' ').filter((one) => one !== '')
  return nine ? heard.map(toKeys) : heard
}

/** As many as are shown one beside the other, each with their buildings: the resident sees which is theirs and need not say where they live. */
const BESIDE = 2

/** Whether the building must be said before anything useful can be shown. In bigger type there is room for one beside an answer. */
export const mustAsk = ({ asks, owners, answer }: Way, elder: boolean): boolean =>
  asks && owners.filter(({ rank }) => rank === owners[0]?.rank).length > (elder && answer ? 1 : BESIDE)

/** Matters to a page of a group. */
export const roomFor = (elder: boolean): number => (elder ? 26 : 30)
/** People whose faces fit under what was typed of a name. */
export const NAMES = 8

/** Everything that one touch can lead to; what is typed freely aside. */
export function choicesOf(hall: Hall, place: Place, elder = false): Choice[] {
  switch (place.at) {
    case 'start':
      return [...tilesOf(hall), ...groupsOf(hall), ...waysOf()]
    case 'group': {
      const room = roomFor(elder)
      const all = groupOf(hall, place.group)
      const here = all.slice(place.page * room, (place.page + 1) * room)
      const more: Choice[] =
        all.length > (place.page + 1) * room
          ? [{ key: 'later', label: words.later, to: { ...place, page: place.page + 1 } }]
          : []
      return [...here, ...more]
    }
    case 'posts':
      return postsOf(hall)
    case 'buildings':
      return buildingsOf(hall)
    case 'building':
      return people(hall.people.people.filter(({ buildings }) => buildings.includes(place.building)))
    case 'names': {
      const keys = keysFor(hall, place.typed, place.nine).filter(({ leads }) => leads)
      const shown = place.typed === '' ? [] : namesOf(hall, place.typed, place.nine).slice(0, elder ? NAMES - 2 : NAMES)
      return [
        ...people(shown),
        ...keys.map(({ key }) => ({
          key,
          label: { zh: key, en: key },
          to: { ...place, typed: place.typed + key },
        })),
      ]
    }
    case 'type':
      return []
    case 'card': {
      const way = wayOf(hall.people, place.about, { building: place.building })
      if (!way) return []
      if (mustAsk(way, elder)) return buildingsOf(hall, place.about)
      return people(way.owners.flatMap(({ person, standIn }) => (standIn ? [person, standIn] : [person])))
    }
  }
}

/** The ways that lead to a person or to words of one's own. */
export function waysOf(): Choice[] {
  return [
    { key: 'buildings', label: words.byBuilding, to: { at: 'buildings' } },
    { key: 'posts', label: words.byPost, to: { at: 'posts' } },
    { key: 'names', label: words.byName, to: { at: 'names', typed: '', nine: false } },
    { key: 'type', label: words.byWords, to: { at: 'type' } },
  ]
}
