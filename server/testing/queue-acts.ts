// What kiosks, desks, phones and clocks do to a hall, each as a command that is carried out on a real hub over HTTP and on the model, and
// compared: the hub's answer with what the model says must come of it.
// Long: the acts stand together, since each is read beside the others that it may follow.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { LeaseBook, SlipBody, SlipsReply } from '#contract/leases.ts'
import type { StepName } from '#contract/intents.ts'
import type { TicketView } from '#contract/views.ts'
import { newId, newSecret } from '../ids.ts'
import type { Reply, TestHall } from './hall.ts'
import {
  HALL,
  LANES,
  MATTERS,
  WINDOWS,
  type Lane,
  type ModelTicket,
  type QueueModel,
  type Window,
} from './queue-model.ts'

/** The hub and what is known of it outside. */
export interface Real {
  hall: TestHall
  kiosks: string[]
  desks: Record<Window, string>
  /** Compares everything. */
  check: (model: QueueModel) => Promise<void>
  /** How many were done. */
  acts: number
}

interface Refused {
  error?: { code: string }
}
type Made = Refused & { ticket: { id: string; label: string; code: string; version: number; state: string } }

const MINUTE = 60_000
const CLASSES = ['normal', 'senior', 'pregnant'] as const
const STEPS: StepName[] = ['call', 'again', 'start', 'hold', 'miss', 'requeue', 'transfer', 'finish', 'onward', 'leave']

