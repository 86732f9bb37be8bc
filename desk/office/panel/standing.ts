// How each lane stands against its target, from the desk's own view and the hub's panel. Pure.
import type { PanelView } from '#contract/closing.ts'
import type { DeskView } from '#contract/views.ts'

export type Standing = 'quiet' | 'fine' | 'near' | 'over' | 'unserved'

export interface LaneStanding {
  id: string
  standing: Standing
  waiting: number
  over: number
  target: number
  /** Minutes that the one who waits longest has waited; null while nobody does. */
  longest: number | null
  next: string[]
  /** Numbers of the windows that serve it and have somebody at them. */
  windows: number[]
}

/** From this share of the target on it is near. */
const NEAR = 0.75
const MINUTE = 60_000

/** Staffed, and not left for a pause. */
type SeatedWindow = DeskView['windows'][number] & { away?: unknown }
export const isOpen = (window: SeatedWindow): boolean => window.staff !== null && !window.away

/** `now`: the hub's clock, epoch milliseconds. */
export function laneStandings(desk: DeskView, panel: PanelView, now: number): LaneStanding[] {
  return desk.lanes.map(({ id, waiting }) => {
    const { target = panel.targets.wait, over = 0, since = null } = panel.lanes.find((lane) => lane.id === id) ?? {}
    const longest = since === null || waiting === 0 ? null : Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE))
    const windows = desk.windows
      .filter((window) => isOpen(window) && (window.allRound || window.lanes.includes(id)))
      .map(({ number }) => number)
    const next = desk.waiting.filter(({ lane, window }) => lane === id && window === null).map(({ label }) => label)
    return { id, waiting, over, target, longest, next: next.slice(0, 3), windows, standing: standingOf() }

    function standingOf(): Standing {
      if (windows.length === 0) return 'unserved'
      if (waiting === 0 || longest === null) return 'quiet'
      if (over > 0 || longest > target) return 'over'
      return longest >= target * NEAR ? 'near' : 'fine'
    }
  })
}
