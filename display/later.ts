// The parts of a wall that its first picture does not need, each loaded once when it is needed, and all of them soon after: a wall that
// loses its hub has them already.
import type { Component } from 'svelte'
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

/** One promise for each part, so that it is there at once when it is needed again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= load().catch((error: unknown) => {
      // A hub that is away for a moment is asked again next time.
      loading = undefined
      throw error
    })
    return loading
  }
}

const housePanels = new Map(
  Object.entries(files).map(([name, file]) => [
    name,
    once<Loaded>(async () => (await panels[`./panels/${file}.svelte`]?.())?.default ?? null),
  ]),
)

export const later = {
  calling: once(() => import('./panels/Calling.svelte')),
  closed: once(() => import('./panels/Closed.svelte')),
  door: once(() => import('./panels/Door.svelte')),
  notice: once(() => import('./panels/Notice.svelte')),
  soundNote: once(() => import('./panels/SoundNote.svelte')),
  spotlight: once(() => import('./panels/Spotlight.svelte')),
  strip: once(() => import('#assets/ui/FreshnessStrip.svelte')),
  panel: (name: PanelName): Promise<Loaded> => housePanels.get(name)?.() ?? Promise.resolve(null),
}

/** Load everything, so that nothing is missing when the hub is. */
export async function loadAll(): Promise<void> {
  const { panel, ...parts } = later
  const names = Object.keys(files) as PanelName[]
  await Promise.allSettled([...Object.values(parts).map((load) => load()), ...names.map(panel)])
}
