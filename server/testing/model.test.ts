// A day at random through the real hub: kiosks and clerks press whatever they like, at once. At the end nobody is lost, nobody
// is doubled, every ticket is in one state, and what the hub counts is what there is. The seed is printed when it fails.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Step, StepName } from '#contract/intents.ts'
import type { DeskView } from '#contract/views.ts'
import type { TicketRow } from '#db/schema.ts'
import { nextFor } from '#domain/queue-order.ts'
import { ended, stepsFrom } from '#domain/ticket.ts'
import { MONDAY_10, openHall, type TestHall } from './hall.ts'

const MATTERS = ['roof-leak', 'donate', 'senior-card', 'job', 'party-report'] as const
const CLASSES = ['normal', 'senior', 'pregnant'] as const
const LANES = ['party', 'governance', 'service', 'safety'] as const
const CLERKS = [
  ['w1', 'chen'],
  ['w2', 'wang'],
  ['w3', 'li'],
] as const
const STEPS = Object.keys(stepsFrom) as StepName[]

type Act =
  | { do: 'take'; matter: number; class: number; twice: boolean }
  | { do: 'next' | 'undo'; clerk: number }
  | { do: 'step'; clerk: number; ticket: number; step: StepName; to: number; stale: boolean }
  | { do: 'wait'; minutes: number }

const clerk = fc.nat(CLERKS.length - 1)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      matter: fc.nat(4),
      class: fc.nat(2),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('next' as const), clerk }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), clerk }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      clerk,
      ticket: fc.nat(30),
      step: fc.constantFrom(...STEPS),
      to: fc.nat(6),
      stale: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2 }) }) },
)
/** Acts in handfuls: those of one handful are sent at once. */
const day = fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 15, maxLength: 25, size: 'max' })

let hall: TestHall
let kiosks: string[]
let clerks: string[]
beforeEach(async () => {
  hall = await openHall()
  kiosks = [await hall.pair('kiosk', 'one'), await hall.pair('kiosk', 'two')]
  clerks = await Promise.all(CLERKS.map(([window, staff]) => hall.clerk(window, staff)))
}, 60_000)
afterEach(() => hall.stop())

interface Told {
  id: string
  label: string
  code: string
}

const rows = () => hall.store.db.selectFrom('ticket').selectAll().orderBy('id').execute()

async function take(one: Act & { do: 'take' }, told: Told[], key: string): Promise<void> {
  const kiosk = kiosks[one.matter % 2] ?? ''
  const body = { matter: MATTERS[one.matter], class: CLASSES[one.class] }
  const ask = () => hall.api<{ ticket: Told }>('POST', '/api/tickets', { token: kiosk, body, key })
  const answers = await Promise.all(one.twice ? [ask(), ask()] : [ask()])
  for (const { status, body: reply } of answers) {
    expect(status).toBe(201)
    expect(reply.ticket).toEqual(answers[0]?.body.ticket)
  }
  told.push(answers[0].body.ticket)
}

async function step(one: Act & { do: 'step' }, now: readonly TicketRow[]): Promise<void> {
  const ticket = now[one.ticket % now.length]
  if (!ticket) return
  const version = one.stale ? ticket.version + 1 : ticket.version
  const to = one.to < 4 ? { lane: LANES[one.to] ?? '' } : { window: CLERKS[one.to - 4]?.[0] ?? '' }
  const body: Step =
    one.step === 'transfer'
      ? { step: one.step, version, to }
      : one.step === 'call'
        ? { step: one.step, version, reason: 'urgent' }
        : one.step === 'add' || one.step === 'drop'
          ? { step: one.step, version, matter: MATTERS[one.to % MATTERS.length] ?? '' }
          : one.step === 'miss'
            ? { step: one.step, version, reason: 'aloud' }
            : { step: one.step, version }
  const { status, body: reply } = await hall.step(clerks[one.clerk] ?? '', ticket.id, body)
  // Done, or refused with where the ticket stands: never broken.
  expect([200, 409]).toContain(status)
  if (reply.error?.code === 'ticket_changed') expect(reply.error.facts.label).toMatch(/^[A-D]\d{3}$/)
}

async function press(
  one: Act,
  { told, now, key }: { told: Told[]; now: readonly TicketRow[]; key: string },
): Promise<void> {
  if (one.do === 'take') return take(one, told, key)
  if (one.do === 'step') return step(one, now)
  if (one.do === 'wait') return hall.clock.forward(one.minutes)
  const [window] = CLERKS[one.clerk] ?? []
  const path = `/api/windows/${window ?? ''}/${one.do}`
  const { status } = await hall.api('POST', path, { token: clerks[one.clerk] ?? '', body: {} })
  expect([200, 409]).toContain(status)
}

