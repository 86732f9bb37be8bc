// The ledger of compensatory rest follows the duty that was done, shift by shift; the manager puts it right with rows of their own.
import { refuse } from '#contract/errors.ts'
import type { CorrectRest } from '#contract/roster.ts'
import { earnedMinutes } from '#domain/roster-rest.ts'
import { rosterDay } from '#domain/roster-days.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { readRoster } from '#db/queries/roster.ts'
import { insertRest, setSettledTo, settledTo } from '#db/queries/roster-requests.ts'
import { dateOf, rosterFacts } from './roster-facts.ts'
import { enterRestTaken } from './roster-leave.ts'
import type { Outcome, Room } from './run.ts'

/** Enter every shift that has ended since the last time. Where the ledger is new, it begins now. Part of what time alone does. */
export async function settleDuty(room: Pick<Room, 'trx' | 'hall' | 'book' | 'now'>): Promise<void> {
  const { trx, hall, book, now } = room
  const since = await settledTo(trx, hall)
  if (since !== null && since < iso(now)) {
    const { zone } = book.hall
    const ended = (await readRoster(trx, hall, { from: Date.parse(since), to: now })).filter(({ to }) => to <= now)
    if (ended.length > 0) {
      const { rules } = await rosterFacts(trx, book, { from: serviceDate(now, zone), now })
      const rows = ended.map((shift) => ({
        ...{ person: shift.person, why: 'duty' as const, shift: shift.id, note: shift.kind, at: iso(now) },
        date: dateOf(shift, zone),
        minutes: earnedMinutes(shift, { rules, zone, dates: (date) => rosterDay(book.hours, date) }),
      }))
      await insertRest(
        trx,
        hall,
        rows.filter(({ minutes }) => minutes > 0),
      )
    }
  }
  await enterRestTaken(room)
  if (since === null || since < iso(now)) await setSettledTo(trx, hall, iso(now))
}

export async function correctRest(room: Room, { person, minutes, note }: CorrectRest): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  const name = book.people.get(person)?.name
  if (name === undefined) return refuse('person_unknown')
  const row = {
    person,
    minutes,
    note,
    why: 'correction' as const,
    at: iso(now),
    date: serviceDate(now, book.hall.zone),
  }
  await insertRest(trx, hall, [{ ...row, ...(actor.staff && { staff: actor.staff.id }) }])
  return {
    ok: true,
    reply: { id: person },
    status: 201,
    book: true,
    act: { act: 'rest-correct', about: name, detail: `${minutes > 0 ? '+' : ''}${minutes / 60} h` },
  }
}
