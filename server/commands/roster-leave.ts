// Leave: asked for by the person, decided by the manager. Granted leave takes its shifts off the roster, and they show as gaps.
import { refuse } from '#contract/errors.ts'
import type { AskLeave } from '#contract/roster.ts'
import { rosterDay } from '#domain/roster-days.ts'
import { restTaken } from '#domain/roster-rest.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { dropDraftShifts, dropShifts, personOf, readDraft } from '#db/queries/roster.ts'
import {
  insertLeave,
  insertRest,
  lapseSwaps,
  readLeave,
  restBalances,
  setLeave,
  type Leave,
} from '#db/queries/roster-requests.ts'
import { newId } from '../ids.ts'
import { dateOf, shiftsOf } from './roster-facts.ts'
import type { Outcome, Room } from './run.ts'

export async function askLeave(room: Room, { from, to, kind, reason }: AskLeave): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  const me = actor.staff ? await personOf(trx, hall, actor.staff.id) : null
  if (me === null) return refuse('not_on_roster')
  if (from < serviceDate(now, book.hall.zone)) return refuse('shift_past')
  const mine = (await readLeave(trx, hall, from)).filter((one) => one.person === me)
  if (mine.some((one) => (one.state === 'asked' || one.state === 'granted') && one.from <= to && from <= one.to))
    return refuse('request_settled')
  const minutes = kind === 'rest' ? restTaken({ from, to }, (date) => rosterDay(book.hours, date)) : 0
  const short = await shortOf(room, { id: '', person: me, minutes })
  if (short) return short
  const leave = { id: newId(now), person: me, from, to, kind, reason, minutes, askedAt: iso(now) }
  await insertLeave(trx, hall, leave)
  return { ok: true, reply: { id: leave.id }, status: 201, book: true, act: actOf(room, 'ask', leave) }
}

export async function decideLeave(room: Room, id: string, yes: boolean): Promise<Outcome> {
  const { trx, hall, now } = room
  const leave = await findLeave(room, id)
  if (!leave) return refuse('request_unknown')
  if (leave.state !== 'asked') return refuse('request_settled')
  if (yes) {
    const short = await shortOf(room, leave)
    if (short) return short
    await takeOff(room, leave)
  }
  await decide(room, leave, yes ? 'granted' : 'refused')
  await lapseSwaps(trx, hall, iso(now))
  return { ok: true, reply: { id }, book: true, act: actOf(room, yes ? 'grant' : 'refuse', leave) }
}

/** Who asked takes it back, until it begins. */
export async function withdrawLeave(room: Room, id: string): Promise<Outcome> {
  const { trx, hall, book, now, actor } = room
  const me = actor.staff ? await personOf(trx, hall, actor.staff.id) : null
  const leave = await findLeave(room, id)
  if (leave?.person !== me || !leave) return refuse('request_unknown')
  const begun = leave.from <= serviceDate(now, book.hall.zone)
  if (leave.state !== 'asked' && (leave.state !== 'granted' || begun)) return refuse('request_settled')
  await decide(room, leave, 'withdrawn')
  return { ok: true, reply: { id }, book: true, act: actOf(room, 'withdraw', leave) }
}

async function findLeave({ trx, hall, book, now }: Room, id: string): Promise<Leave | undefined> {
  return (await readLeave(trx, hall, serviceDate(now, book.hall.zone))).find((leave) => leave.id === id)
}

const decide = ({ trx, hall, now, actor }: Room, { id }: Leave, state: Leave['state']) =>
  setLeave(trx, hall, { id, state, at: iso(now), by: actor.staff?.id ?? '' })

/** The shifts that they would have had, and that have not begun. */
async function takeOff({ trx, hall, book, now }: Room, { person, from, to }: Leave): Promise<void> {
  const isTheirs = (shift: { person: string; from: number; to: number }) =>
    shift.person === person &&
    shift.from > now &&
    dateOf(shift, book.hall.zone) <= to &&
    from <= serviceDate(shift.to - 1, book.hall.zone)
  const gone = (await shiftsOf(trx, book, { from, to })).filter(isTheirs).map(({ id }) => id)
  await dropShifts(trx, hall, gone)
  const drafted = ((await readDraft(trx, hall))?.shifts ?? []).filter(isTheirs).map(({ id }) => id)
  await dropDraftShifts(trx, hall, drafted)
}

/** Rest is taken from what is there and not promised to another leave. */
async function shortOf(
  { trx, hall, book, now }: Room,
  { id, person, minutes }: Pick<Leave, 'id' | 'person' | 'minutes'>,
): Promise<Outcome | null> {
  if (minutes === 0) return null
  const today = serviceDate(now, book.hall.zone)
  const promised = (await readLeave(trx, hall, today))
    .filter((one) => one.person === person && one.id !== id && one.from > today)
    .filter(({ state }) => state === 'granted' || state === 'asked')
    .reduce((sum, one) => sum + one.minutes, 0)
  const left = ((await restBalances(trx, hall)).get(person)?.left ?? 0) - promised
  return left < minutes ? refuse('rest_short', { minutes: left, asked: minutes }) : null
}

/** Rest of granted leave that has begun is entered into the ledger. */
export async function enterRestTaken({
  trx,
  hall,
  book,
  now,
}: Pick<Room, 'trx' | 'hall' | 'book' | 'now'>): Promise<void> {
  const today = serviceDate(now, book.hall.zone)
  const begun = (await readLeave(trx, hall, today)).filter(
    ({ state, minutes, from }) => state === 'granted' && minutes > 0 && from <= today,
  )
  await insertRest(
    trx,
    hall,
    begun.map(({ id, person, from, to, minutes }) => ({
      ...{ person, date: from, minutes: -minutes, why: 'rest' as const, at: iso(now), leave: id },
      note: from === to ? from : `${from} – ${to}`,
    })),
  )
}

/** Nothing of the reason: the log of acts says who and when. */
function actOf({ book }: Room, what: string, { person, from, to }: Pick<Leave, 'person' | 'from' | 'to'>) {
  const about = book.people.get(person)?.name ?? person
  return { act: `leave-${what}`, about, detail: from === to ? from : `${from} – ${to}` }
}
