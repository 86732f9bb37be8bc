// What can be touched on home (home-doors.ts), on a committee's list and on a matter's screen, and where each touch leads. The screens draw these choices
// and no others, so that the touches from home to any card can be counted. Pure.
import { wayOf } from '#assets/find/way.ts'
import type { CatalogView } from '#contract/views.ts'
import { choicesOf, mustAsk, roomFor, start } from './find/places.ts'
import { words } from './find/text.ts'
import type { Hall } from './find/tiles.ts'
import { pageOf, type CommitteeStage } from './flow.ts'
import { commonOf, kindsOf, matterDoor, picturesOf, wholeCard, type Door, type Spot } from './home-doors.ts'

/** The matters of a committee, as far as they fit on one page. */
export function listOf(catalog: CatalogView, { committee, page }: CommitteeStage, elder: boolean) {
  const own = catalog.matters.filter((matter) => matter.committee === committee)
  const { items, ...rest } = pageOf(own, page, roomFor(elder))
  return { ...rest, items: items.map(matterDoor) }
}

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