abstract class Act implements fc.AsyncCommand<QueueModel, Real> {
  check(_: Readonly<QueueModel>): boolean {
    return true
  }
  async run(model: QueueModel, real: Real): Promise<void> {
    await this.act(model, real)
    real.acts += 1
    await real.check(model)
  }
  abstract act(model: QueueModel, real: Real): Promise<void>
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
/** Exactly one of both: done, or refused for a reason that is a state of things and not a fault. */
function expectDone({ status, body }: Reply<Refused>, done: boolean, what: string): void {
  expect(`${what}: ${status === 200 || status === 201}`, JSON.stringify(body)).toBe(`${what}: ${done}`)
  if (!done) expect(status, JSON.stringify(body)).toBe(409)
}

/** A number at a kiosk; `again`: the answer was lost, and the kiosk asks once more. */
export class Take extends Act {
  readonly kiosk: number
  readonly matters: number[]
  readonly klass: number
  readonly again: boolean
  constructor(kiosk: number, matters: number[], klass: number, again: boolean) {
    super()
    this.kiosk = kiosk
    this.matters = matters
    this.klass = klass
    this.again = again
  }
  async act(model: QueueModel, { hall, kiosks }: Real): Promise<void> {
    const [first = MATTERS[0], ...more] = [...new Set(this.matters.map((one) => MATTERS[one % MATTERS.length]!))]
    const body = { matter: first, class: CLASSES[this.klass], ...(more.length > 0 && { more }) }
    const key = newId(Date.now())
    const ask = () =>
      hall.api<{ ticket: Made['ticket'] & { lane: Lane; matter: string; more?: string[]; ahead: number } }>(
        'POST',
        '/api/tickets',
        { token: kiosks[this.kiosk] ?? '', body, key },
      )
    const { status, body: reply } = await ask()
    expect(status, JSON.stringify(reply)).toBe(201)
    if (this.again) expect((await ask()).body).toEqual(reply)
    const { ticket } = reply
    // The hub chooses which of several matters comes first; it must be one of them, and the others follow.
    expect([ticket.matter, ...(ticket.more ?? [])].sort()).toEqual([first, ...more].sort())
    const lane = HALL.matters[ticket.matter as keyof typeof HALL.matters]
    expect([ticket.lane, ticket.label]).toEqual([lane, model.nextLabel(lane)])
    const made: ModelTicket = {
      ...{ id: ticket.id, code: ticket.code, label: ticket.label, date: model.date, lane, matter: ticket.matter },
      ...{ more: ticket.more ?? [], state: 'waiting', joined: model.now, window: null, version: 1, calls: 0 },
      rank: model.now - (model.headStarts[CLASSES[this.klass]!] ?? 0) * MINUTE,
    }
    model.tickets.push(made)
    expect(ticket.ahead).toBe(model.ahead(made))
  }
  override toString = () => `Take(${this.kiosk}, [${this.matters.join()}], ${this.klass}, ${this.again})`
}

/** The next in order, to a window. */
export class Next extends Act {
  readonly window: Window
  constructor(window: Window) {
    super()
    this.window = window
  }
  async act(model: QueueModel, { hall, desks }: Real): Promise<void> {
    const busy = model.active(this.window)
    const reply = await hall.next(desks[this.window], this.window)
    const waiting = model.waiting(this.window)
    expectDone(reply, !busy && waiting.length > 0, 'next')
    if (reply.status !== 200) return
    const ticket = model.tickets.find(({ id }) => id === reply.body.ticket.id)!
    // Within a lane it is always the first; of the lanes, nobody is passed over by more than the rule says.
    expect(waiting.find(({ lane, window }) => lane === ticket.lane && window === ticket.window)?.label).toBe(
      ticket.label,
    )
    for (const other of waiting) {
      const late = (ticket.joined - other.joined) / MINUTE
      if (other.rank <= other.joined && ticket.rank <= ticket.joined)
        expect(late, `${ticket.label} passed ${other.label}`).toBeLessThanOrEqual(Math.max(...headStarts(model), 10))
    }
    put(model, ticket, model.after(ticket, { step: 'call', window: this.window })!, { by: this.window, step: 'call' })
  }
  override toString = () => `Next(${this.window})`
}

const headStarts = ({ headStarts: all }: QueueModel) => Object.values(all)

/** The ticket changes, and whoever did it can take it back. */
function put(model: QueueModel, before: ModelTicket, after: ModelTicket, { by, step }: { by: string; step: StepName }) {
  model.tickets = model.tickets.map((one) => (one.id === before.id ? after : one))
  const list = (model.steps[by] ??= [])
  list.push({ ticket: before.id, before, version: after.version, step, at: model.now, undone: false })
}

/** Any step with any ticket at any window, possible or not; `stale`: on a screen that is behind. */
export class Step extends Act {
  readonly window: Window
  readonly ticket: number
  readonly step: StepName
  readonly to: number
  readonly stale: boolean
  constructor(window: Window, ticket: number, step: StepName, to: number, stale: boolean) {
    super()
    this.window = window
    this.ticket = ticket
    this.step = step
    this.to = to
    this.stale = stale
  }
  override check({ tickets }: Readonly<QueueModel>): boolean {
    return tickets.length > 0
  }
  async act(model: QueueModel, { hall, desks }: Real): Promise<void> {
    // More often than not it is the one that stands at the window.
    const here = this.ticket % 3 > 0 ? model.active(this.window) : undefined
    const ticket = here ?? pick(model.tickets, this.ticket)!
    const to = pick<Lane | Window>([...LANES, ...WINDOWS], this.to)!
    const version = ticket.version + (this.stale ? 1 : 0)
    const { status, body } = await hall.step(desks[this.window], ticket.id, {
      ...{ step: this.step, version },
      ...(this.step === 'call' && { reason: 'urgent' }),
      // No wall is connected here: a miss always needs its reason.
      ...(this.step === 'miss' && { reason: 'aloud' }),
      ...(this.step === 'transfer' && { to: LANES.includes(to as Lane) ? { lane: to } : { window: to } }),
    } as Parameters<TestHall['step']>[2])
    const after = this.stale ? null : model.after(ticket, { step: this.step, window: this.window, to })
    const full = this.step === 'call' && model.active(this.window) !== undefined
    expectDone({ status, body, headers: new Headers() }, after !== null && !full, `${this.step} ${ticket.label}`)
    if (status === 200 && after) put(model, ticket, after, { by: this.window, step: this.step })
  }
  override toString = () => `Step(${this.window}, ${this.ticket}, ${this.step}, ${this.to}, ${this.stale})`
}

/** The last step of a window is taken back, exactly. */
export class Undo extends Act {
  readonly window: Window
  constructor(window: Window) {
    super()
    this.window = window
  }
  async act(model: QueueModel, { hall, desks }: Real): Promise<void> {
    const reply = await hall.api<Refused>('POST', `/api/windows/${this.window}/undo`, {
      token: desks[this.window],
      body: {},
    })
    const last = lastOf(model, this.window)
    const ticket = last && model.tickets.find(({ id }) => id === last.ticket)
    const back = last && ticket?.version === last.version ? last.before : null
    const taken = back && ['called', 'serving'].includes(back.state) ? model.active(back.window) : undefined
    const possible = back !== null && back !== undefined && (taken === undefined || taken.id === back.id)
    expectDone(reply, possible, `undo ${last?.step ?? 'nothing'} ${ticket?.label ?? ''}`)
    if (possible && last && ticket) restore(model, ticket, last)
  }
  override toString = () => `Undo(${this.window})`
}

const lastOf = (model: QueueModel, by: string) =>
  (model.steps[by] ?? []).filter(({ undone, at }) => !undone && at >= midnight(model)).at(-1)

const midnight = ({ date }: QueueModel) => Date.parse(`${date}T00:00:00.000+08:00`)

function restore(model: QueueModel, ticket: ModelTicket, step: { before: ModelTicket; undone: boolean }): void {
  const back = { ...step.before, version: ticket.version + 1 }
  model.tickets = model.tickets.map((one) => (one.id === ticket.id ? back : one))
  step.undone = true
  // The step before it may be taken back now: it is the ticket's newest again.
  for (const list of Object.values(model.steps))
    for (const one of list)
      if (!one.undone && one.ticket === ticket.id && one.version === step.before.version) one.version = back.version
}

/** The holder of a number, by phone. */
export class Phone extends Act {
  readonly ticket: number
  readonly what: 'look' | 'leave' | 'back' | 'return'
  constructor(ticket: number, what: 'look' | 'leave' | 'back' | 'return') {
    super()
    this.ticket = ticket
    this.what = what
  }
  override check({ tickets }: Readonly<QueueModel>): boolean {
    return tickets.length > 0
  }
  async act(model: QueueModel, { hall }: Real): Promise<void> {
    const ticket = pick(model.tickets, this.ticket)!
    if (this.what === 'look') {
      const { body } = await hall.api<TicketView>('GET', `/api/views/ticket/${ticket.code}`)
      const ahead = ticket.state === 'waiting' ? model.ahead(ticket) : null
      return expect([body.label, body.state, body.ahead]).toEqual([ticket.label, ticket.state, ahead])
    }
    const reply = await hall.api<Refused>('POST', `/api/tickets/${ticket.code}/${this.what}`, { body: {} })
    const today = ticket.date === model.date
    if (this.what === 'leave') {
      const after = ['waiting', 'held', 'missed'].includes(ticket.state)
        ? model.after(ticket, { step: 'leave', window: '' })
        : null
      expectDone(reply, after !== null, `leaves ${ticket.label}`)
      if (after) put(model, ticket, after, { by: 'phone', step: 'leave' })
    } else if (this.what === 'return') {
      const after = ticket.state === 'missed' && today ? model.after(ticket, { step: 'requeue', window: '' }) : null
      expectDone(reply, after !== null, `returns ${ticket.label}`)
      if (after) put(model, ticket, after, { by: 'phone', step: 'requeue' })
    } else {
      const left = (model.steps.phone ?? []).findLast((one) => one.ticket === ticket.id && !one.undone)
      const fresh =
        left?.step === 'leave' && left.version === ticket.version && model.now <= left.at + 10 * MINUTE && today
      expectDone(reply, fresh, `comes back ${ticket.label}`)
      if (fresh && left) restore(model, ticket, left)
    }
  }
  override toString = () => `Phone(${this.ticket}, ${this.what})`
}

/** Between two who take a number of a block. */
const APART = 15_000

/** The hub is gone for a while: a kiosk gives numbers of its block, and hands them in afterwards, twice. */
export class Away extends Act {
  readonly kiosk: number
  readonly people: number[]
  constructor(kiosk: number, people: number[]) {
    super()
    this.kiosk = kiosk
    this.people = people
  }
  /** A block is of one service day: that one of another day is refused is tried elsewhere. */
  override check(model: Readonly<QueueModel>): boolean {
    return model.now + this.people.length * APART < midnight(model) + 1440 * MINUTE
  }
  async act(model: QueueModel, { hall, kiosks }: Real): Promise<void> {
    const token = kiosks[this.kiosk] ?? ''
    const { body: book } = await hall.api<LeaseBook>('POST', '/api/leases', { token, body: { held: [] } })
    const used = new Map<string, number>()
    const slips = this.people.map((one, sequence): SlipBody => {
      const matter = MATTERS[one % MATTERS.length]!
      const lane = HALL.matters[matter]
      const block = book.leases.findLast((lease) => lease.lane === lane && lease.serviceDate === model.date)!
      const number = block.first + (used.get(block.id) ?? 0)
      used.set(block.id, number - block.first + 1)
      hall.clock.forward(APART / MINUTE)
      return {
        ...{ id: newId(hall.clock.now()), code: newSecret(), lease: block.id, lane, prefix: HALL.prefixes[lane] },
        ...{ number, matter, class: CLASSES[one % 3]!, takenAt: new Date(hall.clock.now()).toISOString(), sure: true },
        ...{ sequence, asked: null, printed: 'printed' },
      }
    })
    model.now = hall.clock.now()
    const hand = () => hall.api<SlipsReply>('POST', '/api/slips', { token, body: { slips } })
    const { body: first } = await hand()
    expect((await hand()).body.slips.map(({ label }) => label)).toEqual(first.slips.map(({ label }) => label))
    for (const slip of slips) {
      const label = slip.prefix + String(slip.number)
      expect(first.slips.find(({ id }) => id === slip.id)).toMatchObject({ outcome: 'kept', label })
      const row = await hall.store.db
        .selectFrom('ticket')
        .select('id')
        .where('code', '=', slip.code)
        .executeTakeFirstOrThrow()
      const joined = Date.parse(slip.takenAt)
      model.tickets.push({
        ...{ id: row.id, code: slip.code, label, date: model.date, lane: slip.lane, matter: slip.matter, more: [] },
        ...{ state: 'waiting', joined, window: null, version: 1, calls: 0 },
        rank: joined - (model.headStarts[slip.class] ?? 0) * MINUTE,
      })
    }
  }
  override toString = () => `Away(${this.kiosk}, [${this.people.join()}])`
}

/** The clock goes on, jumps by an hour either way, or passes midnight. */
export class Clock extends Act {
  readonly minutes: number | 'midnight'
  constructor(minutes: number | 'midnight') {
    super()
    this.minutes = minutes
  }
  async act(model: QueueModel, real: Real): Promise<void> {
    model.now = this.minutes === 'midnight' ? midnight(model) + 1441 * MINUTE : model.now + this.minutes * MINUTE
    await settleClock(model, real)
  }
  override toString = () => `Clock(${this.minutes})`
}

/** The hub's clock is the model's, what time brings has come, and everybody sits at their window. */
export async function settleClock({ now }: QueueModel, { hall, desks }: Real): Promise<void> {
  // Nobody idles here: sessions are tried elsewhere.
  const seen_at = new Date(now).toISOString()
  await hall.store.write((trx) => trx.updateTable('session').set({ seen_at, created_at: seen_at }).execute())
  hall.clock.set(now)
  await hall.app.schedule.look()
  for (const window of WINDOWS) {
    const { status, body } = await hall.api('POST', `/api/windows/${window}/sit`, { token: desks[window], body: {} })
    expect(status, JSON.stringify(body)).toBe(200)
  }
}

const window = fc.constantFrom(...WINDOWS)
/** A day's acts in the proportions of a hall, with more trouble than any hall has. */
export const acts = fc.commands(
  [
    fc
      .tuple(fc.nat(1), fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }), fc.nat(2), fc.boolean())
      .map((all) => new Take(...all)),
    window.map((one) => new Next(one)),
    ...Array.from({ length: 3 }, () =>
      fc
        .tuple(window, fc.nat(40), fc.constantFrom(...STEPS), fc.nat(6), fc.nat(9))
        .map(([one, ticket, step, to, stale]) => new Step(one, ticket, step, to, stale === 0)),
    ),
    window.map((one) => new Undo(one)),
    fc
      .tuple(
        fc.nat(40),
        fc.constantFrom('look' as const, 'look' as const, 'leave' as const, 'back' as const, 'return' as const),
      )
      .map((all) => new Phone(...all)),
    fc.tuple(fc.nat(1), fc.array(fc.nat(20), { minLength: 1, maxLength: 4 })).map((all) => new Away(...all)),
    fc
      .oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 15 }) },
        { weight: 1, arbitrary: fc.constantFrom(60, -60) },
        { weight: 1, arbitrary: fc.constant('midnight' as const) },
      )
      .map((minutes) => new Clock(minutes)),
  ],
  { maxCommands: 100, size: 'max' },
)
