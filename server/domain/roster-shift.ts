// The roster's own shapes: a shift in epoch milliseconds, and what the hall does on a date. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import type { SpanFace } from '#contract/views.ts'
import type { DutyKind } from '#contract/words.ts'

export interface Stretch {
  /** Epoch milliseconds; `to` exclusive. */
  from: number
  to: number
}

export interface RosterShift extends Stretch {
  id: string
  person: string
  kind: DutyKind
  /** The window's id. */
  window: string | null
  byHand: boolean
}

/** A date as the roster needs it: its published spans, and whether people have the day off. */
export interface RosterDay {
  date: HallDate
  rest: boolean
  holiday: Text | null
  spans: readonly SpanFace[]
}

/** Whole days away, both included. */
export interface Away {
  person: string
  from: HallDate
  to: HallDate
}

export const HOUR = 3_600_000

/** What everybody has the same share of. */
export const fairKinds = ['evening', 'weekend', 'holiday'] as const
export type FairKind = (typeof fairKinds)[number]
export const isFair = (kind: DutyKind): kind is FairKind => (fairKinds as readonly string[]).includes(kind)

/** 2026-4: evenings, weekends and holidays are shared out within it. */
export function quarterOf(date: HallDate): string {
  return `${date.slice(0, 4)}-${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** What is left of `whole` where none of `taken` is. */
export function subtract(whole: Stretch, taken: readonly Stretch[]): Stretch[] {
  let left = [{ from: whole.from, to: whole.to }]
  for (const { from, to } of taken) {
    // Nearly all of a quarter's shifts are somewhere else.
    if (to <= whole.from || from >= whole.to) continue
    left = left.flatMap((part) => {
      if (to <= part.from || from >= part.to) return [part]
      return [
        { from: part.from, to: Math.min(part.to, from) },
        { from: Math.max(part.from, to), to: part.to },
      ].filter((rest) => rest.from < rest.to)
    })
  }
  return left
}
