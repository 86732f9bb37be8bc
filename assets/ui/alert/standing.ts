// Whether a message is on. Apart from its looks: every screen asks this all the time, and has the looks only later. Pure.
import type { AlertFace } from '#contract/views.ts'

/** What is to be shown now: nothing that has expired, whether the hub is heard or not. `now`: epoch milliseconds. */
export function standing(alert: AlertFace | null | undefined, now: number): AlertFace | null {
  return alert && now < Date.parse(alert.expiresAt) ? alert : null
}
