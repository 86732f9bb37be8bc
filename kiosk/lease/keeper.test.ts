// A kiosk's numbers without the hub: filled while it answers, issued while it does not, handed in once when it is back.
import { beforeEach, describe, expect, it } from 'vitest'
import type { LeaseBook, LeaseFace, ReturnSlips, SlipBody } from '#contract/leases.ts'
import type { ViewOf } from '#contract/views.ts'
import { LeaseKeeper, type HubSight } from './keeper.ts'
import { nothingKept, type Kept, type Shelf } from './shelf.ts'

const TEN = Date.parse('2026-11-23T02:00:00.000Z')
const MINUTE = 60_000
const opening = (date: string) => ({
  date,
  spans: [],
  openings: [{ from: `${date}T00:30:00.000Z`, to: `${date}T12:00:00.000Z`, kind: 'regular' }],
  reason: null,
  holiday: null,
})
const views = {
  kiosk: {
    hall: { zone: 'Asia/Shanghai' },
    hours: { date: '2026-11-23', today: [], open: null, next: null },
    lanes: [{ id: 'governance', prefix: 'B' }],
    duty: [],
  },
  catalog: { matters: [{ id: 'roof-leak', lane: 'governance' }] },
  almanac: { days: [opening('2026-11-23'), opening('2026-11-24')], duty: [] },
} as unknown as Partial<ViewOf>

const block = (serviceDate = '2026-11-23', first = 601, last = 603): LeaseFace => ({
  id: `${serviceDate} ${first}`,
  lane: 'governance',
  serviceDate,
  first,
  last,
  grantedAt: '2026-11-23T00:00:00.000Z',
})

/** A kiosk on a bench: its storage outlives its pages, and hands move its clocks. */
class Bench implements HubSight {
  received = views
  connected = true
  silence = 0
  offset = 0
  dismissed = null
  time = TEN
  ticks = 0
  kept: Kept = nothingKept
  broken = false
  leases: LeaseFace[] = [block()]
  asked: number[] = []
  handed: SlipBody[][] = []
  hears = true
  returned: string[] = []

  shelf: Shelf = {
    change: async (change) => {
      if (this.broken) throw new Error('full')
      const { kept, result } = change(this.kept)
      this.kept = structuredClone(kept)
      return result
    },
  }

  page(): LeaseKeeper {
    const keeper = new LeaseKeeper(this, {
      shelf: this.shelf,
      lease: async ({ held }) => {
        this.asked.push(held.length)
        const value: LeaseBook = { at: '', device: 'k1', base: 'http://hall', paper: 'own', leases: this.leases }
        return { ok: true, value }
      },
      hand: async ({ slips }: ReturnSlips) => {
        this.handed.push(slips)
        if (!this.hears) return { ok: false, code: 'offline', facts: {} }
        const value = slips.map(({ id, prefix, number }) => ({
          id,
          outcome: 'kept' as const,
          label: `${prefix}${number}`,
        }))
        return { ok: true, value: { slips: value } }
      },
      qr: async (link) => `picture of ${link}`,
      wall: () => this.time,
      monotonic: () => this.ticks,
    })
    keeper.onreturned = (_, label) => this.returned.push(label ?? 'nothing')
    return keeper
  }

  pass(minutes: number, set = 0): void {
    this.ticks += minutes * MINUTE
    this.time += (minutes + set) * MINUTE
  }
}

let bench: Bench
beforeEach(() => (bench = new Bench()))
const order = (key: string) => ({ key, body: { matter: 'roof-leak', class: 'normal' } })
async function labels(keeper: LeaseKeeper, ...keys: string[]): Promise<string[]> {
  const said: string[] = []
  for (const key of keys) {
    const taken = await keeper.issue(order(key))
    said.push(taken.ok ? taken.ticket.label : (taken.why ?? taken.failure.code))
  }
  return said
}

describe('blocks', () => {
  it('are asked for at first, and again when more than half is gone, on another day, or after a while', async () => {
    const keeper = bench.page()
    await keeper.tick()
    await keeper.tick()
    expect(bench.asked).toEqual([0])
    await labels(keeper, 'one', 'two')
    bench.pass(1)
    await keeper.tick()
    expect(bench.asked).toEqual([0, 1])
    bench.leases = [block(), block('2026-11-23', 641, 680)]
    bench.pass(11)
    await keeper.tick()
    await keeper.tick()
    expect(bench.asked).toEqual([0, 1, 1])
  })

  it('are not asked for while the hub is not heard, or where this kiosk is nobody’s', async () => {
    const keeper = bench.page()
    bench.silence = 5000
    await keeper.tick()
    bench.silence = 0
    bench.connected = false
    await keeper.tick()
    expect(bench.asked).toEqual([])
  })
})

