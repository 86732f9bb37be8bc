// Ten thousand acts of kiosks, desks, phones and clocks on a real hub, each beside a model that is too plain to be wrong: after every one
// the hub's tickets are the model's. A failure prints the seed and the shortest list of acts that shows it; MODEL_SEED runs it again.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HallBook } from '#contract/book.ts'
import type { BoardView, DeskView } from '#contract/views.ts'
import { MONDAY_10, openHall, usualBook, type TestHall } from './hall.ts'
import { acts, settleClock, type Real } from './queue-acts.ts'
import { LANES, QueueModel } from './queue-model.ts'

const ACTS = 10_000
const DAY = 86_400_000
/** Lists of acts take turns on so many days; each may pass a few midnights. */
const DAYS = 40

let hall: TestHall
let real: Real
beforeAll(async () => {
  hall = await openHall({ book: neverClosed() })
  real = {
    hall,
    kiosks: [await hall.pair('kiosk', 'one'), await hall.pair('kiosk', 'two')],
    desks: {
      w1: await hall.clerk('w1', 'chen'),
      w2: await hall.clerk('w2', 'wang'),
      w3: await hall.clerk('w3', 'li'),
    },
    check: agree,
    acts: 0,
  }
}, 60_000)
afterAll(() => hall.stop())

/** Hours are tried elsewhere, and a closed hall does little. */
function neverClosed(): HallBook {
  const book = usualBook()
  const exceptions = Array.from({ length: 2 * DAYS }, (_, day) => ({
    day,
    spans: [{ from: '00:00', to: '24:00', kind: 'emergency' as const }],
    reason: { zh: '全天', en: 'All day' },
  }))
  return { ...book, hours: { ...book.hours, exceptions } }
}

/** The hub's tickets are the model's, its counters say what is there, and no window has two. */
async function agree(model: QueueModel): Promise<void> {
  const rows = await hall.store.db.selectFrom('ticket').selectAll().orderBy('id').execute()
  const is = rows.map((row) => ({
    ...{ id: row.id, label: row.prefix + String(row.number).padStart(3, '0'), lane: row.lane_id, state: row.state },
    ...{ date: row.service_date, matter: row.matter_id, version: row.version, calls: row.calls },
    ...{ joined: Date.parse(row.joined_at), rank: Date.parse(row.rank_at) },
    // After a miss or the end the window is only where it was last.
    ...(['waiting', 'called', 'serving'].includes(row.state) && { window: row.window_id }),
  }))
  const should = model.tickets.map(({ code, more, window, ...ticket }) => ({
    ...ticket,
    ...(['waiting', 'called', 'serving'].includes(ticket.state) && { window }),
  }))
  expect(is).toEqual(should.sort((one, other) => (one.id < other.id ? -1 : 1)))
  expect(new Set(is.map(({ date, label }) => `${date} ${label}`)).size).toBe(is.length)
  const active = rows.filter(({ state }) => state === 'called' || state === 'serving')
  expect(new Set(active.map(({ window_id }) => window_id)).size).toBe(active.length)
  const counts = await hall.store.db.selectFrom('lane_day').selectAll().execute()
  for (const { service_date, lane_id, waiting } of counts)
    expect(waiting, `${service_date} ${lane_id}`).toBe(
      model.tickets.filter(({ date, lane, state }) => date === service_date && lane === lane_id && state === 'waiting')
        .length,
    )
}

/** What the wall and the desk show is the same list once more. */
async function screensAgree(model: QueueModel): Promise<void> {
  const token = real.desks.w1
  const { body: board } = await hall.api<BoardView>('GET', '/api/views/board', { token })
  const waiting = model.waiting()
  for (const lane of LANES)
    expect(board.lanes.find(({ id }) => id === lane)?.waiting, lane).toBe(
      waiting.filter((ticket) => ticket.lane === lane).length,
    )
  const { body: desk } = await hall.api<DeskView>('GET', '/api/views/desk', { token })
  const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label).sort()
  const today = model.tickets.filter(({ date }) => date === model.date)
  for (const state of ['held', 'missed'] as const)
    expect(labels(desk[state])).toEqual(labels(today.filter((ticket) => ticket.state === state)))
  const before = model.tickets.filter(
    ({ date, state }) => date < model.date && ['waiting', 'held', 'missed'].includes(state),
  )
  expect(labels(desk.leftover)).toEqual(labels(before))
}

it('is what the model says, after each of ten thousand acts', { timeout: 1_200_000 }, async () => {
  const headStarts = Object.fromEntries(usualBook().classes.map(({ id, headStart }) => [id, headStart]))
  const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)
  let lists = 0
  for (let round = 0; real.acts < ACTS; round += 1)
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        lists += 1
        // Each list begins on an empty day.
        await hall.emptyQueue()
        const model = new QueueModel(MONDAY_10 + (lists % DAYS) * DAY, headStarts)
        await settleClock(model, real)
        await fc.asyncModelRun(() => ({ model, real }), list)
        await screensAgree(model)
      }),
      { numRuns: 20, seed: seed + round },
    )
})
