// The hub is away for half an hour under load, and three kiosks issue from their blocks: what comes of it beside the same visitors and a hub that
// stayed. Their clocks are set by an hour, and answers get lost, so that slips are handed in twice.
import { grantLease, hubTime, issueFromLease, type ClockMark, type Lease, type Slip } from '#domain/lease.ts'
import { returnSlips } from '#domain/lease-return.ts'
import { compareRank, rankOf, type Ranked } from '#domain/queue-order.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { book, headStartOf, matters } from './simulate-hall.ts'
import { Chance } from './simulate-random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const KIOSKS = ['k1', 'k2', 'k3']
const ZONE = 'Asia/Shanghai'
const DATE = '2026-11-23'
const START = Date.parse('2026-11-23T01:00:00.000Z')
/** The hub is away from the thirtieth minute to the sixtieth. */
const AWAY = { from: START + 30 * MINUTE, to: START + 60 * MINUTE }

export interface LeaseOutcome {
  outages: number
  issued: number
  lost: number
  doubled: number
  /** Places in the queue that are not those which a hub that had stayed would have given. */
  misplaced: number
}

export function simulateLeases(seed: number, outages: number): LeaseOutcome {
  const sum: LeaseOutcome = { outages, issued: 0, lost: 0, doubled: 0, misplaced: 0 }
  const chance = new Chance(seed)
  for (let outage = 0; outage < outages; outage += 1) {
    const one = simulateOutage(chance)
    for (const key of ['issued', 'lost', 'doubled', 'misplaced'] as const) sum[key] += one[key]
  }
  return sum
}

interface Visitor {
  id: string
  at: number
  kiosk: string
  matter: string
  lane: string
  class: string
}

function simulateOutage(chance: Chance): Omit<LeaseOutcome, 'outages'> {
  const visitors: Visitor[] = []
  for (let at = START; at < START + HOUR * 1.25; at += Math.ceil(chance.wait(0.6) * MINUTE)) {
    const { id: matter, lane } = chance.pick(matters, () => 1)
    const its = chance.pick(book.classes, ({ headStart }) => (headStart > 0 ? 0.1 : 1)).id
    const kiosk = chance.pick(KIOSKS, () => 1)
    visitors.push({ id: `v${String(visitors.length).padStart(5, '0')}`, at, kiosk, matter, lane, class: its })
  }
  const leases: Lease[] = []
  for (const device of KIOSKS)
    for (const { id: lane } of book.lanes) {
      const wanted = { id: `${device}-${lane}`, device, lane, serviceDate: DATE }
      leases.push(grantLease(wanted, { granted: leases, now: START }))
    }
  const hub = new Hub(leases)
  const kiosks = new Map(KIOSKS.map((device) => [device, new Kiosk(device, leases, chance)]))
  for (const visitor of visitors) {
    if (visitor.at < AWAY.from || visitor.at >= AWAY.to) hub.issue(visitor)
    else kiosks.get(visitor.kiosk)!.issue(visitor)
  }
  for (const kiosk of kiosks.values()) {
    // A first attempt whose answer is lost has reached the hub with some of the slips, or with all.
    if (chance.happens(0.5)) hub.take(kiosk.slips.filter(() => chance.happens(0.7)))
    hub.take(kiosk.slips)
  }
  const stayed = new Hub(leases)
  for (const visitor of visitors) stayed.issue(visitor)
  const [order, wanted] = [hub.order(), stayed.order()]
  const numbers = hub.tickets.map(({ lane, number }) => `${lane} ${number}`)
  const people = hub.tickets.map(({ id }) => id)
  return {
    issued: [...kiosks.values()].reduce((count, { slips }) => count + slips.length, 0),
    lost: visitors.filter(({ id }) => !people.includes(id)).length,
    doubled: numbers.length - new Set(numbers).size + people.length - new Set(people).size,
    misplaced: wanted.filter((id, place) => order[place] !== id).length,
  }
}

class Hub {
  readonly tickets: (Ranked & { number: number })[] = []
  readonly #leases: readonly Lease[]
  readonly #known = new Map<string, number>()
  readonly #last = new Map<string, number>()

  constructor(leases: readonly Lease[]) {
    this.#leases = leases
  }

  issue({ id, at, lane, class: its }: Visitor): void {
    const rankAt = rankOf(at, headStartOf.get(its) ?? 0)
    this.tickets.push({ id, lane, window: null, joinedAt: iso(at), rankAt, number: this.#fresh(lane) })
  }

  take(slips: readonly Slip[]): void {
    const returns = returnSlips(slips, {
      now: AWAY.to,
      zone: ZONE,
      leases: this.#leases,
      known: this.#known,
      taken: (lane, _, number) => this.tickets.some((ticket) => ticket.lane === lane && ticket.number === number),
      fresh: (lane) => this.#fresh(lane),
      headStarts: headStartOf,
    })
    for (const back of returns) {
      if (back.outcome === 'refused' || back.outcome === 'known') continue
      const { slip, number, joinedAt, rankAt } = back
      this.#known.set(slip.id, number)
      this.tickets.push({ id: slip.id, lane: slip.lane, window: null, joinedAt, rankAt, number })
    }
  }

  order(): string[] {
    return [...this.tickets].sort(compareRank).map(({ id }) => id)
  }

  #fresh(lane: string): number {
    const number = (this.#last.get(lane) ?? 0) + 1
    this.#last.set(lane, number)
    return number
  }
}

class Kiosk {
  readonly slips: Slip[] = []
  readonly #device: string
  readonly #leases: readonly Lease[]
  readonly #used = new Map<string, number>()
  readonly #mark: ClockMark
  /** When somebody sets the wall clock, and by how much. */
  readonly #set: { at: number; by: number }

  constructor(device: string, leases: readonly Lease[], chance: Chance) {
    this.#device = device
    this.#leases = leases
    const wrong = Math.round(chance.between(-5, 5) * MINUTE)
    this.#mark = { hubAt: AWAY.from, monotonic: Math.floor(chance.between(0, HOUR)), wall: AWAY.from + wrong, run: 'a' }
    this.#set = { at: chance.between(AWAY.from, AWAY.to), by: chance.happens(0.5) ? HOUR : -HOUR }
  }

  issue({ id, at, matter, lane, class: its }: Visitor): void {
    const lease = this.#leases.find((one) => one.lane === lane && one.device === this.#device) ?? null
    const since = at - this.#mark.hubAt
    const wall = this.#mark.wall + since + (at >= this.#set.at ? this.#set.by : 0)
    const time = hubTime(this.#mark, { monotonic: this.#mark.monotonic + since, wall, run: 'a' })
    const used = this.#used.get(lane) ?? 0
    const issued = issueFromLease(lease, { device: this.#device, used, date: serviceDate(time.at, ZONE) })
    if (!issued.ok || !lease) return
    this.#used.set(lane, used + 1)
    this.slips.push({
      id,
      device: this.#device,
      lease: lease.id,
      lane,
      number: issued.number,
      matter,
      class: its,
      takenAt: iso(time.at),
      sure: time.sure,
      sequence: this.slips.length,
    })
  }
}
