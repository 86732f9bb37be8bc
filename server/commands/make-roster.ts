// The manager makes a draft for some dates, looks at it, and publishes it. What has begun and what was changed by hand stays.
import { refuse } from '#contract/errors.ts'
import type { MakeDraft, RosterRules } from '#contract/roster.ts'
import { generateRoster } from '#domain/roster.ts'
import { needsOf } from '#domain/roster-needs.ts'
import type { RosterShift } from '#domain/roster-shift.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { dropDraft, dropShifts, insertShifts, keepDraft, keepRules, readDraft } from '#db/queries/roster.ts'
import { lapseSwaps } from '#db/queries/roster-requests.ts'
import { newId } from '../ids.ts'
import { daysAnd, quartersOf, REACH, rosterFacts, shiftsOf } from './roster-facts.ts'
import type { Outcome, Room } from './run.ts'

export async function makeDraft(
  { trx, hall, book, now, actor }: Room,
  { from, to, anew }: MakeDraft,
): Promise<Outcome> {
  const { zone } = book.hall
  if (to < serviceDate(now, zone)) return refuse('shift_past')
  const { rules, away } = await rosterFacts(trx, book, { from, now })
  const quarters = quartersOf({ from, to })
  const around = await shiftsOf(trx, book, {
    from: least(quarters.from, plusDays(from, -REACH)),
    to: most(quarters.to, plusDays(to, REACH)),
  })
  const begins = Math.max(now, instantAt(from, '00:00', zone) - 1)
  const ends = instantAt(to, '24:00', zone)
  const inRange = (shift: RosterShift) => shift.from > begins && shift.from < ends
  const before = await readDraft(trx, hall)
  const kept = anew ? [] : handMade([...around, ...(before?.shifts ?? [])].filter(inRange))
  const fixed = [...around.filter((shift) => !inRange(shift)), ...kept]
  // What has begun is no longer to be filled.
  const needs = needsOf(daysAnd(book, { from, to }), rules, zone).filter(({ stretches }) => stretches[0]!.from > now)
  const seed = (before?.seed ?? 0) + 1
  const roster = generateRoster({ needs, rules, zone, away, fixed, seed })
  const shifts = [...kept, ...roster.shifts.map((shift) => ({ ...shift, id: newId(now) }))]
  await keepDraft(trx, hall, { from, to, seed, madeAt: iso(now), madeBy: actor.staff?.id ?? '', shifts })
  return {
    ok: true,
    reply: { id: hall },
    book: true,
    act: { act: 'roster-draft', about: `${from} – ${to}`, detail: '' },
  }
}

/** Those changed by hand, each id once: a draft's is newer than the published one. */
function handMade(shifts: readonly RosterShift[]): RosterShift[] {
  return [...new Map(shifts.filter(({ byHand }) => byHand).map((shift) => [shift.id, shift])).values()]
}

const least = (a: string, b: string) => (a < b ? a : b)
const most = (a: string, b: string) => (a > b ? a : b)

export async function publishDraft({ trx, hall, book, now }: Room): Promise<Outcome> {
  const draft = await readDraft(trx, hall)
  if (!draft) return refuse('draft_unknown')
  const { from, to } = draft
  const begins = Math.max(now, instantAt(from, '00:00', book.hall.zone) - 1)
  const ends = instantAt(to, '24:00', book.hall.zone)
  const inRange = (shift: RosterShift) => shift.from > begins && shift.from < ends
  const old = (await shiftsOf(trx, book, { from, to })).filter(inRange)
  const shifts = draft.shifts.filter(inRange)
  const ids = new Set([...old, ...shifts].map(({ id }) => id))
  await dropShifts(trx, hall, [...ids])
  await insertShifts(trx, hall, shifts)
  await dropDraft(trx, hall)
  await lapseSwaps(trx, hall, iso(now))
  return {
    ok: true,
    reply: { id: hall },
    book: true,
    act: { act: 'roster-publish', about: `${from} – ${to}`, detail: String(shifts.length) },
  }
}

export async function discardDraft({ trx, hall }: Room): Promise<Outcome> {
  const draft = await readDraft(trx, hall)
  if (!draft) return refuse('draft_unknown')
  await dropDraft(trx, hall)
  const about = `${draft.from} – ${draft.to}`
  return { ok: true, reply: { id: hall }, book: true, act: { act: 'roster-drop', about, detail: '' } }
}

export async function setRules({ trx, hall, book }: Room, rules: RosterRules): Promise<Outcome> {
  const windows = new Set(book.windows.map(({ id }) => id))
  const named = [...rules.members.flatMap((member) => member.windows), ...Object.values(rules.windows).flat()]
  if (named.some((id) => !windows.has(id))) return refuse('window_unknown')
  if (rules.members.some(({ person }) => !book.people.has(person))) return refuse('person_unknown')
  const members = new Map(rules.members.map((member) => [member.person, member]))
  await keepRules(trx, hall, { ...rules, members: [...members.values()] })
  return {
    ok: true,
    reply: { id: hall },
    book: true,
    act: { act: 'roster-rules', about: '', detail: String(members.size) },
  }
}
