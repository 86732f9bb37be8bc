// How many touches lead to each card: a walk over everything that can be touched, from the first screen on. Pure.
import { wayOf } from '#assets/find/way.ts'
import { choicesOf, mustAsk, start, type Hall, type Place } from './places.ts'

/** Which card is on the glass: matter:roof-leak, person:shan, building:b3; null where none is yet. */
export function cardAt(hall: Hall, place: Place, elder = false): string | null {
  if (place.at === 'building') return `building:${place.building}`
  if (place.at !== 'card') return null
  const way = wayOf(hall.people, place.about, { building: place.building })
  if (!way || mustAsk(way, elder)) return null
  return Object.entries(place.about)
    .map(([kind, id]) => `${kind}:${id}`)
    .join()
}

/** The shortest way to each card, as the keys that are touched. */
export function touchesTo(hall: Hall, { elder = false, deepest = 4 } = {}): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const seen = new Set<string>([JSON.stringify(start)])
  let edge: { place: Place; touched: string[] }[] = [{ place: start, touched: [] }]
  for (let depth = 0; depth <= deepest && edge.length > 0; depth += 1) {
    const next: typeof edge = []
    for (const { place, touched } of edge) {
      const card = cardAt(hall, place, elder)
      if (card !== null && !found.has(card)) found.set(card, touched)
      for (const { key, to } of choicesOf(hall, place, elder)) {
        const name = JSON.stringify(to)
        if (seen.has(name)) continue
        seen.add(name)
        next.push({ place: to, touched: [...touched, key] })
      }
    }
    edge = next
  }
  return found
}
