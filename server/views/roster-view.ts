// The office's page of duty, for one member of staff: the whole roster, their own affairs, and for the manager everybody's. Pure.
import type { RosterReply, RosterRules, ShiftFace } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import { rosterProblems } from '#domain/roster-check.ts'
import { differences, sharesOf, type Share } from '#domain/roster-fair.ts'
import { gapsOf } from '#domain/roster-gaps.ts'
import { quarterOf, type Away, type RosterDay, type RosterShift } from '#domain/roster-shift.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import type { Draft } from '#db/queries/roster.ts'
import type { Leave, RestBalance, RestRow, Swap } from '#db/queries/roster-requests.ts'
import { gapFaces, named } from './roster-faces.ts'
import { leaveFaces } from './roster-leave-view.ts'

export interface RosterPage {
  book: Book
  now: number
  me: string | null
  manager: boolean
  rules: RosterRules
  away: Away[]
  leave: Leave[]
  swaps: Swap[]
  /** Published shifts of the quarter, and around everything that is shown. */
  shifts: RosterShift[]
  draft: Draft | null
  /** The days on the page. */
  days: RosterDay[]
  /** From today on: the days whose gaps are told, and one more. */
  ahead: RosterDay[]
  /** The draft's days, and one more. */
  draftDays: RosterDay[]
  balances: Map<string, RestBalance>
  ledger: RestRow[]
  publishedTo: string | null
}

/** How many days ahead one's own duties are listed. */
const MINE = 30

export function rosterPage(page: RosterPage): RosterReply {
  const { book, now, me, manager, rules, shifts, draft, days } = page
  const { zone } = book.hall
  const today = serviceDate(now, zone)
  const face = faces(page, shifts)
  const from = instantAt(days[0]!.date, '00:00', zone)
  const to = instantAt(days.at(-1)!.date, '24:00', zone)
  const shares = sharesOf(shifts, { rules, away: page.away, quarter: quarterOf(today), zone })
  const visible = (person: string) => manager || person === me
  return {
    today,
    days: days.map(({ date, rest, holiday, spans }) => ({ date, rest, holiday, spans: [...spans] })),
    me,
    windows: book.windows.map(({ id, number, name }) => ({ id, number, name })),
    people: peopleOf(page),
    shifts: shifts.filter((shift) => shift.to > from && shift.from < to).map(face),
    mine: shifts
      .filter(({ person, to: end, from: begin }) => person === me && end > now && begin < now + MINE * 86_400_000)
      .map(face),
    gaps: manager ? gapFaces(page, gapsOf({ ...page, days: page.ahead, shares, zone })) : null,
    draft: manager && draft ? draftOf(page, draft) : null,
    fairness: manager ? shares.map((share) => fairFace(book, share)) : [],
    swaps: page.swaps.flatMap((swap) => {
      const mine = manager || swap.person === me || swap.colleague === me
      const shift = shifts.find(({ id }) => id === swap.shift)
      if (!mine || !shift) return []
      const back = shifts.find(({ id }) => id === swap.back)
      return [
        {
          id: swap.id,
          state: swap.state,
          person: named(book, swap.person),
          colleague: named(book, swap.colleague),
          shift: face(shift),
          back: back ? face(back) : null,
          askedAt: swap.askedAt,
          problems: swap.state === 'asked' || swap.state === 'agreed' ? after(page, swap) : [],
        },
      ]
    }),
    leave: leaveFaces(page, shares),
    ledger: page.ledger
      .filter(({ person }) => visible(person))
      .map(({ id, person, date, minutes, why, note }) => ({
        ...{ id, person, name: named(book, person).name },
        date,
        minutes,
        why,
        note,
      })),
    rules: manager ? rules : null,
    publishedTo: page.publishedTo === null ? null : serviceDate(Date.parse(page.publishedTo), zone),
  }
}

function colourOf(book: Book, person: string) {
  const committee = book.people.get(person)?.committee
  return book.committees.find(({ id }) => id === committee)?.colour ?? 'blue'
}

