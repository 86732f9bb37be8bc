// Leave as whoever looks may see it; for the manager, before consenting, with what nobody would be there for. Pure.
import type { GapFace, LeaveFace } from '#contract/roster.ts'
import { rosterDays } from '#domain/roster-days.ts'
import type { Share } from '#domain/roster-fair.ts'
import { gapsOf, type Gap } from '#domain/roster-gaps.ts'
import type { RosterShift } from '#domain/roster-shift.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import type { Leave } from '#db/queries/roster-requests.ts'
import { gapFaces, named } from './roster-faces.ts'
import type { RosterPage } from './roster-view.ts'

export function leaveFaces(page: RosterPage, shares: readonly Share[]): LeaveFace[] {
  const { book, now, me, manager, shifts } = page
  return page.leave
    .filter(({ person }) => manager || person === me)
    .map((leave) => {
      const { id, state, person, from, to, kind, reason, minutes, askedAt } = leave
      const theirs = shifts.filter(
        (shift) => shift.person === person && shift.from > now && touches(shift, leave, page),
      )
      return {
        ...{ id, state, person: named(book, person), from, to, kind, reason, minutes, askedAt },
        shifts: theirs.length,
        opens: manager && state === 'asked' ? opened(page, leave, { theirs, shares }) : [],
      }
    })
}

function touches(shift: RosterShift, { from, to }: Leave, { book }: RosterPage): boolean {
  const { zone } = book.hall
  return serviceDate(shift.from, zone) <= to && from <= serviceDate(shift.to - 1, zone)
}

/** The gaps that are there once the leave is granted, and not before. */
function opened(
  page: RosterPage,
  leave: Leave,
  { theirs, shares }: { theirs: readonly RosterShift[]; shares: readonly Share[] },
): GapFace[] {
  if (theirs.length === 0) return []
  const { book, now, shifts, away } = page
  const { zone } = book.hall
  const today = serviceDate(now, zone)
  // A night before the first day reaches into it.
  const from = plusDays(leave.from, -1)
  const days = rosterDays(book.hours, { from: from < today ? today : from, to: plusDays(leave.to, 1) })
  const plan = { ...page, days, shares, zone }
  const before = new Set(gapsOf(plan).map(nameOf))
  const without = shifts.filter((shift) => !theirs.includes(shift))
  const after = gapsOf({ ...plan, shifts: without, away: [...away, leave] })
  return gapFaces(
    page,
    after.filter((gap) => !before.has(nameOf(gap))),
  )
}

const nameOf = ({ need }: Gap) => `${need.id} ${need.stretches.map(({ from, to }) => `${from}-${to}`).join()}`
