// From what was found to whom to turn: the people responsible, for those who live in a building, and who stands in. Pure.
import type { About, AnswerFace, BuildingFace, MatterWay, PersonFace, PlaceFace } from '#contract/people.ts'
import type { HotlineFace, PeopleView } from '#contract/views.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { post as postWords } from '#assets/i18n/words.ts'

export interface Owner {
  person: PersonFace
  rank: number
  standIn: PersonFace | null
}

export interface Way {
  about: About
  words: Text
  /** Who is asked first, then second; of each rank whoever is there comes first. */
  owners: Owner[]
  /** It depends on where one lives, and that was not said yet. */
  asks: boolean
  building: BuildingFace | null
  matter: MatterWay | null
  answer: AnswerFace | null
  place: PlaceFace | null
  hotlines: HotlineFace[]
}

/** Null: it is no longer there. */
export function wayOf(
  view: PeopleView,
  about: About,
  { building = null, hotlines = [] }: { building?: string | null; hotlines?: readonly HotlineFace[] } = {},
): Way | null {
  const found = look(view, about)
  if (!found) return null
  const people = new Map(view.people.map((person) => [person.id, person]))
  const fits = (ids: readonly string[], rank: number) =>
    ids.flatMap((id) => {
      const person = people.get(id)
      return person && (building === null || isFor(person.buildings, building)) ? [{ person, rank }] : []
    })
  const all = [...fits(found.first, 1), ...fits(found.second ?? [], 2)]
  const owners = all.map(({ person, rank }): Owner => {
    if (person.here) return { person, rank, standIn: null }
    // Whoever else is responsible and there; then whom the hub names.
    const other = all.find((one) => one.person.here && covers(one.person, person))
    return { person, rank, standIn: other?.person ?? people.get(person.standIn ?? '') ?? null }
  })
  const first = owners.filter(({ rank }) => rank === owners[0]?.rank)
  return {
    about,
    words: found.words,
    owners,
    asks: building === null && first.length > 1 && first.every(({ person }) => person.buildings.length > 0),
    building: view.buildings.find(({ id }) => id === building) ?? null,
    matter: found.matter,
    answer: found.answer,
    place: view.places[found.answer?.place ?? -1] ?? null,
    hotlines: (found.hotlines ?? []).flatMap((id) => hotlines.find((one) => one.id === id) ?? []),
  }
}

interface Found {
  words: Text
  first: readonly string[]
  second?: readonly string[] | undefined
  hotlines?: readonly string[] | undefined
  matter: MatterWay | null
  answer: AnswerFace | null
}

function look(view: PeopleView, about: About): Found | null {
  if ('matter' in about) {
    const matter = view.matters.find(({ id }) => id === about.matter)
    return matter ? { ...matter, matter, answer: null } : null
  }
  if ('answer' in about) {
    const answer = view.answers.find(({ id }) => id === about.answer)
    return answer ? { ...answer, matter: null, answer } : null
  }
  const none = { matter: null, answer: null }
  if ('post' in about) {
    const holders = view.people.filter(({ posts }) => posts.includes(about.post))
    const there = [...holders].sort((a, b) => Number(b.here !== undefined) - Number(a.here !== undefined))
    return holders.length > 0 ? { ...none, words: postWords[about.post], first: there.map(({ id }) => id) } : null
  }
  const person = view.people.find(({ id }) => id === about.person)
  return person ? { ...none, words: { zh: person.name, en: person.name }, first: [person.id] } : null
}

/** Somebody of other buildings is no help. */
const covers = (one: PersonFace, other: PersonFace): boolean =>
  one.buildings.length === 0 ||
  (other.buildings.length > 0 && other.buildings.every((building) => isFor(one.buildings, building)))

export const isFor = (buildings: readonly string[], building: string): boolean =>
  buildings.length === 0 || buildings.includes(building)

/** The people of one building, nearest first: its leaders, then who is for it among others. */
export function peopleOf(view: PeopleView, building: string): PersonFace[] {
  return view.people
    .filter(({ buildings }) => buildings.includes(building))
    .sort((a, b) => a.buildings.length - b.buildings.length || nearness(a) - nearness(b))
}

const near = ['building_leader', 'second_leader', 'property_manager', 'grid_worker', 'police', 'owners_committee']
const nearness = ({ posts }: PersonFace): number => near.indexOf(posts[0] ?? '')