/** Everybody in the rules and in the roster; all people of the hall for the manager, who may add them. */
function peopleOf({ book, rules, shifts, me, manager, balances }: RosterPage): RosterReply['people'] {
  const known = new Set([...rules.members.map(({ person }) => person), ...shifts.map(({ person }) => person)])
  return [...book.people.values()]
    .filter(({ id }) => manager || known.has(id))
    .map(({ id, name, title }) => ({
      ...{ id, name, title, colour: colourOf(book, id) },
      ...(manager || id === me ? balanceOf(balances.get(id)) : { rest: null, earned: null, taken: null }),
    }))
}

const balanceOf = ({ earned, taken, left }: RestBalance = { earned: 0, taken: 0, left: 0 }) => ({
  ...{ earned, taken },
  rest: left,
})

/** Faces of shifts with what is wrong with them, judged among all of `shifts`. */
function faces({ book, rules, away, swaps, now }: RosterPage, shifts: readonly RosterShift[]) {
  const { zone } = book.hall
  const problems = new Map<string, ShiftFace['problems']>()
  for (const { shift, problem } of rosterProblems(near(shifts, now), { rules, away, zone }))
    problems.set(shift, [...(problems.get(shift) ?? []), problem])
  const asked = new Set(swaps.filter(({ state }) => state === 'asked' || state === 'agreed').map(({ shift }) => shift))
  return (shift: RosterShift): ShiftFace => ({
    id: shift.id,
    ...{ person: shift.person, kind: shift.kind, window: shift.window, byHand: shift.byHand },
    name: named(book, shift.person).name,
    colour: colourOf(book, shift.person),
    date: serviceDate(shift.from, zone),
    from: iso(shift.from),
    until: iso(shift.to),
    // What is past cannot be put right.
    problems: shift.to > now ? (problems.get(shift.id) ?? []) : [],
    asked: asked.has(shift.id),
  })
}

/** What is long past says nothing about what is to come. */
const near = (shifts: readonly RosterShift[], now: number) => shifts.filter(({ to }) => to > now - 9 * 86_400_000)

/** What would be wrong with the two shifts once they have changed hands. */
function after({ rules, away, book, shifts, now }: RosterPage, swap: Swap): ShiftFace['problems'] {
  const moved = near(shifts, now).map((shift) =>
    shift.id === swap.shift
      ? { ...shift, person: swap.colleague }
      : shift.id === swap.back
        ? { ...shift, person: swap.person }
        : shift,
  )
  const found = rosterProblems(moved, { rules, away, zone: book.hall.zone })
  return [
    ...new Set(found.filter(({ shift }) => shift === swap.shift || shift === swap.back).map(({ problem }) => problem)),
  ]
}

const fairFace = (book: Book, { person, evening, weekend, holiday, minutes, away }: Share) => ({
  ...{ person, name: named(book, person).name, evening, weekend, holiday, away },
  minutes: Math.round(minutes),
})

function draftOf(page: RosterPage, draft: Draft): RosterReply['draft'] {
  const { book, now, rules, away } = page
  const { zone } = book.hall
  const [from, to] = [instantAt(draft.from, '00:00', zone), instantAt(draft.to, '24:00', zone)]
  // What has begun stays as it was published.
  const others = page.shifts.filter((shift) => shift.from < from || shift.from >= to || shift.from <= now)
  const all = [...others, ...draft.shifts]
  const quarter = quarterOf(draft.from)
  const shares = sharesOf(all, { rules, away, quarter, zone })
  const shown = draft.shifts.map(faces(page, all))
  return {
    from: draft.from,
    to: draft.to,
    madeAt: draft.madeAt,
    shifts: shown,
    gaps: gapFaces(page, gapsOf({ ...page, days: page.draftDays, shifts: all, shares, zone })),
    problems: shown.filter(({ problems }) => problems.length > 0).length,
    fairness: shares.map((share) => fairFace(book, share)),
    differ: differences(shares, rules),
  }
}

/** The dates that a page needs shifts of, whatever it shows. */
export function reachOf({ from, to, today }: { from: HallDate; to: HallDate; today: HallDate }) {
  const least = from < today ? from : today
  const most = to > plusDays(today, MINE) ? to : plusDays(today, MINE)
  return { from: plusDays(least, -9), to: plusDays(most, 9) }
}
