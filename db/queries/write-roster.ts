// What a demonstration hall shows of leave, swaps, rest and the duty log: written once, dated from the day of the seeding.
import type { DutyFile, HallBook } from '#contract/book.ts'
import type { HallDate } from '#contract/text.ts'
import { restTaken } from '#domain/roster-rest.ts'
import type { RosterShift } from '#domain/roster-shift.ts'
import { instantAt, iso, plusDays, weekday } from '#domain/service-day.ts'
import type { Trx } from '../database.ts'
import { insertAddition, insertEntry } from './duty-log.ts'
import { insertLeave, insertRest, insertSwap, setLeave, setSettledTo, setSwap } from './roster-requests.ts'
import { readRoster } from './roster.ts'

interface Seeding {
  today: HallDate
  at: string
  ids: () => string
}
type Sample = NonNullable<DutyFile['sample']>

export async function writeRosterSample(trx: Trx, book: HallBook, seeding: Seeding): Promise<void> {
  const { sample } = book.duty
  // From here on the ledger of rest follows the roster.
  await setSettledTo(trx, book.hall.id, seeding.at)
  if (!sample) return
  await writeLeave(trx, book, sample, seeding)
  await writeSwaps(trx, book, sample, seeding)
  await insertRest(
    trx,
    book.hall.id,
    sample.rest.map((row) => ({ ...row, why: 'correction' as const, at: seeding.at, date: seeding.today })),
  )
  await writeLog(trx, book, sample, seeding)
}

async function writeLeave(trx: Trx, book: HallBook, { leave }: Sample, { today, at, ids }: Seeding): Promise<void> {
  const hall = book.hall.id
  for (const { person, day, days, kind, reason, state } of leave) {
    const [from, to] = [plusDays(today, day), plusDays(today, day + days - 1)]
    const minutes =
      kind === 'rest' ? restTaken({ from, to }, (date) => ({ rest: weekday(date) > 5, holiday: null })) : 0
    const id = ids()
    await insertLeave(trx, hall, { id, person, from, to, kind, reason, minutes, askedAt: at })
    if (state === 'granted') await setLeave(trx, hall, { id, state, at, by: '' })
  }
}

async function writeSwaps(trx: Trx, book: HallBook, { swaps }: Sample, { today, at, ids }: Seeding): Promise<void> {
  const hall = book.hall.id
  const from = instantAt(today, '00:00', book.hall.zone)
  const shifts = await readRoster(trx, hall, { from, to: from + 28 * 86_400_000 })
  const isFree = (person: string, { from: begins, to: ends }: RosterShift) =>
    !shifts.some((one) => one.person === person && one.from < ends && begins < one.to)
  for (const { person, day, colleagues, state } of swaps) {
    const after = instantAt(plusDays(today, day), '00:00', book.hall.zone)
    const shift = shifts.find((one) => one.person === person && one.from >= after && one.window !== null)
    const colleague = shift && colleagues.find((one) => isFree(one, shift))
    if (!shift || colleague === undefined) continue
    const swap = { id: ids(), shift: shift.id, person, colleague, back: null, startsAt: iso(shift.from), askedAt: at }
    await insertSwap(trx, hall, swap)
    if (state === 'agreed') await setSwap(trx, hall, { id: swap.id, state, at, by: '' })
  }
}

async function writeLog(trx: Trx, book: HallBook, { log }: Sample, { today, ids }: Seeding): Promise<void> {
  const { id: hall, zone } = book.hall
  for (const { day, time, staff, kind, text, followUp, additions } of log) {
    const date = plusDays(today, day)
    const happenedAt = iso(instantAt(date, time, zone))
    const entry = ids()
    await insertEntry(trx, hall, { id: entry, date, at: happenedAt, happenedAt, staff, kind, text, followUp })
    for (const one of additions) {
      const at = iso(instantAt(date, one.time, zone))
      const report = one.to && one.how ? { to: one.to, how: one.how, at } : null
      await insertAddition(trx, hall, {
        id: ids(),
        entry,
        at,
        staff: one.staff,
        what: one.what,
        text: one.text,
        report,
      })
    }
  }
}
