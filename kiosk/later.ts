// The screens of the kiosk that its first picture does not need, each loaded once when it is needed, and all of them soon after: a touch
// finds them there, and so does a kiosk that loses its hub.
import { loadAllOf, loadOnce } from '#assets/hub/load-once.ts'

export const later = {
  matter: loadOnce(() => import('./screens/Matter.svelte')),
  committee: loadOnce(() => import('./screens/Committee.svelte')),
  taken: loadOnce(() => import('./screens/Taken.svelte')),
  trouble: loadOnce(() => import('./screens/Trouble.svelte')),
  question: loadOnce(() => import('./screens/Question.svelte')),
  another: loadOnce(() => import('./visit/Another.svelte')),
  find: loadOnce(() => import('./find/Find.svelte')),
  offline: loadOnce(() => import('./lease/OfflineNumber.svelte')),
  keeper: loadOnce(() => import('./lease/keeper.ts')),
  printers: loadOnce(() => import('./printing/printers.ts')),
  report: loadOnce(() => import('#assets/find/report.ts')),
  appointment: loadOnce(() => import('./appointment/CheckIn.svelte')),
  events: loadOnce(() => import('./reading/Events.svelte')),
  notices: loadOnce(() => import('./reading/Notices.svelte')),
  pairing: loadOnce(() => import('#assets/ui/PairingScreen.svelte')),
}

/** Milliseconds from the first picture. */
const SOON = 1500

/**
 * Load everything once the first picture stands, what comes first at a visit first. From then on, which the page says of itself, the hub
 * may be away. Returns what ends it.
 */
export const loadSoon = (): (() => void) =>
  loadAllOf(Object.values(later), { after: SOON, whole: () => (document.documentElement.dataset.whole = '') })
