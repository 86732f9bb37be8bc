// The small faces that several views share: whitelists of a hall's facts. Pure.
import type { CallFace, DeskTicket, DutyFace, EventFace, LaneFace, Stamp } from '#contract/views.ts'
import type { CommitteeColour } from '#contract/words.ts'
import type { AwayFace, DeskMatter, UnservedLane } from '#contract/visits.ts'
import type { Book, Window } from '#domain/book.ts'
import type { Ticket } from '#domain/ticket.ts'
import type { Facts } from '#db/queries/facts.ts'
import { onDuty, type Shift } from '#domain/duty.ts'
import { serves } from '#domain/queue-order.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import { unservedLanes } from '#domain/open-windows.ts'
import { standOf } from '#domain/visit.ts'

/** A view without its stamp: what decides whether anything changed. */
export type Body<V extends Stamp> = Omit<V, keyof Stamp>

/** A window, by its number, and who receives there. */
export interface Receiver {
  window: number
  name: string
}

/** The colour of a number: that of the lane whose letter it carries, wherever it was transferred to. */
export function colourOf(book: Book, prefix: string): CommitteeColour {
  return book.lanes.find((lane) => lane.prefix === prefix)?.colour ?? 'blue'
}

export function numberOf(book: Book, window: string | null): number | null {
  return book.windows.find(({ id }) => id === window)?.number ?? null
}

export function laneFaces({ book, counts }: Facts): LaneFace[] {
  return book.lanes.map(({ id, prefix, name, colour }) => ({ id, prefix, name, colour, waiting: counts.get(id) ?? 0 }))
}

export function dutyFaces({ book, shifts }: Pick<Facts, 'book' | 'shifts'>, now: number): DutyFace[] {
  return onDuty(shifts, now).flatMap((shift) => dutyFace(book, shift) ?? [])
}

/** Who receives now at the windows that serve a lane, by the roster, each window once and in order. */
export function receiversOf(facts: Pick<Facts, 'book' | 'shifts'>, lane: string, now: number): Receiver[] {
  const duty = dutyFaces(facts, now)
  return facts.book.windows
    .filter((window) => serves(window, { lane, window: null }))
    .map(({ number }) => number)
    .sort((a, b) => a - b)
    .flatMap((window) => {
      const face = duty.find((one) => one.window === window)
      return face ? [{ window, name: face.name }] : []
    })
}

/** Null where the person is no longer in the book, or in their post on the day of the shift: the roster may not know yet. */
export function dutyFace(book: Book, { id, person, kind, window, startsAt, endsAt }: Shift): DutyFace | null {
  const who = book.people.get(person)
  const until = book.directory.cards.get(person)?.until ?? null
  if (!who || (until !== null && until < serviceDate(Date.parse(startsAt), book.hall.zone))) return null
  return {
    id,
    name: who.name,
    title: who.title,
    kind,
    from: startsAt,
    until: endsAt,
    window,
    colour: book.committees.find((one) => one.id === who.committee)?.colour ?? 'blue',
  }
}

/** Today's events that are not over. */
export function eventFaces({ events }: Facts, now: number): EventFace[] {
  return events.filter(({ endsAt }) => endsAt > iso(now))
}

/** The latest call of each ticket, newest first; whoever is called right now is always among them. */
export function callFaces({ book, calls }: Facts, most: number): CallFace[] {
  const seen = new Set<string>()
  const faces: CallFace[] = []
  for (const { id, at, again, window, ticket } of calls) {
    if (seen.has(ticket.id)) continue
    seen.add(ticket.id)
    const here = ticket.window === window && (ticket.state === 'called' || ticket.state === 'serving')
    const state = here ? (ticket.state as 'called' | 'serving') : 'past'
    const number = numberOf(book, window)
    if (number === null || (faces.length >= most && state !== 'called')) continue
    faces.push({
      id,
      label: label(ticket.prefix, ticket.number),
      window: number,
      colour: colourOf(book, ticket.prefix),
      at,
      again,
      state,
    })
  }
  return faces
}

export function deskTicket(book: Book, ticket: Ticket): DeskTicket {
  return {
    id: ticket.id,
    version: ticket.version,
    label: label(ticket.prefix, ticket.number),
    serviceDate: ticket.serviceDate,
    state: ticket.state,
    lane: ticket.lane,
    colour: colourOf(book, ticket.prefix),
    matter: ticket.matter,
    words: book.matterOf.get(ticket.matter)?.words ?? { zh: '其他', en: 'Other' },
    class: ticket.class,
    joinedAt: ticket.joinedAt,
    rankAt: ticket.rankAt,
    window: numberOf(book, ticket.window),
    calledAt: ticket.calledAt,
    startedAt: ticket.startedAt,
    calls: ticket.calls,
    printed: ticket.printed,
    ...(ticket.matters && { matters: deskMatters(book, ticket) }),
    ...(ticket.checklist && { checklist: ticket.checklist.map((one) => ({ ...one, missing: [...one.missing] })) }),
  }
}

const other = { zh: '其他', en: 'Other' }
const deskMatters = (book: Book, ticket: Ticket): DeskMatter[] =>
  standOf(ticket).map(({ matter, stand }) => ({ id: matter, words: book.matterOf.get(matter)?.words ?? other, stand }))

/** Lanes that nobody serves, while the hall is open. */
export function unservedFaces({ book, hours, seats, shifts, counts }: Facts, now: number): UnservedLane[] {
  return hours.open ? unservedLanes(book, { seats, shifts, counts, now }) : []
}

/** Whether a window serves, and its pause. */
export function openFace({ seats }: Facts, { id, away }: Window): { staffed: boolean; away?: AwayFace } {
  return { staffed: away === null && seats.has(id), ...awayFace(away) }
}
export const awayFace = (away: Window['away']): { away?: AwayFace } =>
  away === null ? {} : { away: { reason: away.reason, until: away.until } }
