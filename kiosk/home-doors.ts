// What can be touched on home, and where each touch leads. The screen draws these choices and no others. Pure.
import type { CatalogView, MatterFace, PeopleView } from '#contract/views.ts'
import { groupsOf, tilesOf, type Choice, type Hall, type Place } from './find/tiles.ts'
import { commonMatters, type CommitteeStage, type Home } from './flow.ts'

/** Where a visit stands, without what led there. */
export type Spot = Home | CommitteeStage | { at: 'matter'; matter: string } | Place

/** A choice that may lead out of "who to turn to". */
export interface Door extends Omit<Choice, 'to'> {
  to: Spot
}

/** As many pictures as stand in one row on home. */
const PICTURES = 4

export const matterDoor = ({ id, words: label }: MatterFace): Door => ({
  key: `matter-${id}`,
  label,
  to: { at: 'matter', matter: id },
})

/** The common matters with their committees, each one touch from its number. */
export function commonOf(catalog: CatalogView): Door[] {
  const committees = new Map(catalog.committees.map((one) => [one.id, one]))
  return commonMatters(catalog).map((matter) => {
    const committee = committees.get(matter.committee)
    return { ...matterDoor(matter), ...(committee && { committee }) }
  })
}

/** What happened, as the hall's own first pictures; what is among the common matters is not said twice. */
export function picturesOf(hall: Hall): Door[] {
  const common = new Set(commonMatters(hall.catalog).map(({ id }) => id))
  return tilesOf(hall)
    .filter(({ to }) => !(to.at === 'card' && 'matter' in to.about && common.has(to.about.matter)))
    .slice(0, PICTURES)
    .map((tile) => ({ ...tile, to: outward(hall, tile.to) }))
}

/** Everything else, by kind. Before the hub has said who is who: the committees' matters. */
export function kindsOf(catalog: CatalogView, people: PeopleView | undefined): Door[] {
  const none = { answers: [] as PeopleView['answers'] } as PeopleView
  return groupsOf({ catalog, people: people ?? none }).map((group) => ({
    ...group,
    to: group.committee ? { at: 'committee', committee: group.committee.id, page: 0 } : group.to,
  }))
}

/** A card of a matter that numbers are given for is the matter's own screen: how it goes, who is responsible, and the number. */
function outward({ catalog }: Hall, to: Place): Spot {
  if (to.at !== 'card' || !('matter' in to.about)) return to
  const { matter } = to.about
  return catalog.matters.some(({ id }) => id === matter) ? { at: 'matter', matter } : to
}

/** Whoever is responsible for a matter, in full: to print, to take along, or by building. */
export const wholeCard = (matter: string): Place => ({ at: 'card', about: { matter }, building: null })
