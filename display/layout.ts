// Which wall this is, what it shows at this part of the day, and where. Pure.
import type { HoursFace, WallsView } from '#contract/views.ts'
import type { WallFace } from '#contract/walls.ts'
import type { DayPart, PanelName } from '#contract/words.ts'

type Layout = Omit<WallFace, 'id' | 'name'>

/** What a wall is like until it has heard of its layout. */
export const usual: Layout = {
  duty: 'hall',
  room: null,
  distance: 6,
  diagonal: 55,
  movement: true,
  night: null,
  panels: {
    before: ['clock', 'today', 'hours', 'plaques'],
    open: ['clock', 'calls', 'next', 'lanes', 'lit', 'today', 'plaques'],
    evening: ['clock', 'calls', 'next', 'lanes', 'lit', 'today', 'plaques'],
    closed: ['clock', 'hours', 'today', 'plaques'],
    holiday: ['clock', 'calls', 'next', 'lit', 'hours', 'plaques'],
  },
}

/** The wall of this display: the one that the address asks for, the one that it was given, or the first. */
export function wallFor(
  view: Pick<WallsView, 'walls' | 'assigned'> | undefined,
  { wanted, device }: { wanted: string | null; device: string | null },
): WallFace | undefined {
  const find = (id: string | null | undefined) => view?.walls.find((wall) => wall.id === id)
  return find(wanted) ?? find(device === null ? null : view?.assigned[device]) ?? view?.walls[0]
}

/** How long before the opening a wall says that the hall is about to open. */
const SOON = 2 * 3_600_000

/** `resting`: the hall is closed and nobody is left to be called. */
export function dayPart(
  hours: Pick<HoursFace, 'open' | 'next'> & Partial<Pick<HoursFace, 'holiday'>>,
  now: number,
  resting: boolean,
): DayPart {
  if (hours.holiday?.kind === 'rest') return 'holiday'
  if (!resting) return hours.open?.kind === 'extended' ? 'evening' : hours.open?.kind === 'holiday' ? 'holiday' : 'open'
  return hours.next && Date.parse(hours.next.at) - now <= SOON ? 'before' : 'closed'
}

/** `time`: 22:05 on the hall's clock. A night whose end is not later than its beginning goes over midnight. */
export function isNight(night: WallFace['night'], time: string): boolean {
  if (!night) return false
  const { from, until } = night
  return from < until ? from <= time && time < until : from <= time || time < until
}

/** Panels that belong to the queue stand left (or above); those of the house right (or below). The frame is neither. */
const queue: readonly PanelName[] = ['calls', 'next', 'lanes']
const frame: readonly PanelName[] = ['clock', 'plaques', 'lit']

export interface Arrangement {
  /** The call panels, in their order; none where this wall has no place for calls now. */
  queue: PanelName[]
  house: PanelName[]
  clock: boolean
  plaques: boolean
  lit: boolean
}

/** What stands where. A hall that is at rest calls nobody; who waits is called though the manager chose no panel for it. */
export function arrange(layout: Layout, part: DayPart, resting: boolean): Arrangement {
  const panels = layout.panels[part]
  const calls = !resting && (layout.duty === 'hall' || layout.duty === 'calls')
  return {
    queue: calls ? panels.filter((panel) => queue.includes(panel)) : [],
    house: panels.filter((panel) => !queue.includes(panel) && !frame.includes(panel)),
    clock: panels.includes('clock'),
    plaques: panels.includes('plaques'),
    lit: !resting && panels.includes('lit'),
  }
}

/** Bars and signs: glass that is far from the usual shape. */
export type Shape = 'landscape' | 'portrait' | 'wide' | 'tall'
export function shapeOf(width: number, height: number): Shape {
  const ratio = width / height
  return ratio > 2.6 ? 'wide' : ratio >= 1 ? 'landscape' : ratio > 0.4 ? 'portrait' : 'tall'
}

/** Every few minutes the picture of a wall at rest stands a little elsewhere, so that nothing burns in. Design pixels. */
const ORBIT = [
  [0, 0],
  [10, 4],
  [14, 12],
  [4, 16],
  [-8, 14],
  [-14, 4],
  [-10, -8],
  [2, -12],
] as const
const ORBIT_EVERY = 4 * 60_000
export function orbit(now: number): readonly [x: number, y: number] {
  return ORBIT[Math.floor(now / ORBIT_EVERY) % ORBIT.length] ?? ORBIT[0]
}

/** A page stands this long. */
export const PAGE_STANDS = 13_000

/** Design pixels of a wall's margins and of the space between its panels. */
export const MARGIN = { x: 44, y: 28 }
export const GAP = 24

/** Width of the house beside the calls, or of the calls beside the house, in design pixels; `inner`: of both and the gap. */
export function sideWidth(inner: number, far: number): number {
  // A window and until when, on one line.
  return Math.round(Math.min(inner * 0.42, Math.max(628, far * 8.6 + 60)))
}

/** How many columns of at least `least` stand side by side in a width. */
export function columnsIn(width: number, least: number): number {
  return Math.max(1, Math.floor((width + GAP) / (least + GAP)))
}
