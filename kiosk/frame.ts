// What every kiosk screen is given beside its own matter: the newest view, the hub's clock and how far both may be trusted.
import type { Freshness } from '#assets/hub/freshness.ts'
import type { KioskView } from '#contract/views.ts'

export interface Frame {
  kiosk: KioskView
  /** The hub's clock, epoch milliseconds. */
  now: number
  freshness: Freshness
  silence: number
  /** The bigger type step. */
  elder: boolean
  onelder: () => void
}
