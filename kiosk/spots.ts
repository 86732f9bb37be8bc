// What can be touched on home, on a committee's list and on a matter's screen, and where each touch leads. The screens draw these choices
// and no others, so that the touches from home to any card can be counted. Pure.
import { wayOf } from '#assets/find/way.ts'
import type { CatalogView, MatterFace, PeopleView } from '#contract/views.ts'
import {
  choicesOf,
  groupsOf,
  mustAsk,
  roomFor,
  start,
  tilesOf,
  type Choice,
  type Hall,
  type Place,
} from './find/places.ts'
import { words } from './find/text.ts'
import { commonMatters, pageOf, type CommitteeStage, type Home } from './flow.ts'

/** Where a visit stands, without what led there. */
export type Spot = Home | CommitteeStage | { at: 'matter'; matter: string } | Place

/** A choice that may lead out of "who to turn to". */
export interface Door extends Omit<Choice, 'to'> {
  to: Spot
}

/** As many pictures as stand in one row on home. */
const PICTURES = 4

const matterDoor = ({ id, words: label }: MatterFace): Door => ({
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

/** The matters of a committee, as far as they fit on one page. */
export function listOf(catalog: CatalogView, { committee, page }: CommitteeStage, elder: boolean) {
  const own = catalog.matters.filter((matter) => matter.committee === committee)
  const { items, ...rest } = pageOf(own, page, roomFor(elder))
  return { ...rest, items: items.map(matterDoor) }
}

/** Whoever is responsible for a matter, in full: to print, to take along, or by building. */
export const wholeCard = (matter: string): Place => ({ at: 'card', about: { matter }, building: null })

/** Everything that one touch leads to; what is typed freely aside. */
export function doorsOf(hall: Hall, spot: Spot, elder = false): Door[] {
  switch (spot.at) {
    case 'home':
      return [
        ...commonOf(hall.catalog),
        ...picturesOf(hall),
        ...kindsOf(hall.catalog, hall.people),
        { key: 'find', label: words.title, to: start },
      ]
    case 'committee': {
      const { items, page, pages } = listOf(hall.catalog, spot, elder)
      return page + 1 < pages
        ? [...items, { key: 'later', label: words.later, to: { ...spot, page: page + 1 } }]
        : items
    }
    case 'matter':
      return wayOf(hall.people, { matter: spot.matter })
        ? [{ key: 'responsible', label: words.responsible, to: wholeCard(spot.matter) }]
        : []
    default:
      return choicesOf(hall, spot, elder)
  }
}

/** Which card is on the glass: matter:roof-leak, person:shan, building:b3; null where none is yet. */
export function cardAt(hall: Hall, spot: Spot, elder = false): string | null {
  if (spot.at === 'building') return `building:${spot.building}`
  const place = spot.at === 'matter' ? wholeCard(spot.matter) : spot
  if (place.at !== 'card') return null
  const way = wayOf(hall.people, place.about, { building: place.building })
  if (!way || mustAsk(way, elder)) return null
  return Object.entries(place.about)
    .map(([kind, id]) => `${kind}:${id}`)
    .join()
}
