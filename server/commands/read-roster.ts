// What the office's pages of duty read: the roster's page for whoever asks, a shift's possible colleagues, a day of the log.
import type { ColleaguesReply, RosterReply } from '#contract/roster.ts'
import type { DutyLogReply } from '#contract/duty-log.ts'
import { refuse } from '#contract/errors.ts'
import type { HallDate } from '#contract/text.ts'
import type { DutyKind } from '#contract/words.ts'
import { colleaguesFor } from '#domain/roster-gaps.ts'
import { mondayOf, rosterDays } from '#domain/roster-days.ts'
import { hallTime, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import type { Db } from '#db/database.ts'
import { getHall } from '#db/queries/hall.ts'
import { readEntries } from '#db/queries/duty-log.ts'
import { findShift, lastShift, personOf, readDraft, staffedPeople } from '#db/queries/roster.ts'
import { readLeave, readRest, readSwaps, restBalances, type Leave } from '#db/queries/roster-requests.ts'
import { reachOf, rosterPage } from '../views/roster-view.ts'
import { dateOf, daysAnd, quartersOf, REACH, rosterFacts, shiftsOf } from './roster-facts.ts'
import type { Actor, Hub } from './run.ts'

/** How far ahead gaps are told, days. */
const GAP_DAYS = 14
const LEDGER = 60
const WHOLE_LEDGER = 300

const isOpen = ({ state }: Leave) => state === 'asked'

async function bookOf({ hall, shelf }: Hub, db: Db) {
  return shelf.book(db, hall, (await getHall(db, hall)).bookRev)
}

/** `from`: any date of the first week; `weeks` of it. */
export async function readRosterPage(
  hub: Hub,
  actor: Actor,
  { from: wanted, weeks }: { from: HallDate | null; weeks: number },
): Promise<RosterReply> {
  return hub.store.read(async (db) => {
    const book = await bookOf(hub, db)
    const now = hub.clock.now()
    const today = serviceDate(now, book.hall.zone)
    const from = mondayOf(wanted ?? today)
    const to = plusDays(from, weeks * 7 - 1)
    const manager = actor.staff?.role === 'manager'
    const me = actor.staff ? await personOf(db, hub.hall, actor.staff.id) : null
    const draft = manager ? await readDraft(db, hub.hall) : null
    const leave = (await readLeave(db, hub.hall, plusDays(today, -7))).filter(({ person }) => manager || person === me)
    const lastDates = [to, ...(draft ? [draft.to] : []), ...leave.filter(isOpen).map((one) => one.to)]
    const dates = reachOf({ from, to: lastDates.reduce((a, b) => (a > b ? a : b)), today })
    const quarter = quartersOf({ from: today, to: draft ? draft.to : today })
    const facts = await rosterFacts(db, book, { from: dates.from < quarter.from ? dates.from : quarter.from, now })
    const shifts = await shiftsOf(db, book, {
      from: dates.from < quarter.from ? dates.from : quarter.from,
      to: dates.to > quarter.to ? dates.to : quarter.to,
    })
    return rosterPage({
      ...{ book, now, me, manager, draft, shifts },
      rules: facts.rules,
      away: facts.away,
      leave,
      swaps: await readSwaps(db, hub.hall, iso(now - 7 * 86_400_000)),
      days: rosterDays(book.hours, { from, to }),
      ahead: daysAnd(book, { from: today, to: plusDays(today, GAP_DAYS - 1) }),
      draftDays: draft ? daysAnd(book, { from: draft.from < today ? today : draft.from, to: draft.to }) : [],
      balances: await restBalances(db, hub.hall),
      ledger: await readRest(db, hub.hall, {
        person: manager ? null : (me ?? ''),
        most: manager ? WHOLE_LEDGER : LEDGER,
      }),
      publishedTo: await lastShift(db, hub.hall),
    })
  })
}

/** Who could take over one's shift; those who cannot say why. Their reasons of leave are nobody's business: "leave" is all. */
export async function readColleagues(hub: Hub, actor: Actor, id: string) {
  return hub.store.read(async (db) => {
    const book = await bookOf(hub, db)
    const now = hub.clock.now()
    const { zone } = book.hall
    const published = await findShift(db, hub.hall, id)
    const draft = published || actor.staff?.role !== 'manager' ? null : await readDraft(db, hub.hall)
    const shift = published ?? draft?.shifts.find((one) => one.id === id)
    const me = actor.staff ? await personOf(db, hub.hall, actor.staff.id) : null
    if (!shift || (shift.person !== me && actor.staff?.role !== 'manager')) return refuse('shift_unknown')
    const date = dateOf(shift, zone)
    const facts = await rosterFacts(db, book, { from: serviceDate(now, zone), now })
    const near = await shiftsOf(db, book, { from: plusDays(date, -REACH), to: plusDays(date, REACH + 14) })
    // A shift of the draft is judged among the draft's, and what was published around it.
    const around = draft
      ? [...near.filter((one) => dateOf(one, zone) < draft.from || dateOf(one, zone) > draft.to), ...draft.shifts]
      : near
    const staffed = await staffedPeople(db, hub.hall)
    const could = colleaguesFor(shift, { ...facts, shifts: around, date })
    const back = (person: string) =>
      around
        .filter((one) => one.person === person && one.from > now && one.id !== shift.id)
        .filter((one) => one.kind === shift.kind || one.kind === 'window')
        .slice(0, 12)
    const reply: ColleaguesReply = {
      colleagues: could
        .map(({ person, why }) => ({
          id: person,
          name: book.people.get(person)?.name ?? person,
          why: why ? [why] : [],
          answers: staffed.has(person),
          back: back(person).map((one) => ({
            ...{ id: one.id, person, kind: one.kind, window: one.window, byHand: one.byHand },
            name: book.people.get(person)?.name ?? person,
            colour: 'blue' as const,
            date: dateOf(one, zone),
            from: iso(one.from),
            until: iso(one.to),
            problems: [],
            asked: false,
          })),
        }))
        .sort((a, b) => a.why.length - b.why.length),
    }
    return { ok: true as const, reply }
  })
}

export async function readDutyLog(hub: Hub, wanted: HallDate | null): Promise<DutyLogReply> {
  return hub.store.read(async (db) => {
    const book = await bookOf(hub, db)
    const { zone } = book.hall
    const today = serviceDate(hub.clock.now(), zone)
    const date = wanted ?? today
    const shifts = await shiftsOf(db, book, { from: date, to: date })
    const clock = (at: number) => hallTime(at, zone).join(':')
    return {
      ...{ date, today },
      entries: await readEntries(db, hub.hall, { date }),
      open: await readEntries(db, hub.hall, { open: true }),
      duty: shifts
        .filter((shift) => dateOf(shift, zone) === date)
        .map(({ person, kind, window, from, to }) => ({
          name: book.people.get(person)?.name ?? person,
          kind: kind satisfies DutyKind,
          window: book.windows.find(({ id }) => id === window)?.number ?? null,
          hours: `${clock(from)}–${clock(to)}`,
        })),
    }
  })
}
