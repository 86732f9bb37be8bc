// How many touches lead to each card: a walk over everything that can be touched, from home on. Pure.
import { home } from '../flow.ts'
import { cardAt, doorsOf } from '../spots.ts'
import { type Spot } from '../home-doors.ts'
import type { Hall } from './tiles.ts'

/** The shortest way to each card, as the keys that are touched. */
export function touchesTo(
  hall: Hall,
  { from = home, elder = false, deepest = 4 }: { from?: Spot; elder?: boolean; deepest?: number } = {},
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const seen = new Set<string>([JSON.stringify(from)])
  let edge: { spot: Spot; touched: string[] }[] = [{ spot: from, touched: [] }]
  for (let depth = 0; depth <= deepest && edge.length > 0; depth += 1) {
    const next: typeof edge = []
    for (const { spot, touched } of edge) {
      const card = cardAt(hall, spot, elder)
      if (card !== null && !found.has(card)) found.set(card, touched)
      for (const { key, to } of doorsOf(hall, spot, elder)) {
        const name = JSON.stringify(to)
        if (seen.has(name)) continue
        seen.add(name)
        next.push({ spot: to, touched: [...touched, key] })
      }
    }
    edge = next
  }
  return found
}
