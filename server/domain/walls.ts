// How the hall's walls are laid out, and what a wall is like as long as nobody changes it. Pure.
import type { WallFace, WallPlan } from '#contract/walls.ts'
import type { DayPart, PanelName, WallDuty } from '#contract/words.ts'

export interface Walls {
  walls: readonly WallFace[]
  /** Device id → wall id. */
  assigned: Readonly<Record<string, string>>
}

/** Each panel that a wall of this duty has at this part of the day, the weightiest first. */
const usualPanels: Record<WallDuty, Record<DayPart, readonly PanelName[]>> = {
  hall: {
    before: ['clock', 'reception', 'today', 'hours', 'notices', 'plaques'],
    open: ['clock', 'calls', 'next', 'lanes', 'lit', 'today', 'notices', 'plaques'],
    evening: ['clock', 'calls', 'next', 'lanes', 'lit', 'today', 'month', 'plaques'],
    closed: ['clock', 'hours', 'today', 'month', 'notices', 'plaques'],
    holiday: ['clock', 'hours', 'calls', 'next', 'lit', 'month', 'notices', 'plaques'],
  },
  calls: {
    before: ['clock', 'hours', 'reception'],
    open: ['clock', 'calls', 'next', 'lanes'],
    evening: ['clock', 'calls', 'next', 'lanes'],
    closed: ['clock', 'hours'],
    holiday: ['clock', 'calls', 'next', 'hours'],
  },
  house: {
    before: ['clock', 'reception', 'today', 'hours', 'rooms', 'month', 'notices', 'plaques'],
    open: ['clock', 'lit', 'today', 'reception', 'rooms', 'hours', 'month', 'notices', 'plaques'],
    evening: ['clock', 'lit', 'today', 'rooms', 'month', 'hours', 'notices', 'plaques'],
    closed: ['clock', 'hours', 'today', 'month', 'rooms', 'notices', 'plaques'],
    holiday: ['clock', 'hours', 'lit', 'month', 'rooms', 'notices', 'plaques'],
  },
  door: { before: ['clock'], open: ['clock'], evening: ['clock'], closed: ['clock'], holiday: ['clock'] },
}

type Usual = Pick<WallFace, 'distance' | 'diagonal' | 'movement' | 'night' | 'panels'>

/** A wall of this duty before anybody changed it: read from six metres on 55 inches; a sign beside a door from one and a half. */
export function usualWall(duty: WallDuty): Usual {
  const panels = Object.fromEntries(
    Object.entries(usualPanels[duty]).map(([part, names]) => [part, [...names]]),
  ) as Record<DayPart, PanelName[]>
  return {
    distance: duty === 'door' ? 1.5 : duty === 'house' ? 4 : 6,
    diagonal: duty === 'door' ? 22 : 55,
    movement: true,
    night: { from: '21:30', until: '06:30' },
    panels,
  }
}

/** A wall as it is shown: what its plan leaves out is as usual. A room that is no longer in the book is none. */
export function wallOf(
  id: string,
  { name, duty, room, panels, ...plan }: WallPlan,
  rooms: ReadonlyMap<string, { name: WallFace['name']; about: WallFace['name'] }>,
): WallFace {
  const usual = usualWall(duty)
  const sign = duty === 'door' && room ? rooms.get(room) : undefined
  return {
    id,
    name,
    duty,
    room: sign && room ? { id: room, name: sign.name, about: sign.about } : null,
    distance: plan.distance ?? usual.distance,
    diagonal: plan.diagonal ?? usual.diagonal,
    movement: plan.movement ?? usual.movement,
    night: plan.night === undefined ? usual.night : plan.night,
    panels: { ...usual.panels, ...panels },
  }
}

/** The wall of a hall that has set up none. */
export const firstWall = { id: 'main', name: { zh: '大厅大屏', en: 'Hall wall' }, duty: 'hall' } as const
