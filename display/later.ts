// The parts of a wall that its first picture does not need, each loaded once when it is needed, and all of them soon after: a wall that
// loses its hub has them already.
import type { Component } from 'svelte'
import { loadOnce } from '#assets/hub/load-once.ts'
import type { PanelName } from '#contract/words.ts'

/** What a panel of the house is given is the same for all of them; each takes what it needs. */
const panel = (load: () => Promise<{ default: unknown }>) =>
  loadOnce(load) as () => Promise<{ default: Component<Record<string, unknown>> }>

const house: Partial<Record<PanelName, ReturnType<typeof panel>>> = {
  hours: panel(() => import('./panels/Hours.svelte')),
  reception: panel(() => import('./panels/Reception.svelte')),
  month: panel(() => import('./panels/Month.svelte')),
  rooms: panel(() => import('./panels/Rooms.svelte')),
  notices: panel(() => import('./panels/NoticePages.svelte')),
}

const parts = {
  calling: loadOnce(() => import('./panels/Calling.svelte')),
  closed: loadOnce(() => import('./panels/Closed.svelte')),
  door: loadOnce(() => import('./panels/Door.svelte')),
  ledger: loadOnce(() => import('./ledger-text.ts')),
  notice: loadOnce(() => import('./panels/Notice.svelte')),
  soundNote: loadOnce(() => import('./panels/SoundNote.svelte')),
  spotlight: loadOnce(() => import('./panels/Spotlight.svelte')),
  standby: loadOnce(() => import('./Standby.svelte')),
  strip: loadOnce(() => import('#assets/ui/FreshnessStrip.svelte')),
  voice: loadOnce(() => import('./calls/voice.svelte.ts')),
}

export const later = { ...parts, house }

/** All of it, so that nothing is missing when the hub is. */
export const everything: readonly (() => Promise<unknown>)[] = [...Object.values(parts), ...Object.values(house)]
