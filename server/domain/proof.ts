// What a call has proven of itself: which walls painted it, which spoke it to its end, and whether nobody could have noticed it. Pure.
import type { Instant } from '#contract/text.ts'
import type { CallTrouble, SoundState, WallDuty } from '#contract/words.ts'
import type { Walls } from './walls.ts'

/** What stands for a wall's device id where the phone that follows the number did it. */
export const PHONE = 'phone'
/** A wall that is connected paints a call well within this. Milliseconds of the hub's clock. */
export const PAINTS_WITHIN = 5000
/** Without a single wall that can be heard, a call is unheard once it had the time to be painted. */
export const SILENT_AFTER = PAINTS_WITHIN
/** Four calls at once take turns; the last of them is spoken well within this. */
export const SPEAKS_WITHIN = 60_000

/** Of one screen, for one call. */
export interface Proof {
  screen: string
  paintedAt: Instant | null
  spokenAt: Instant | null
}

export interface ProvenCall {
  at: Instant
  proofs: readonly Proof[]
}

/** A wall that shows calls and is connected. `since`: epoch milliseconds. `sound`: null as long as it did not say. */
export interface Listening {
  device: string
  since: number
  sound: SoundState | null
}

/** The house's walls show calls in passing, a door's sign not at all: only these are asked to prove one. */
const proves: Record<WallDuty, boolean> = { hall: true, calls: true, house: false, door: false }

/** True where a display has to prove calls. `wall`: the one that it says it paints; else the one that it was given, else the first. */
export function showsCalls({ walls, assigned }: Walls, device: string, wall: string | null): boolean {
  const id = wall ?? assigned[device]
  const its = walls.find((one) => one.id === id) ?? walls[0]
  return its !== undefined && proves[its.duty]
}

/** Somebody could see it and somebody could hear it, to the end. */
export function isProven(proofs: readonly Proof[]): boolean {
  return proofs.some(({ paintedAt }) => paintedAt !== null) && proofs.some(({ spokenAt }) => spokenAt !== null)
}

export const provenCalls = (calls: readonly ProvenCall[]): number =>
  calls.filter(({ proofs }) => isProven(proofs)).length

/** Whether a number may be marked as missed: enough of its calls were proven, or the clerk says why. */
export function mayMiss({ proven, needed, reason }: { proven: number; needed: number; reason: boolean }): boolean {
  return reason || proven >= needed
}

export interface Noticed {
  walls: number
  shown: number
  spoken: number
  phone: boolean
  trouble: CallTrouble | null
}

/**
 * How far a call was noticed by `now`. It counts the walls that were there when it was made, and those that proved it all the same.
 * A wall that proved it and went away since has shown it.
 */
export function noticed({ at, proofs }: ProvenCall, listening: readonly Listening[], now: number): Noticed {
  const called = Date.parse(at)
  const onWalls = proofs.filter(({ screen }) => screen !== PHONE)
  const there = listening.filter(({ since }) => since <= called + PAINTS_WITHIN)
  const walls = new Set([...onWalls.map(({ screen }) => screen), ...there.map(({ device }) => device)]).size
  const shown = onWalls.filter(({ paintedAt }) => paintedAt !== null).length
  const spoken = onWalls.filter(({ spokenAt }) => spokenAt !== null).length
  const phone = proofs.some(({ screen, paintedAt }) => screen === PHONE && paintedAt !== null)
  const age = now - called
  const heard = proofs.some(({ spokenAt }) => spokenAt !== null)
  const audible = there.some(({ sound }) => sound !== 'blocked' && sound !== 'broken')
  const trouble =
    phone || (shown > 0 && heard)
      ? null
      : walls === 0
        ? 'no_wall'
        : shown === 0
          ? age >= PAINTS_WITHIN
            ? 'not_shown'
            : null
          : age >= (audible ? SPEAKS_WITHIN : SILENT_AFTER)
            ? 'not_spoken'
            : null
  return { walls, shown, spoken, phone, trouble }
}
