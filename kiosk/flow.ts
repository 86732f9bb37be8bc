// The visitor's way through the kiosk, as plain values: which screens there are, what leads back, and when silence ends a visit. Pure.
import type { Failure } from '#assets/i18n/errors.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { CatalogView, DutyFace, MatterFace } from '#contract/views.ts'
import type { MostMatters } from '#contract/visits.ts'
import type { Place } from './find/tiles.ts'
import type { Slip, SlipWhy } from './lease/slip.ts'

/** One wish for a number: kept with its key until the hub has answered. */
export interface Order {
  key: string
  body: { matter: string; class: string; more?: readonly string[] }
}

/** `printing` until the printer has answered; `none` where this kiosk has no printer. */
export type Paper = 'printing' | 'printed' | 'failed' | 'none'

export interface Home {
  at: 'home'
}
export interface CommitteeStage {
  at: 'committee'
  committee: string
  page: number
  /** Where it was opened to choose one matter more. */
  from?: AnotherStage
}
/** As many matters as one number carries. */
export const MOST_MATTERS: MostMatters = 4
/** One matter more for the same number. `chosen`: those before it, in the order in which they were said. */
export interface AnotherStage {
  at: 'another'
  chosen: readonly string[]
  from: MatterStage
}
/** What can be read at the kiosk beside the matters. */
export interface Reading {
  at: 'events' | 'notices' | 'find' | 'appointment'
}
/** A code was scanned at home: it is looked up at once, and goes with this screen. */
export interface ScannedStage {
  at: 'appointment'
  scanned: string
}
/** Straight to a group or a card; `from`: the matter that led there, where it was one. */
export interface FindStage {
  at: 'find'
  trail: readonly Place[]
  from?: MatterStage
}
export interface MatterStage {
  at: 'matter'
  matter: string
  from: Home | CommitteeStage | FindStage | AnotherStage
  /** Matters that were chosen before this one. */
  chosen?: readonly string[]
}
export type Stage =
  | Home
  | Reading
  | ScannedStage
  | FindStage
  | CommitteeStage
  | AnotherStage
  | MatterStage
  | { at: 'taking'; order: Order }
  /** `slip`: it was taken without the hub. */
  | { at: 'number'; ticket: TicketFace; paper: Paper; slip?: Slip }
  /** `why`: the hub did not answer, and no number could be given without it. */
  | { at: 'trouble'; failure: Failure; order: Order; why?: SlipWhy }

export const home: Home = { at: 'home' }

/** Where the way back leads; null where there is none. */
export function back(stage: Stage): Home | CommitteeStage | FindStage | AnotherStage | MatterStage | null {
  switch (stage.at) {
    case 'committee':
      return stage.from ?? home
    case 'events':
    case 'notices':
    case 'appointment':
    case 'number':
    case 'trouble':
      return home
    case 'find':
      return ('from' in stage && stage.from) || home
    case 'matter':
    case 'another':
      return stage.from
    case 'home':
    case 'taking':
      return null
  }
}

/** One page of a list; a page that does not exist gives the nearest that does. */
export function pageOf<T>(list: readonly T[], page: number, size: number): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const at = Math.min(Math.max(0, page), pages - 1)
  return { items: list.slice(at * size, (at + 1) * size), page: at, pages }
}

/** The matters that home offers at one touch. */
export const COMMON = 8
export function commonMatters(catalog: CatalogView): MatterFace[] {
  return catalog.matters.filter(({ common }) => common).slice(0, COMMON)
}

/** Those who are in the hall now: at a window first. Patrols and telephone duty are elsewhere. */
export function present(duty: readonly DutyFace[], now: number): DutyFace[] {
  return duty
    .filter(({ kind, from, until }) => kind !== 'standby' && kind !== 'patrol' && within(from, until, now))
    .sort((a, b) => (a.window ?? 99) - (b.window ?? 99))
}

/** Those who answer the telephone when the hall is closed. */
export function onCall(duty: readonly DutyFace[], now: number): DutyFace[] {
  return duty.filter(({ kind, from, until }) => kind === 'standby' && within(from, until, now))
}

function within(from: string, until: string, now: number): boolean {
  return Date.parse(from) <= now && now < Date.parse(until)
}

/** Failures after which it is not known whether a number was taken, or which pass: the same key may be sent again. */
export function mayTryAgain({ code }: Failure): boolean {
  return ['offline', 'internal', 'hub_stopping', 'storage_full', 'too_many_requests'].includes(code)
}

/** Milliseconds without a touch: until the question comes, that it stays, and that a number stays on the glass. */
export const ASK_AFTER = 45_000
export const ASK_FOR = 15_000
export const NUMBER_STAYS = 25_000
export const NUMBER_STAYS_UNPRINTED = 60_000

/** What silence means now. `left`: whole seconds until the visit ends. */
export type Quiet = { is: 'fine' } | { is: 'counting' | 'asking'; left: number } | { is: 'over' }

const fine: Quiet = { is: 'fine' }

export function quiet(stage: Stage, silence: number): Quiet {
  switch (stage.at) {
    case 'taking':
      return fine // the hub has the word, not the visitor
    case 'number': {
      const stays = stage.paper === 'printed' ? NUMBER_STAYS : NUMBER_STAYS_UNPRINTED
      return silence >= stays ? { is: 'over' } : { is: 'counting', left: Math.ceil((stays - silence) / 1000) }
    }
    case 'home': // nobody to ask: only the language and the type step go back
      return silence >= ASK_AFTER + ASK_FOR ? { is: 'over' } : fine
    case 'committee':
    case 'another':
    case 'events':
    case 'notices':
    case 'find':
    case 'appointment':
    case 'matter':
    case 'trouble':
      if (silence < ASK_AFTER) return fine
      if (silence >= ASK_AFTER + ASK_FOR) return { is: 'over' }
      return { is: 'asking', left: Math.ceil((ASK_AFTER + ASK_FOR - silence) / 1000) }
  }
}
