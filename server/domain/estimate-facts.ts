// What the estimate looks at, and what it says. Types only.
import type { NoBand } from '#contract/estimates.ts'
import type { Instant } from '#contract/text.ts'
import type { Calibration } from './estimate-calibrate.ts'
import type { Learned } from './estimate-learn.ts'
import type { Ranked, Server } from './queue-order.ts'

export interface WaitingTicket extends Ranked {
  matter: string
}

/** A window with somebody at it, or left for a pause. Instants in epoch milliseconds. */
export interface StaffedWindow extends Server {
  /** Who is called or served, and since when they were called; null between two visitors. */
  current: { matter: string; since: number } | null
  /** The id of its last call today; changes with each call and with nothing else. */
  lastCall: string | null
  /** Since when it has been left for a pause, in the middle of the day, and the hour of the hall's clock then; null while somebody is there. */
  away: { since: number; hour: number } | null
  /** Since when it has called nobody although it could; null while it has somebody, or where nobody waits for it. */
  idleSince: number | null
}

export interface QueueFacts {
  /** Epoch milliseconds. */
  now: number
  /** The hour of the hall's clock. */
  hour: number
  /** In any order. */
  waiting: readonly WaitingTicket[]
  windows: readonly StaffedWindow[]
  /** Standard minutes by matter. */
  standards: ReadonlyMap<string, number>
  /** Those with a head start who took a number within the last hour, wherever they are now. Head starts in minutes. */
  entitled: readonly { lane: string; headStart: number; matter: string }[]
  /** Appointments of the next hour that have not arrived. `slot`: epoch milliseconds. */
  expected: readonly { lane: string; matter: string; slot: number; rankAt: Instant }[]
  /** When the windows stop, as far as is known; null where they stay until everybody was served. */
  closes: number | null
}

/** What the hall has learned by the morning of the service day. It stays the same all day: today teaches tomorrow. */
export interface EstimateModel {
  learned: Learned
  calibration: readonly Calibration[]
}

/** Minutes from `at`. Four of five are called within `low` and `high`, which are whole. */
export interface Band {
  low: number
  high: number
  /** Half are called before. Not shown: what is learned from the outcome needs it. */
  middle: number
  /** The row of the calibration that made it. */
  row: number
}

export interface Estimate {
  /** Waiting tickets that a window which serves this one calls before it. */
  ahead: number
  band: Band | null
  why: NoBand | null
  /** When it was computed, epoch milliseconds: the last event that concerns this ticket. */
  at: number
  /** What it rests on: as long as this stays the same, what is shown stays the same. */
  key: number
}