/** What holds after every handful, whatever was pressed. */
async function check(told: readonly Told[]): Promise<void> {
  const now = await rows()
  // Nobody lost, nobody doubled.
  expect(now.map(({ id }) => id).sort()).toEqual(told.map(({ id }) => id).sort())
  expect(new Set(told.map(({ label }) => label)).size).toBe(told.length)
  for (const prefix of 'ABCD') {
    const numbers = now.filter((ticket) => ticket.prefix === prefix).map(({ number }) => number)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
  }
  // One at a window at most, and none without one.
  const active = now.filter(({ state }) => state === 'called' || state === 'serving')
  expect(new Set(active.map(({ window_id }) => window_id)).size).toBe(active.length)
  expect(active.every(({ window_id }) => window_id !== null)).toBe(true)
  for (const ticket of now) expect(ended.includes(ticket.state)).toBe(ticket.ended_at !== null)
  // What is counted is what is there.
  const lanes = await hall.store.db.selectFrom('lane_day').selectAll().execute()
  for (const lane of lanes)
    expect(lane.waiting, lane.lane_id).toBe(
      now.filter((one) => one.lane_id === lane.lane_id && one.state === 'waiting').length,
    )
}

/** The desk sees every open ticket, in one place each, in the order of rank. */
async function checkDesk(): Promise<void> {
  const now = await rows()
  const { body: desk } = await hall.api<DeskView>('GET', '/api/views/desk', { token: clerks[0] ?? '' })
  const current = desk.windows.flatMap(({ current }) => current ?? [])
  const seen = [...desk.waiting, ...desk.held, ...desk.missed, ...current]
  const open = now.filter(({ state }) => !ended.includes(state))
  expect(seen.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id))
  const ranks = desk.waiting.map(({ rankAt }) => rankAt)
  expect(ranks).toEqual(ranks.toSorted())
  expect(desk.lanes.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(desk.waiting.length)
  for (const window of desk.windows) {
    const mine = desk.waiting.filter(({ lane, window: to }) =>
      to === null ? window.allRound || window.lanes.includes(lane) : to === window.number,
    )
    const order = nextFor(
      window,
      mine.map((ticket) => ({ ...ticket, window: ticket.window === null ? null : window.id })),
    )
    expect(window.next.map(({ id }) => id)).toEqual(order.slice(0, 3).map(({ id }) => id))
    expect(window.waiting).toBe(mine.length)
  }
}

describe('a day at random', () => {
  it('loses nobody, doubles nobody, and shows everybody', async () => {
    let days = 0
    await fc.assert(
      fc.asyncProperty(day, async (handfuls) => {
        // Each day is a service day of its own, in the same hall.
        days += 1
        hall.clock.set(MONDAY_10)
        await hall.emptyQueue()
        const told: Told[] = []
        for (const [turn, handful] of handfuls.entries()) {
          const now = await rows()
          await stayAwake()
          await Promise.all(
            handful.map((one, place) => press(one, { told, now, key: `day${days}-turn${turn}-act${place}` })),
          )
          await check(told)
        }
        await checkDesk()
      }),
      { numRuns: 8, endOnFailure: true },
    )
  }, 300_000)

  it('at one window: n steps and n times undo leave every ticket as it was', async () => {
    const presses = fc.array(fc.tuple(fc.constantFrom('next', ...STEPS), fc.nat(5)), {
      minLength: 5,
      maxLength: 20,
      size: 'max',
    })
    let days = 0
    await fc.assert(
      fc.asyncProperty(presses, async (list) => {
        days += 1
        hall.clock.set(MONDAY_10)
        await hall.emptyQueue()
        const token = clerks[0] ?? ''
        const told: Told[] = []
        for (let one = 0; one < 5; one += 1)
          await take({ do: 'take', matter: one, class: one % 3, twice: false }, told, `undo${days}-${one}-take`)
        const before = await rows()
        let steps = 0
        for (const [name, place] of list) {
          hall.clock.forward(1)
          await stayAwake()
          const ticket = (await rows())[place % before.length]
          if (!ticket) continue
          const { status } =
            name === 'next' ? await hall.next(token, 'w1') : await hall.step(token, ticket.id, stepOf(name, ticket))
          if (status === 200) steps += 1
        }
        for (let undone = 0; undone < steps; undone += 1) {
          const { status, body } = await hall.api('POST', '/api/windows/w1/undo', { token, body: {} })
          expect(status, JSON.stringify(body)).toBe(200)
        }
        const same = ({ version, ...rest }: TicketRow) => rest
        expect((await rows()).map(same)).toEqual(before.map(same))
        const undo = await hall.api<{ error: { code: string } }>('POST', '/api/windows/w1/undo', { token, body: {} })
        expect(undo.body.error.code).toBe('nothing_to_undo')
        const { body: board } = await hall.api<{ calls: unknown[]; outOfOrder: number }>('GET', '/api/views/board', {
          token,
        })
        expect([board.calls, board.outOfOrder]).toEqual([[], 0])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 300_000)

  function stepOf(name: StepName, ticket: TicketRow): Step {
    if (name === 'transfer')
      return { step: name, version: ticket.version, to: { lane: LANES[ticket.number % 4] ?? 'party' } }
    if (name === 'add' || name === 'drop')
      return { step: name, version: ticket.version, matter: MATTERS[ticket.version % MATTERS.length] ?? '' }
    if (name === 'miss') return { step: name, version: ticket.version, reason: 'aloud' }
    return name === 'call'
      ? { step: name, version: ticket.version, reason: 'urgent' }
      : { step: name, version: ticket.version }
  }

  /** Sessions are not what is tried here: nobody idles. */
  async function stayAwake(): Promise<void> {
    const seen_at = new Date(hall.clock.now()).toISOString()
    await hall.store.write((trx) => trx.updateTable('session').set({ seen_at }).execute())
  }
})
