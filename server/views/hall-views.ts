// The views of the hall's own screens, each a whitelist for one audience. Pure: facts and the time in, a view's body out.
import type { BoardView, CatalogView, DeskView, KioskView } from '#contract/views.ts'
import type { DeskFacts, Facts } from '#db/queries/facts.ts'
import { APPOINTMENT_CLASS } from '#domain/appointment-days.ts'
import type { Book } from '#domain/book.ts'
import { classRule } from '#domain/class-rule.ts'
import { compareRank, nextFor, serves } from '#domain/queue-order.ts'
import { label } from '#domain/ticket.ts'
import { never, type BookView } from './book-view.ts'
import {
  awayFace,
  callFaces,
  colourOf,
  deskTicket,
  dutyFaces,
  eventFaces,
  laneFaces,
  openFace,
  unservedFaces,
  type Body,
} from './faces.ts'

export function boardView(facts: Facts, now: number): Body<BoardView> {
  const { book, waiting } = facts
  return {
    hall: book.hall,
    hours: facts.hours,
    calls: callFaces(facts, 8),
    next: [...waiting]
      .sort(compareRank)
      .slice(0, 6)
      .map(({ prefix, number }) => ({ label: label(prefix, number), colour: colourOf(book, prefix) })),
    lanes: laneFaces(facts),
    windows: book.windows.map((window) => {
      const { id, number, name } = window
      const current = facts.atWindows.find((ticket) => ticket.window === id)
      return {
        number,
        name,
        ...openFace(facts, window),
        label: current ? label(current.prefix, current.number) : null,
      }
    }),
    duty: dutyFaces(facts, now),
    events: eventFaces(facts, now),
    outOfOrder: facts.outOfOrder,
  }
}

export function kioskView(facts: Facts & Pick<DeskFacts, 'waits'>, now: number): Body<KioskView> {
  return {
    hall: facts.book.hall,
    hours: facts.hours,
    lanes: laneFaces(facts),
    duty: dutyFaces(facts, now),
    hotlines: facts.book.hotlines,
    unserved: unservedFaces(facts, now),
    waits: Object.fromEntries(facts.waits),
  }
}

/** What an appointment gives, where one can be had. */
function appointmentClass({ appointments, classes }: Book): Pick<CatalogView, 'appointment'> {
  const own = classes.find(({ id }) => id === APPOINTMENT_CLASS)
  if (appointments.size === 0 || !own) return {}
  return { appointment: { id: own.id, name: own.name, headStart: own.headStart } }
}

export const catalogView: BookView<CatalogView> = {
  build: ({ book }) => ({
    committees: book.committees,
    matters: book.matters,
    classes: book.classes
      .filter(({ choice }) => choice)
      .map(({ id, name, headStart }) => ({ id, name, headStart }))
      .sort((a, b) => a.headStart - b.headStart),
    ...appointmentClass(book),
    rule: classRule(book.classes),
    windows: book.windows.map(({ number, allRound, lanes }) => ({
      number,
      lanes: book.lanes.flatMap(({ id }) => (allRound || lanes.includes(id) ? [id] : [])),
    })),
  }),
  next: never,
}

export function deskView(facts: Facts & DeskFacts, now: number): Body<DeskView> {
  const { book } = facts
  const face = (ticket: DeskFacts['queue'][number]) => {
    const band = facts.bands.get(ticket.id)?.band
    return { ...deskTicket(book, ticket), ...(band && { band }) }
  }
  const sent = facts.queue.filter(({ window }) => window !== null)
  return {
    hall: book.hall,
    hours: facts.hours,
    lanes: laneFaces(facts),
    windows: book.windows.map((window) => {
      const current = facts.atWindows.find((ticket) => ticket.window === window.id)
      const undo = facts.undo.get(window.id)
      // Those sent to another window stand in a lane's count but do not wait for this window.
      const elsewhere = sent.filter(
        (ticket) => !serves(window, ticket) && serves(window, { ...ticket, window: null }),
      ).length
      const fromElsewhere = sent.filter(
        (ticket) => serves(window, ticket) && !serves(window, { ...ticket, window: null }),
      ).length
      const inLanes = book.lanes
        .filter(({ id }) => window.allRound || window.lanes.includes(id))
        .reduce((sum, { id }) => sum + (facts.counts.get(id) ?? 0), 0)
      return {
        id: window.id,
        number: window.number,
        name: window.name,
        allRound: window.allRound,
        lanes: window.lanes,
        staff: facts.seats.get(window.id)?.name ?? null,
        ...awayFace(window.away),
        current: current ? face(current) : null,
        next: nextFor(window, facts.queue).slice(0, 3).map(face),
        waiting: inLanes - elsewhere + fromElsewhere,
        undo: undo ? { label: label(undo.ticket.prefix, undo.ticket.number), step: undo.step } : null,
      }
    }),
    unserved: unservedFaces(facts, now),
    waiting: [...facts.queue].sort(compareRank).slice(0, 60).map(face),
    held: facts.held.map(face),
    missed: facts.missed.map(face),
    gone: facts.gone.map(face),
    leftover: facts.leftover.map(face),
    unprinted: facts.unprinted.map(face),
    duty: dutyFaces(facts, now),
    printers: [...book.printers],
    slips: facts.slips,
  }
}
