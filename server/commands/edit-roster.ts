// The manager changes single shifts, of the draft or of the published roster: never what has begun, and nobody into two places.
import { refuse, type Refusal } from '#contract/errors.ts'
import type { FillGap, SetShift } from '#contract/roster.ts'
import type { RosterShift } from '#domain/roster-shift.ts'
import { HOUR } from '#domain/roster-shift.ts'
import { instantAt, iso, plusDays } from '#domain/service-day.ts'
import {
  dropDraftShifts,
  dropShifts,
  findShift,
  insertDraftShifts,
  putShift,
  readDraft,
  readRoster,
} from '#db/queries/roster.ts'
import { lapseSwaps } from '#db/queries/roster-requests.ts'
import { newId } from '../ids.ts'
import { dateOf } from './roster-facts.ts'
import type { Outcome, Room } from './run.ts'

export async function setShift(room: Room, body: SetShift): Promise<Outcome> {
  const { book, now } = room
  const { date, from, to, person, kind, window, draft } = body
  const end = to > from ? date : plusDays(date, 1)
  const id = body.id ?? newId(now)
  const shift = {
    ...{ id, person, kind, window, byHand: true },
    from: instantAt(date, from, book.hall.zone),
    to: instantAt(end, to, book.hall.zone),
  }
  if (body.id !== null) {
    const old = await findHere(room, body.id, draft)
    if (!old) return refuse('shift_unknown')
    if (old.from <= now) return refuse('shift_past')
  }
  return place(room, [shift], draft)
}

export async function fillGap(room: Room, { draft, person, kind, window, stretches }: FillGap): Promise<Outcome> {
  const shifts = stretches.map(({ from, until }) => ({
    ...{ id: newId(room.now), person, kind, window, byHand: true },
    from: Date.parse(from),
    to: Date.parse(until),
  }))
  return place(room, shifts, draft)
}

/** A gap of a shift that is running now may be filled from now on. */
const LATE = HOUR / 4

async function place(room: Room, shifts: RosterShift[], inDraft: boolean): Promise<Outcome> {
  const { trx, hall, book, now } = room
  for (const { person, window, from, to } of shifts) {
    if (!book.people.has(person)) return refuse('person_unknown')
    if (window !== null && !book.windows.some(({ id }) => id === window)) return refuse('window_unknown')
    if (from <= now - LATE || to <= now) return refuse('shift_past')
  }
  const draft = inDraft ? await readDraft(trx, hall) : null
  if (inDraft && !draft) return refuse('draft_unknown')
  for (const shift of shifts) {
    const there = draft?.shifts ?? (await readRoster(trx, hall, shift))
    const clash = clashOf(room, shift, there)
    if (clash) return { ok: false, refusal: clash }
  }
  for (const shift of shifts) {
    if (draft) {
      await dropDraftShifts(trx, hall, [shift.id])
      await insertDraftShifts(trx, hall, [shift])
    } else {
      await putShift(trx, hall, shift)
      await mirror(room, shift)
    }
  }
  await lapseSwaps(trx, hall, iso(now))
  return {
    ok: true,
    reply: { id: shifts[0]!.id },
    book: true,
    act: { act: draft ? 'draft-shift' : 'shift-set', ...actOf(room, shifts[0]!) },
  }
}

/** The same person somewhere else at the same time. */
export function clashOf({ book }: Room, shift: RosterShift, there: readonly RosterShift[]): Refusal | null {
  const other = there.find(
    ({ id, person, from, to }) => id !== shift.id && person === shift.person && from < shift.to && shift.from < to,
  )
  if (!other) return null
  const person = book.people.get(shift.person)?.name ?? shift.person
  return { code: 'shift_clash', facts: { person, from: iso(other.from), until: iso(other.to) } }
}

/** What is changed in the published roster while a draft of that date is looked at stands in the draft as well. */
export async function mirror({ trx, hall, book }: Room, shift: RosterShift): Promise<void> {
  const draft = await readDraft(trx, hall)
  const date = dateOf(shift, book.hall.zone)
  if (!draft || date < draft.from || date > draft.to) return
  const gone = draft.shifts.filter(({ id, person, window, kind, from, to }) => {
    const samePlace = shift.window === null ? window === null && kind === shift.kind : window === shift.window
    return id === shift.id || ((samePlace || person === shift.person) && from < shift.to && shift.from < to)
  })
  await dropDraftShifts(
    trx,
    hall,
    gone.map(({ id }) => id),
  )
  await insertDraftShifts(trx, hall, [shift])
}

export async function removeShift(room: Room, id: string, inDraft: boolean): Promise<Outcome> {
  const { trx, hall, now } = room
  const shift = await findHere(room, id, inDraft)
  if (!shift) return refuse('shift_unknown')
  if (shift.from <= now) return refuse('shift_past')
  await dropDraftShifts(trx, hall, [id])
  if (!inDraft) {
    await dropShifts(trx, hall, [id])
    await lapseSwaps(trx, hall, iso(now))
  }
  return {
    ok: true,
    reply: { id },
    book: true,
    act: { act: inDraft ? 'draft-shift-remove' : 'shift-remove', ...actOf(room, shift) },
  }
}

async function findHere({ trx, hall }: Room, id: string, inDraft: boolean): Promise<RosterShift | null> {
  if (!inDraft) return findShift(trx, hall, id)
  return (await readDraft(trx, hall))?.shifts.find((shift) => shift.id === id) ?? null
}

/** Who, and on which date. */
export function actOf({ book }: Room, shift: RosterShift): { about: string; detail: string } {
  return { about: book.people.get(shift.person)?.name ?? shift.person, detail: dateOf(shift, book.hall.zone) }
}
