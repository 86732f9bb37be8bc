// One number, several matters: which are settled, which comes next and in what order they are best served. Pure.
import type { Text, Instant } from '#contract/text.ts'
import { MOST_MATTERS, type MatterStand } from '#contract/visits.ts'
import { serves, type Server } from './queue-order.ts'
import type { Ticket } from './ticket.ts'

export interface VisitMatter {
  matter: string
  done: boolean
}

/** What is missing for one matter of a ticket; the texts as they stood when it was found. */
export interface MissingThings {
  matter: string
  missing: readonly Text[]
  /** The clerk's own line; may be empty. */
  note: string
  at: Instant
}

type Of = Pick<Ticket, 'matter' | 'matters' | 'state'>

/** All matters of a ticket in their order. */
export function mattersOf({ matter, matters, state }: Of): readonly VisitMatter[] {
  return matters ?? [{ matter, done: state === 'done' }]
}

/** The same, each with where it stands. */
export function standOf(ticket: Of): { matter: string; stand: MatterStand }[] {
  return mattersOf(ticket).map(({ matter, done }) => ({
    matter,
    stand: done ? 'done' : matter === ticket.matter ? 'now' : 'next',
  }))
}

/** Those still to come after the current one, in order. */
export function toCome(ticket: Of): string[] {
  return standOf(ticket).flatMap(({ matter, stand }) => (stand === 'next' ? [matter] : []))
}

/** With one more matter at the end; null where it is there already, or there is no more room. */
export function withMatter(ticket: Of, matter: string): readonly VisitMatter[] | null {
  const all = mattersOf(ticket)
  if (all.length >= MOST_MATTERS || all.some((one) => one.matter === matter)) return null
  return [...all, { matter, done: false }]
}

/** Without a matter that is still to come; null where it is not one of those. */
export function withoutMatter(ticket: Of, matter: string): readonly VisitMatter[] | null {
  return toCome(ticket).includes(matter) ? mattersOf(ticket).filter((one) => one.matter !== matter) : null
}

/** With the current matter settled. */
export function settled(ticket: Of): readonly VisitMatter[] {
  return mattersOf(ticket).map((one) => (one.matter === ticket.matter ? { ...one, done: true } : one))
}

interface Wanted {
  id: string
  lane: string
}

/**
 * In which order matters are asked for, so that as many as possible are settled at one window: of all orders the one with the fewest
 * windows; then the one whose first lane has the fewest open windows that could not do it all; then as it was said. `open`: windows
 * at which somebody is.
 */
export function inBestOrder<T extends Wanted>(wanted: readonly T[], open: readonly Server[]): T[] {
  const costs = orders(wanted).map((order) => ({
    order,
    windows: windowsFor(order, open),
    others: others(order, open),
  }))
  const best = costs.reduce((one, other) =>
    other.windows < one.windows || (other.windows === one.windows && other.others < one.others) ? other : one,
  )
  return best.order
}

const can = (window: Server, { lane }: Wanted) => serves(window, { lane, window: null })

/** How many windows it takes, each going on for as long as it can. */
function windowsFor(order: readonly Wanted[], open: readonly Server[]): number {
  let [windows, at] = [0, 0]
  while (at < order.length) {
    const runs = open.map((window) => {
      const stop = order.slice(at).findIndex((one) => !can(window, one))
      return stop < 0 ? order.length - at : stop
    })
    at += Math.max(1, ...runs)
    windows += 1
  }
  return windows
}

const others = ([first, ...rest]: readonly Wanted[], open: readonly Server[]): number =>
  first ? open.filter((window) => can(window, first) && !rest.every((one) => can(window, one))).length : 0

/** All orders, the one that was said first. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((one, at) => orders(list.filter((_, place) => place !== at)).map((rest) => [one, ...rest]))
}
