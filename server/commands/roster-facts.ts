// What every command and page of the roster decides with: its rules, leave, and the shifts around some dates.
import type { RosterRules } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import { usualRules } from '#domain/roster-rules.ts'
import { rosterDays } from '#domain/roster-days.ts'
import type { Away, RosterDay, RosterShift } from '#domain/roster-shift.ts'
import { instantAt, plusDays, serviceDate } from '#domain/service-day.ts'
import type { Db } from '#db/database.ts'
import { readRoster, readRules } from '#db/queries/roster.ts'
import { readLeave, type Leave } from '#db/queries/roster-requests.ts'

/** Days before and after that a rule can reach to: six days in a row, and a night. */
export const REACH = 8
const WEEKS = 8

export interface RosterFacts {
  rules: RosterRules
  zone: string
  leave: Leave[]
  /** Granted leave. */
  away: Away[]
}

export async function rosterFacts(
  db: Db,
  book: Book,
  { from, now }: { from: HallDate; now: number },
): Promise<RosterFacts> {
  const leave = await readLeave(db, book.id, plusDays(from, -REACH))
  return {
    rules: (await readRules(db, book.id)) ?? (await rulesFromShifts(db, book, now)),
    zone: book.hall.zone,
    leave,
    away: leave.filter(({ state }) => state === 'granted'),
  }
}

async function rulesFromShifts(db: Db, book: Book, now: number): Promise<RosterRules> {
  const reach = WEEKS * 7 * 86_400_000
  const shifts = await readRoster(db, book.id, { from: now - reach, to: now + reach })
  // The all-round window is the one that is staffed at every hour.
  const windows = book.windows.toSorted((a, b) => Number(b.allRound) - Number(a.allRound) || a.number - b.number)
  return usualRules(
    windows.map(({ id }) => id),
    shifts,
  )
}

/** The published shifts from one date to another, both included. */
export async function shiftsOf(
  db: Db,
  book: Book,
  { from, to }: { from: HallDate; to: HallDate },
): Promise<RosterShift[]> {
  const { zone } = book.hall
  return readRoster(db, book.id, { from: instantAt(from, '00:00', zone), to: instantAt(to, '24:00', zone) })
}

/** The hall's dates with the one after the last, which says when its night ends. */
export function daysAnd(book: Book, { from, to }: { from: HallDate; to: HallDate }): RosterDay[] {
  return rosterDays(book.hours, { from, to: plusDays(to, 1) })
}

/** The first and the last date of the quarters that some dates lie in. */
export function quartersOf({ from, to }: { from: HallDate; to: HallDate }): { from: HallDate; to: HallDate } {
  const begin = (date: HallDate) => Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
  const first = `${from.slice(0, 4)}-${String(begin(from)).padStart(2, '0')}-01`
  const lastMonth = begin(to) + 3
  const year = Number(to.slice(0, 4)) + (lastMonth > 12 ? 1 : 0)
  const after = `${year}-${String(lastMonth > 12 ? 1 : lastMonth).padStart(2, '0')}-01`
  return { from: first, to: plusDays(after, -1) }
}

export const dateOf = (shift: { from: number }, zone: string): HallDate => serviceDate(shift.from, zone)
