// Appointments in the one order: a slot gives a place, and lateness moves it by the same rule that places everybody else. Pure.
import type { Instant } from '#contract/text.ts'
import { iso } from './service-day.ts'

const MINUTE = 60_000

/** Minutes. `headStart`: that of an appointment which is kept. `grace`: how late one may come and keep it. */
export interface AppointmentRule {
  headStart: number
  grace: number
  /** Earlier than this before the slot the place counts as that of a walk-in, and the slot waits. */
  early: number
}

export type Arrival = 'early' | 'on_time' | 'late' | 'absent'

/** How somebody stands to their slot who has arrived at `arrived`, or who has not by `now`. Epoch milliseconds; null: still to come. */
export function arrivalOf(
  { slot, arrived, now }: { slot: number; arrived: number | null; now: number },
  { grace, early }: AppointmentRule,
): Arrival | null {
  if (arrived === null) return now > slot + grace * MINUTE ? 'absent' : null
  if (arrived > slot + grace * MINUTE) return 'late'
  return arrived < slot - early * MINUTE ? 'early' : 'on_time'
}

/**
 * The rank of an appointment that checks in. On time it counts as if one had joined at the slot, or on arrival after it, with the head start
 * of an appointment; whoever comes too late joins like everybody else. In no case is one worse off than a walk-in of one's class, and in no
 * case ahead of those who came longer before one's arrival than the larger of the two head starts. So walk-ins never starve: one with
 * rank r goes before everybody who arrives after r plus the largest head start, however many slots are sold.
 */
export function rankOfAppointment(
  { slot, arrived, classHeadStart }: { slot: number; arrived: number; classHeadStart: number },
  { headStart, grace }: AppointmentRule,
): Instant {
  const walkIn = arrived - classHeadStart * MINUTE
  if (arrived > slot + grace * MINUTE) return iso(walkIn)
  return iso(Math.min(walkIn, Math.max(slot, arrived) - headStart * MINUTE))
}
