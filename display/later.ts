// The parts of a wall that its first picture does not need, each loaded once when it is needed, and all of them soon after: a wall that
// loses its hub has them already.
import type { Component } from 'svelte'
import { loadOnce } from '#assets/hub/load-once.ts'
import type { PanelName } from '#contract/words.ts'

type Loaded = Component<Record<string, unknown>> | null

/** Panels of the house. What a panel is given is the same for all of them; each takes what it needs. */
const panels = import.meta.glob<{ default: Component<Record<string, unknown>> }>([
  './panels/Hours.svelte',
  './panels/Reception.svelte',
  './panels/Month.svelte',
  './panels/Rooms.svelte',
  './panels/NoticePages.svelte',
])
const files: Partial<Record<PanelName, string>> = {
  hours: 'Hours',
  reception: 'Reception',
  month: 'Month',
  rooms: 'Rooms',
  notices: 'NoticePages',
}

const housePanels = new Map(
  Object.entries(files).map(([name, file]) => [
    name,
    loadOnce<Loaded>(async () => (await panels[`./panels/${file}.svelte`]?.())?.default ?? null),
  ]),
)

export const later = {
  calling: loadOnce(() => import('./panels/Calling.svelte')),
  closed: loadOnce(() => import('./panels/Closed.svelte')),
  door: loadOnce(() => import('./panels/Door.svelte')),
  notice: loadOnce(() => import('./panels/Notice.svelte')),
  soundNote: loadOnce(() => import('./panels/SoundNote.svelte')),
  spotlight: loadOnce(() => import('./panels/Spotlight.svelte')),
  standby: loadOnce(() => import('./Standby.svelte')),
  strip: loadOnce(() => import('#assets/ui/FreshnessStrip.svelte')),
  voice: loadOnce(() => import('./calls/voice.svelte.ts')),
  panel: (name: PanelName): Promise<Loaded> => housePanels.get(name)?.() ?? Promise.resolve(null),
}

const { panel, ...parts } = later

/** All of it, so that nothing is missing when the hub is. */
export const everything: readonly (() => Promise<unknown>)[] = [
  ...Object.values(parts),
  ...(Object.keys(files) as PanelName[]).map((name) => () => panel(name)),
]
