// The hub is back: what a kiosk issued meanwhile becomes tickets, in one transaction, each once, in the order of the times at which they were
// taken. Whose number or day cannot be kept is told to the desk; nothing that was handed in is lost.
import { refuse } from '#contract/errors.ts'
import type { ReturnSlips, SlipBody, SlipOutcome, SlipsReply } from '#contract/leases.ts'
import type { HallDate } from '#contract/text.ts'
import { nextOwnNumber } from '#domain/lease.ts'
import { returnSlips, type Return } from '#domain/lease-return.ts'
import { iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { label, type Ticket } from '#domain/ticket.ts'
import {
  insertSlip,
  knownSlips,
  lastNumbers,
  leasesById,
  leasesOn,
  putSlipAway,
  setLastNumber,
  takenLabels,
} from '#db/queries/leases.ts'
import { insertAct } from '#db/queries/log.ts'
import { answerWish, settleAsked, wishOf } from './lease-wishes.ts'
import { writeSlipTicket } from './lease-tickets.ts'
import type { Outcome, Room } from './run.ts'

const DAY = 86_400_000
/** A slip whose block the hub does not know (a backup was put back) is believed to be as old as this at most. Milliseconds. */
const OLDEST = 2 * DAY

type Written = SlipsReply['slips'][number]

export async function takeSlips(room: Room, { slips }: ReturnSlips): Promise<Outcome<SlipsReply>> {
  const { trx, hall, now, actor } = room
  const device = actor.device?.id ?? ''
  const known = await knownSlips(
    trx,
    hall,
    slips.map(({ id }) => id),
  )
  const answers = new Map<string, Written>(
    known.map(({ id, outcome, prefix, number }) => [
      id,
      { id, outcome, label: prefix !== null && number !== null ? label(prefix, number) : null },
    ]),
  )
  const news = slips.filter(({ id }, at) => !answers.has(id) && slips.findIndex((one) => one.id === id) === at)
  for (const { slip, back } of await decide(room, news)) {
    const ticket = back.outcome === 'refused' ? null : await ticketOf(room, slip, back)
    const outcome: SlipOutcome = !ticket || back.outcome === 'refused' ? 'refused' : sameNumber(slip, ticket)
    const was = label(slip.prefix, slip.number)
    await insertSlip(trx, hall, {
      body: slip,
      device,
      label: was,
      ticket: ticket?.id ?? null,
      outcome,
      returnedAt: iso(now),
    })
    const called = ticket && label(ticket.prefix, ticket.number)
    if (outcome !== 'kept')
      await insertAct(trx, hall, {
        staff: null,
        act: `slip-${outcome}`,
        about: was,
        detail: called ?? '',
        at: iso(now),
      })
    answers.set(slip.id, { id: slip.id, outcome, label: called })
  }
  return {
    ok: true,
    reply: { slips: [...new Set(slips.map(({ id }) => id))].map((id) => answers.get(id)!) },
    ...(news.length === 0
      ? { quiet: true }
      : { act: { act: 'slips', about: actor.device?.name ?? '', detail: labelsOf(news) } }),
  }
}

const sameNumber = (slip: SlipBody, ticket: Ticket): SlipOutcome =>
  label(ticket.prefix, ticket.number) === label(slip.prefix, slip.number) ? 'kept' : 'renumbered'

const labelsOf = (slips: readonly SlipBody[]) => slips.map(({ prefix, number }) => label(prefix, number)).join(' ')

/** The ticket that a slip becomes: the one that its wish became already, or a new one. */
async function ticketOf(
  room: Room,
  slip: SlipBody,
  back: Exclude<Return, { outcome: 'refused' | 'known' }>,
): Promise<Ticket> {
  const wished = await wishOf(room, slip)
  if (wished) return settleAsked(room, { slip, ticket: wished, number: back.outcome === 'kept' ? back.number : null })
  const ticket = await writeSlipTicket(room, slip, back)
  await answerWish(room, slip, ticket)
  return ticket
}

/** What the domain says of each, in the order in which they are to be written. A refused one carries no ticket. */
async function decide(
  room: Room,
  slips: readonly SlipBody[],
): Promise<{ slip: SlipBody; back: Exclude<Return, { outcome: 'known' }> }[]> {
  const { trx, hall, book, now, actor } = room
  const { zone } = book.hall
  const ids = [...new Set(slips.map(({ lease }) => lease))]
  const leases = await leasesById(trx, hall, ids)
  const today = serviceDate(now, zone)
  const dates = [...new Set([today, plusDays(today, -1), plusDays(today, -2), ...leases.map((one) => one.serviceDate)])]
  const blocks = await leasesOn(trx, hall, dates)
  const last = await lastNumbers(trx, hall, dates)
  const taken = await takenLabels(trx, hall, { dates, numbers: slips.map(({ number }) => number) })
  const moved = new Map<string, { lane: string; serviceDate: HallDate; number: number }>()
  const prefixOf = (lane: string) => book.lanes.find(({ id }) => id === lane)?.prefix ?? ''

  const placed = slips.map((slip) => ({ slip, lane: laneOf(room, slip) }))
  const lost = placed.filter(({ lane }) => lane === null)
  const returns = returnSlips(
    placed.flatMap(({ slip, lane }) => {
      if (lane === null) return []
      const old = !leases.some(({ id }) => id === slip.lease) && Date.parse(slip.takenAt) < now - OLDEST
      const takenAt = old ? iso(now - OLDEST) : slip.takenAt
      return { ...slip, lane, takenAt, device: actor.device?.id ?? '' }
    }),
    {
      now,
      zone,
      leases,
      known: new Map(),
      taken: (lane, date, number) => taken.has(`${date} ${label(prefixOf(lane), number)}`),
      fresh: (lane, serviceDate) => {
        const key = `${lane} ${serviceDate}`
        const own = blocks.filter((one) => one.lane === lane && one.serviceDate === serviceDate)
        const number = nextOwnNumber(moved.get(key)?.number ?? last.get(key) ?? 0, own)
        moved.set(key, { lane, serviceDate, number })
        return number
      },
      headStarts: new Map(book.classes.map(({ id, headStart }) => [id, headStart])),
    },
  )
  for (const day of moved.values()) await setLastNumber(trx, hall, day)
  const bodies = new Map(slips.map((slip) => [slip.id, slip]))
  return [
    ...returns.flatMap((back) => {
      if (back.outcome === 'known') return []
      return { slip: bodies.get(back.slip.id)!, back }
    }),
    ...lost.map(({ slip }) => ({
      slip,
      back: { slip: { ...slip, device: actor.device?.id ?? '' }, outcome: 'refused' as const },
    })),
  ]
}

/** The lane in which its holder waits: the slip's, or where that is gone the one that its matter has now; null where both are gone. */
function laneOf({ book }: Room, slip: SlipBody): string | null {
  const lane = book.lanes.some(({ id }) => id === slip.lane) ? slip.lane : book.matterOf.get(slip.matter)?.lane
  return lane !== undefined && book.matters.some((matter) => matter.lane === lane) ? lane : null
}

/** Somebody has found the holder, or given up: the message leaves every desk. */
export async function putAway({ trx, hall, now }: Room, id: string): Promise<Outcome> {
  const about = await putSlipAway(trx, hall, { id, at: iso(now) })
  if (about === null) return refuse('not_found')
  return { ok: true, reply: {}, act: { act: 'slip-seen', about, detail: '' } }
}
