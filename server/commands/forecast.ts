// When those who wait are called: the band that a number carries from the start, and what becomes of it after each event. Never in the way of a call.
import { setImmediate as breathe } from 'node:timers/promises'
import type { EstimateFace } from '#contract/estimates.ts'
import type { Book } from '#domain/book.ts'
import { stopsTickets } from '#domain/alerts.ts'
import { DRAWN, estimates } from '#domain/estimate.ts'
import { lessonOf } from '#domain/estimate-day.ts'
import type { Estimate, QueueFacts, WaitingTicket } from '#domain/estimate-facts.ts'
import { newModel, nextMorning } from '#domain/estimate-model.ts'
import { rankOf } from '#domain/queue-order.ts'
import { hallTime, instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import type { Ticket } from '#domain/ticket.ts'
import {
  anybodySits,
  daysOf,
  findMorning,
  forgetShown,
  keepMorning,
  lastMorning,
  promise,
  putEstimate,
  putLaneEstimate,
  readLaneEstimates,
  readPromised,
  readQueue,
  readShown,
} from '#db/queries/estimates.ts'
import { getHall } from '#db/queries/hall.ts'
import { readDayRows } from '#db/queries/report.ts'
import { run, type Hub, type Room } from './run.ts'

const none = (why: NonNullable<EstimateFace['why']>): EstimateFace => ({ band: null, why })

export function estimateFace({ band, why, at }: Pick<Estimate, 'band' | 'why' | 'at'>): EstimateFace {
  return band ? { band: { low: band.low, high: band.high, at: iso(at) }, why: null } : none(why ?? 'unsure')
}

const waits = ({ id, lane, matter, window, joinedAt, rankAt }: Ticket): WaitingTicket => ({
  ...{ id, lane, matter, window, joinedAt, rankAt },
})

/** What a number that was just taken carries. `ahead`: in its lane. Cheap where nothing can be said. */
export async function firstEstimate(room: Room, ticket: Ticket, ahead: number): Promise<EstimateFace> {
  const { trx, hall, book, now, hub } = room
  if (!(await anybodySits(trx, hall))) return none('no_window')
  const date = ticket.serviceDate
  const model = ahead < DRAWN ? await hub.shelf.model(trx, hall, date) : null
  if (!model) return none('unsure')
  const queue = await readQueue(trx, book, { date, now, standards: hub.shelf.standards(book) })
  const waiting = [...queue.waiting.filter(({ id }) => id !== ticket.id), waits(ticket)]
  const estimate = estimates(new Map(), { ...queue, waiting }, model).get(ticket.id)
  if (!estimate) return none('unsure')
  await promise(trx, hall, { date, ticket: ticket.id, estimate })
  return estimateFace(estimate)
}

/** After something happened: what is shown of those who wait, where it changed, and of those who would come now. False: nothing changed. */
export async function forecast(hub: Hub): Promise<boolean> {
  const { hall, store, shelf, clock } = hub
  const now = clock.now()
  const seen = await store.read(async (db) => {
    const book = await shelf.book(db, hall, (await getHall(db, hall)).bookRev)
    const date = serviceDate(now, book.hall.zone)
    const model = await shelf.model(db, hall, date)
    const queue = await readQueue(db, book, { date, now, standards: shelf.standards(book) })
    return {
      book,
      date,
      model,
      queue,
      shown: await readShown(db, hall, date),
      lanes: await readLaneEstimates(db, hall),
    }
  })
  const { book, date, queue, shown } = seen
  const model = seen.model ?? (await morning(hub, book, date))
  const next = estimates(shown, queue, model)
  const tickets = [...next].filter(([id, estimate]) => shown.get(id) !== estimate)
  const lanes = ofNewcomers(hub, { book, queue, model }).filter(([id, face]) => !same(face, seen.lanes.get(id)))
  if (tickets.length === 0 && lanes.length === 0) return false
  // A band that is another than before, to whoever looks at it.
  const seenBy = tickets.some(([id, estimate]) => !same(estimateFace(estimate), faceOf(shown.get(id))))
  const actor = { device: null, staff: null, session: null, window: null }
  await run(hub, { actor, name: 'forecast', body: null, key: null }, async ({ trx }) => {
    for (const [ticket, estimate] of tickets) await putEstimate(trx, hall, { date, ticket, estimate })
    for (const [lane, face] of lanes) await putLaneEstimate(trx, hall, lane, face)
    return { ok: true, reply: {}, quiet: !seenBy && lanes.length === 0 }
  })
  return true
}

const faceOf = (estimate: Estimate | undefined) => estimate && estimateFace(estimate)
/** The time at which it was computed is part of a band, not of the want of one. */
const same = (one: EstimateFace, other: EstimateFace | undefined) =>
  one.why === other?.why && one.band?.low === other.band?.low && one.band?.high === other.band?.high

/** What somebody would be shown who took a number of a lane now, without a head start. */
function ofNewcomers(
  hub: Hub,
  { book, queue, model }: { book: Book; queue: QueueFacts; model: Awaited<ReturnType<typeof morning>> },
): [lane: string, face: EstimateFace][] {
  const { now, waiting, windows } = queue
  const open = hub.shelf.hours(book, now).open !== null && stopsTickets(book.alerts, now) === null
  return book.lanes.map(({ id: lane }) => {
    if (!open || !windows.some((window) => window.allRound || window.lanes.includes(lane)))
      return [lane, none('no_window')]
    const id = `~${lane}`
    const newcomer = { id, lane, matter: '', window: null, joinedAt: iso(now), rankAt: rankOf(now, 0) }
    const estimate = estimates(new Map(), { ...queue, waiting: [...waiting, newcomer] }, model).get(id)
    return [lane, estimate ? estimateFace(estimate) : none('unsure')]
  })
}

/** As far back as a hall learns that was not asked before. Days. */
const LEARNS_FROM = 60
/** What was shown is kept for so many days after it was learned from. */
const KEPT = 7

/** What the hall knows this morning: that of the last one, and what the days since taught. Written once for each service day. */
export async function morning(hub: Hub, book: Book, date: string) {
  const { hall, store, shelf } = hub
  const { zone } = book.hall
  const before = await store.read((db) => lastMorning(db, hall, date))
  const from = before?.date ?? plusDays(date, -LEARNS_FROM)
  let model = before?.model ?? newModel
  for (const day of await store.read((db) => daysOf(db, hall, { from, to: date }))) {
    const rows = await store.read((db) => readDayRows(db, hall, day))
    const promised = await store.read((db) => readPromised(db, hall, day))
    const lesson = lessonOf(
      { date: day, ...rows, spans: [], until: instantAt(plusDays(day, 1), '00:00', zone) - 1 },
      { standards: shelf.standards(book), promised, hourOf: (at) => Number(hallTime(at, zone)[0]) },
    )
    model = nextMorning(model, { today: lesson.increments, judged: lesson.judged })
    // A long absence must not keep a call from the walls.
    await breathe()
  }
  await store.write(async (trx) => {
    await keepMorning(trx, hall, date, model)
    await forgetShown(trx, hall, plusDays(date, -KEPT))
  })
  return (await store.read((db) => findMorning(db, hall, date))) ?? model
}
