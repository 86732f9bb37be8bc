// The places of "who to turn to", and the choices that home shows of them: what happened, and everything by kind. Pure.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { About } from '#contract/people.ts'
import type { CatalogView, CommitteeFace, PeopleView } from '#contract/views.ts'
import type { TileIcon } from '#contract/words.ts'
import { words } from './tiles-text.ts'

export type Place =
  | { at: 'start' }
  | { at: 'group'; group: string; page: number }
  | { at: 'posts' }
  | { at: 'buildings' }
  /** "My building": its people. */
  | { at: 'building'; building: string }
  /** By name: `nine`, on the keys of a telephone, else on letters. */
  | { at: 'names'; typed: string; nine: boolean }
  /** Free text. */
  | { at: 'type' }
  | { at: 'card'; about: About; building: string | null }

export interface Hall {
  people: PeopleView
  catalog: CatalogView
}

export interface Choice {
  key: string
  label: Text
  to: Place
  icon?: TileIcon
  committee?: CommitteeFace
}

export const card = (about: About, building: string | null = null): Place => ({ at: 'card', about, building })

/** By what happened: the hall's own big buttons. */
export const tilesOf = ({ people }: Hall): Choice[] =>
  people.tiles.map(({ icon, words: label, about }, at) => ({ key: `tile-${at}`, label, icon, to: card(about) }))

/** Everything else, by kind: what happens suddenly, papers and stamps, and the matters of each committee in residents' words. */
export function groupsOf({ people, catalog }: Hall): Choice[] {
  const to = (group: string): Place => ({ at: 'group', group, page: 0 })
  const sorts = [
    ['event', words.events],
    ['paper', words.papers],
  ] as const
  return [
    ...sorts
      .filter(([kind]) => people.answers.some((answer) => answer.kind === kind))
      .map(([kind, label]) => ({ key: kind, label, to: to(kind) })),
    ...catalog.committees
      .filter(({ id }) => catalog.matters.some(({ committee }) => committee === id))
      .map((committee) => ({ key: committee.id, label: committee.about, committee, to: to(committee.id) })),
  ]
}
