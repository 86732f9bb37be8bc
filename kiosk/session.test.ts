import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '#assets/hub/intent.ts'
import { Language } from '#assets/i18n/language.svelte.ts'
import type { TicketFace } from '#contract/intents.ts'
import { ASK_AFTER, ASK_FOR, type Order } from './flow.ts'
import { Pending, PENDING_FOR } from './pending.ts'
import type { PrintedTicket, PrintResult } from './printing/printer.ts'
import { KioskSession } from './session.svelte.ts'

type Reply = Answer<{ ticket: TicketFace }>

const ticket = { id: 't1', code: 'c1', label: 'B010', ahead: 4 } as TicketFace
const paper = { label: 'B010' } as PrintedTicket
const taken: Reply = { ok: true, value: { ticket } }
const offline: Reply = { ok: false, code: 'offline', facts: {} }

/** A kiosk on a bench: what it sends, what it keeps, and hands on its clock. */
class Bench {
  now = 1_000_000
  store = new Map<string, string>()
  sent: Order[] = []
  replies: (Reply | Promise<Reply>)[] = []
  reports: string[] = []
  prints: (PrintResult | Promise<PrintResult>)[] = ['printed']
  language = new Language()
  storage = {
    getItem: (name: string) => this.store.get(name) ?? null,
    setItem: (name: string, value: string) => void this.store.set(name, value),
    removeItem: (name: string) => void this.store.delete(name),
  }

  /** Another page on the same machine: after a reload or a power cut. */
  open(printer = true): KioskSession {
    return new KioskSession({
      take: async (order) => {
        this.sent.push(order)
        return this.replies.shift() ?? taken
      },
      report: (id, outcome) => Promise.resolve(this.reports.push(`${id} ${outcome}`)),
      printer: printer ? { print: async () => this.prints.shift() ?? 'failed' } : null,
      pending: new Pending(this.storage, () => this.now),
      language: this.language,
      clock: () => this.now,
    })
  }
}

let bench: Bench
let session: KioskSession
beforeEach(() => {
  bench = new Bench()
  session = bench.open()
})

describe('taking a number', () => {
  it('needs two touches from home', async () => {
    session.choose('roof-leak')
    await session.take('normal')
    expect(session.stage).toMatchObject({ at: 'number', ticket: { label: 'B010' }, paper: 'printing' })
    expect(bench.sent.map(({ body }) => body)).toEqual([{ matter: 'roof-leak', class: 'normal' }])
  })

  it('sends once when the button is pressed twice', async () => {
    session.choose('roof-leak')
    await Promise.all([session.take('normal'), session.take('senior')])
    expect(bench.sent).toHaveLength(1)
  })

  it('tries again with the same key, and forgets it once answered', async () => {
    bench.replies = [offline, taken]
    session.choose('roof-leak')
    await session.take('normal')
    expect(session.stage.at).toBe('trouble')
    await session.again()
    expect(session.stage.at).toBe('number')
    expect(bench.sent[1]).toEqual(bench.sent[0])
    expect(bench.store.size).toBe(0)
  })

  it('takes another key for another number', async () => {
    for (const matter of ['roof-leak', 'noise']) {
      session.choose(matter)
      await session.take('normal')
      session.reset()
    }
    expect(new Set(bench.sent.map(({ key }) => key)).size).toBe(2)
  })

  it('shows a refusal and keeps nothing of it', async () => {
    bench.replies = [{ ok: false, code: 'hall_closed', facts: { next: null, from: null } }]
    session.choose('roof-leak')
    await session.take('normal')
    expect(session.stage).toMatchObject({ at: 'trouble', failure: { code: 'hall_closed' } })
    expect(bench.store.size).toBe(0)
  })
})

