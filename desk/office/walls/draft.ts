// A wall while it is being laid out: from what stands and back to what is sent, and what each change does. Pure.
import type { WallChoices, WallFace, WallPlan } from '#contract/walls.ts'
import type { DayPart, PanelName, WallDuty } from '#contract/words.ts'
import { panelName } from '#assets/i18n/wall-words.ts'
import { farthest, readingSizes, unitOf, type Glass } from '#assets/ui/reading-size.ts'
import { newName, type Fault } from './text.ts'

export interface Draft {
  /** Null for a wall that is not there yet. */
  id: string | null
  zh: string
  en: string
  duty: WallDuty
  room: string
  distance: number | null
  diagonal: number | null
  movement: boolean
  night: { from: string; until: string } | null
  panels: Record<DayPart, PanelName[]>
}

const copy = (panels: WallFace['panels']): Draft['panels'] => ({
  before: [...panels.before],
  open: [...panels.open],
  evening: [...panels.evening],
  closed: [...panels.closed],
  holiday: [...panels.holiday],
})

export function draftOf({ id, name, duty, room, distance, diagonal, movement, night, panels }: WallFace): Draft {
  return {
    id,
    zh: name.zh,
    en: name.en,
    duty,
    room: room?.id ?? '',
    distance,
    diagonal,
    movement,
    night: night && { ...night },
    panels: copy(panels),
  }
}

/** A new wall, as walls of its duty usually are. */
export function newDraft(duty: WallDuty, usual: WallChoices['usual']): Draft {
  const { panels, night, ...rest } = usual[duty]
  const name = newName[duty]
  return {
    id: null,
    zh: name.zh,
    en: name.en,
    duty,
    room: '',
    ...rest,
    night: night && { ...night },
    panels: copy(panels),
  }
}

/** Another duty brings what is usual for it; the name stays where somebody wrote it. */
export function turnTo(draft: Draft, duty: WallDuty, usual: WallChoices['usual']): Draft {
  const fresh = newDraft(duty, usual)
  const written = draft.zh.trim() !== '' && draft.zh !== newName[draft.duty].zh
  return { ...fresh, id: draft.id, ...(written && { zh: draft.zh, en: draft.en }) }
}

const inRange = (figure: number | null, least: number, most: number) =>
  figure !== null && Number.isFinite(figure) && figure >= least && figure <= most

export function faultsOf(draft: Draft): Fault[] {
  const faults: Fault[] = []
  if (draft.zh.trim() === '' || draft.en.trim() === '') faults.push('name')
  if (draft.duty === 'door' && draft.room === '') faults.push('room')
  if (!inRange(draft.distance, 0.5, 20)) faults.push('distance')
  if (!inRange(draft.diagonal, 5, 200)) faults.push('diagonal')
  if (draft.night && draft.night.from === draft.night.until) faults.push('night')
  return faults
}

/** Tenths, as the hub asks for. */
const tenths = (figure: number | null, usual: number) => Math.round((figure ?? usual) * 10) / 10

export function planOf({ id: _, zh, en, room, distance, diagonal, ...rest }: Draft): WallPlan {
  return {
    ...rest,
    name: { zh: zh.trim(), en: en.trim() },
    room: rest.duty === 'door' ? room : null,
    distance: tenths(distance, 6),
    diagonal: tenths(diagonal, 55),
  }
}

/** The wall that would come of it, for the preview. */
export function faceOf(draft: Draft, rooms: WallChoices['rooms']): WallFace {
  const { name, distance = 6, diagonal = 55 } = planOf(draft)
  const room = draft.duty === 'door' ? rooms.find(({ id }) => id === draft.room) : undefined
  return {
    id: draft.id ?? 'new',
    name,
    duty: draft.duty,
    room: room ? { ...room, about: room.name } : null,
    distance: Math.min(20, Math.max(0.5, distance)),
    diagonal: Math.min(200, Math.max(5, diagonal)),
    movement: draft.movement,
    night: draft.night,
    panels: draft.panels,
  }
}

const queue: readonly PanelName[] = ['calls', 'next', 'lanes']

/** The panels that a wall of this duty can show at this part of the day; of those that are not in `chosen`. */
export function offered(duty: WallDuty, part: DayPart, chosen: readonly PanelName[]): PanelName[] {
  const closed = part === 'before' || part === 'closed'
  const shows = (panel: PanelName) => {
    if (queue.includes(panel)) return !closed && duty !== 'house'
    return panel !== 'lit' || !closed
  }
  return (Object.keys(panelName) as PanelName[]).filter((panel) => shows(panel) && !chosen.includes(panel))
}

/** `by`: -1 towards the front, 1 towards the end. At the ends nothing changes. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list]
  const [here, there] = [next[index], next[index + by]]
  if (here === undefined || there === undefined) return next
  next[index] = there
  next[index + by] = here
  return next
}

/** CSS pixels from what a screen reports: 1080×1920@1. */
export function pixelsOf(size: string): { width: number; height: number } | null {
  const [, width, height] = /^(\d+)×(\d+)/.exec(size) ?? []
  return width && height ? { width: Number(width), height: Number(height) } : null
}

/** What is told of the type on a glass: pixels of that glass, and the height of a number in millimetres. */
export function sizesOn(distance: number, glass: Glass) {
  const { number, far, near, distance: reached } = readingSizes(distance, glass)
  const u = unitOf(glass)
  const millimetre = (glass.diagonal * 25.4) / Math.hypot(glass.width, glass.height)
  const high = number * 0.733 * u
  return {
    number: Math.round(high),
    far: Math.round(far * u),
    near: Math.round(near * u),
    millimetres: Math.round(high * millimetre),
    /** Null where the glass is large enough. */
    farthest: reached < distance ? farthest(glass) : null,
  }
}