describe('a number without the hub', () => {
  it('is the next of the block, with a code of its own, also after a reload', async () => {
    const keeper = bench.page()
    await keeper.tick()
    bench.connected = false
    expect(await labels(keeper, 'one')).toEqual(['B601'])
    expect(await labels(bench.page(), 'two', 'three', 'four')).toEqual(['B602', 'B603', 'lease_empty'])
    const codes = bench.kept.slips.map(({ code }) => code)
    expect(new Set(codes).size).toBe(3)
    for (const code of codes) expect(code).toMatch(/^[\w-]{22}$/)
    expect(bench.kept.slips.map(({ asked }) => asked)).toEqual(['one', 'two', 'three'])
  })

  it('is one number for one wish', async () => {
    const keeper = bench.page()
    await keeper.tick()
    expect(await labels(keeper, 'same', 'same')).toEqual(['B601', 'B601'])
    expect(bench.kept.slips).toHaveLength(1)
  })

  it('is given within the kept hours only, and not on a day that is not known', async () => {
    const keeper = bench.page()
    await keeper.tick()
    bench.pass(11 * 60)
    expect(await labels(keeper, 'late')).toEqual(['hall_closed'])
    bench.pass(13 * 60)
    expect(await labels(keeper, 'tomorrow')).toEqual(['lease_over'])
    bench.pass(24 * 60)
    expect(await labels(keeper, 'later')).toEqual(['hours_unknown'])
  })

  it('is not given while everybody leaves the house', async () => {
    bench.received = {
      ...views,
      alert: { alert: { stops: true, hazard: 'fire', expiresAt: '2026-11-24T00:00:00.000Z' } },
    } as unknown as Partial<ViewOf>
    const keeper = bench.page()
    await keeper.tick()
    expect(await labels(keeper, 'one')).toEqual(['hall_emergency'])
  })

  it('is not shown where it cannot be written down, and not made up where nothing was leased', async () => {
    expect(await labels(bench.page(), 'one')).toEqual(['lease_none'])
    bench.broken = true
    expect(await labels(bench.page(), 'one')).toEqual(['no_storage'])
  })

  it.each([-60, 60])('has the time at which it was taken, though the clock was set by %i minutes', async (set) => {
    const keeper = bench.page()
    await keeper.tick()
    bench.connected = false
    bench.pass(7, set)
    await labels(keeper, 'one')
    expect(bench.kept.slips[0]).toMatchObject({ takenAt: new Date(TEN + 7 * MINUTE).toISOString(), sure: true })
    // After a restart somebody may have set the clock: it is said that it is not sure, and it is never before the hub's last word.
    bench.ticks = 0
    await labels(bench.page(), 'two')
    expect(bench.kept.slips[1]!.sure).toBe(false)
    expect(Date.parse(bench.kept.slips[1]!.takenAt)).toBeGreaterThanOrEqual(TEN)
  })
})

describe('the return', () => {
  it('hands every slip in until the hub has answered, and then never again', async () => {
    const keeper = bench.page()
    await keeper.tick()
    bench.connected = false
    await labels(keeper, 'one', 'two')
    await keeper.note(bench.kept.slips[0]!.id, 'printed')
    bench.connected = true
    bench.hears = false
    bench.pass(5)
    await keeper.tick()
    expect(bench.kept.slips).toHaveLength(2)
    bench.hears = true
    bench.pass(1)
    await bench.page().tick()
    expect(bench.handed.map((slips) => slips.map(({ printed }) => printed))).toEqual([
      ['printed', 'unprinted'],
      ['printed', 'unprinted'],
    ])
    expect(bench.returned).toEqual(['B601', 'B602'])
    expect(bench.kept.slips).toEqual([])
    bench.pass(1)
    await keeper.tick()
    expect(bench.handed).toHaveLength(2)
  })

  it('waits for the paper of a slip that is being printed', async () => {
    const keeper = bench.page()
    await keeper.tick()
    await labels(keeper, 'one')
    bench.pass(0.2)
    await keeper.tick()
    expect(bench.handed).toEqual([])
    await keeper.note(bench.kept.slips[0]!.id, 'failed')
    await keeper.tick()
    expect(bench.handed[0]?.[0]?.printed).toBe('failed')
  })
})