describe('after a power cut in the middle', () => {
  beforeEach(() => {
    bench.replies = [new Promise(() => {})]
    session.choose('roof-leak')
    void session.take('senior')
  })

  it('sends the same wish with the same key and shows the number', async () => {
    bench.now += PENDING_FOR - 1
    const next = bench.open()
    await next.resume()
    expect(next.stage.at).toBe('number')
    expect(bench.sent[1]).toEqual(bench.sent[0])
  })

  it('lets it be after two minutes: the visitor has gone', async () => {
    bench.now += PENDING_FOR
    const next = bench.open()
    await next.resume()
    expect(next.stage.at).toBe('home')
    expect(bench.sent).toHaveLength(1)
    expect(bench.store.size).toBe(0)
  })

  it('starts clean when what was kept is damaged', async () => {
    bench.store.set('kiosk.pending', '{"key":"abc')
    const next = bench.open()
    await next.resume()
    expect(next.stage.at).toBe('home')
  })
})

describe('paper', () => {
  const take = async (on: KioskSession) => {
    on.choose('roof-leak')
    await on.take('normal')
    await on.print(paper)
  }

  it('is reported printed once', async () => {
    await take(session)
    await session.print(paper)
    expect(session.stage).toMatchObject({ paper: 'printed' })
    expect(bench.reports).toEqual(['t1 printed'])
  })

  it('that failed never looks like success', async () => {
    bench.prints = ['failed']
    await take(session)
    expect(session.stage).toMatchObject({ at: 'number', paper: 'failed' })
    expect(bench.reports).toEqual(['t1 failed'])
  })

  it('that does not exist is reported as failed', async () => {
    const bare = bench.open(false)
    await take(bare)
    expect(bare.stage).toMatchObject({ paper: 'none' })
    expect(bench.reports).toEqual(['t1 failed'])
  })

  it('that comes late does not bring back a number that was left', async () => {
    let finish = (_: PrintResult) => {}
    bench.prints = [new Promise<PrintResult>((done) => (finish = done))]
    session.choose('roof-leak')
    await session.take('normal')
    const printing = session.print(paper)
    session.reset()
    finish('failed')
    await printing
    expect(session.stage.at).toBe('home')
    expect(bench.reports).toEqual(['t1 failed'])
  })
})

describe('a scanned code', () => {
  it('opens the check-in at home, and is gone with it', () => {
    expect(session.scan('48217350')).toBe(true)
    expect(session.stage).toEqual({ at: 'appointment', scanned: '48217350' })
    session.back()
    session.read('appointment')
    expect(session.stage).toEqual({ at: 'appointment' })
    session.reset()
    session.scan('48217350')
    bench.now += ASK_AFTER + ASK_FOR
    session.tick()
    expect(JSON.stringify([session.stage, ...bench.store.values()])).not.toContain('48217350')
  })

  it('changes nothing for a visitor who is in the middle of something', () => {
    session.choose('roof-leak')
    expect(session.scan('48217350')).toBe(false)
    expect(session.stage.at).toBe('matter')
  })
})

describe('an idle screen', () => {
  it('asks, can be extended without limit, and leaves nothing behind', () => {
    session.elder = true
    bench.language.lead = 'en'
    session.open('service')
    for (let times = 0; times < 50; times += 1) {
      bench.now += ASK_AFTER
      session.tick()
      expect(session.quiet).toEqual({ is: 'asking', left: 15 })
      session.stay()
      expect(session.quiet.is).toBe('fine')
    }
    bench.now += ASK_AFTER + ASK_FOR
    session.tick()
    expect(session.stage.at).toBe('home')
    expect(session.elder).toBe(false)
    expect(bench.language.lead).toBe('zh')
  })

  it('is not answered by a touch beside the buttons', () => {
    session.open('service')
    bench.now += ASK_AFTER
    session.tick()
    session.touch()
    session.tick()
    expect(session.quiet.is).toBe('asking')
  })

  it('keeps language and type step on the visitor’s own way back home', () => {
    bench.language.lead = 'en'
    session.elder = true
    session.open('service')
    session.back()
    expect([session.stage.at, session.elder, bench.language.lead]).toEqual(['home', true, 'en'])
  })
})
