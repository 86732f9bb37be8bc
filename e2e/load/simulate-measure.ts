// Runs the days and counts: one row for each figure that the queue has to reach, judged as it was set.
import { Bands, type Shown } from './simulate-bands.ts'
import { mayCall, rules, runDay, type Observer } from './simulate-day.ts'
import { Hall, kindNames, largestHeadStart, type Kind } from './simulate-hall.ts'
import { simulateLeases } from './simulate-lease.ts'
import { noLooks, watchLooks } from './simulate-looks.ts'
import type { Row } from './simulate-table.ts'
import { percentile } from './statistics.ts'

const MINUTE = 60_000

/** How many of what; every count starts from the same seed. */
export interface Extent {
  seed: number
  /** Days of the hall's own rule, every third of them under the others too. */
  days: number
  /** Days of bands, the first `learning` of which a new hall spends on learning. */
  bandDays: number
  learning: number
  /** Days on which every band is looked at again and again. */
  lookDays: number
  outages: number
}

export function measure(extent: Extent): Row[] {
  return [...fairness(extent), ...promises(extent), ...looks(extent), ...leases(extent)]
}

type Name = keyof typeof rules
const names: readonly Name[] = ['rank', 'fcfs', 'strict']
/** The hall's own rule has every day, the others every so many. */
const COMPARED = 3

/** Waits to the first call, minutes, and by how long anybody was overtaken. */
class Waits {
  readonly normal: number[] = []
  readonly entitledBusy: number[] = []
  overtaken = 0

  watch(kind: Kind, compared: boolean): Observer {
    return {
      called: ({ now, waiting }, ticket, seat) => {
        for (const other of waiting)
          if (
            other.since < ticket.since &&
            ticket.since - other.since > this.overtaken * MINUTE &&
            mayCall(seat, other)
          )
            this.overtaken = (ticket.since - other.since) / MINUTE
        if (!compared || ticket.calls > 0 || ticket.visit.slot !== null) return
        const wait = (now - ticket.since) / MINUTE
        if (ticket.class === 'normal') this.normal.push(wait)
        else if (kind === 'busy') this.entitledBusy.push(wait)
      },
    }
  }
}

export function fairness({ seed, days }: Pick<Extent, 'seed' | 'days'>): Row[] {
  const hall = new Hall(seed)
  const waits = { rank: new Waits(), fcfs: new Waits(), strict: new Waits() }
  for (let day = 0; day < days; day += 1) {
    const script = hall.day()
    const compared = day % COMPARED === 0
    for (const name of compared ? names : names.slice(0, 1))
      runDay(script, rules[name], waits[name].watch(script.kind, compared))
  }
  const row = (of: (waits: Waits) => number) => {
    const [value, fcfs, strict] = [of(waits.rank), of(waits.fcfs), of(waits.strict)]
    return { value, fcfs, strict, peers: null, unit: 'min' }
  }
  const overtaken = row((of) => of.overtaken)
  const normal = row((of) => mean(of.normal))
  const entitled = row((of) => percentile(of.entitledBusy, 0.95))
  return [
    {
      what: 'longest time by which anyone is overtaken',
      ...overtaken,
      goal: `≤ ${largestHeadStart()} min, the largest head start`,
      met: overtaken.value <= largestHeadStart(),
      basis: `${days.toLocaleString('en')} days`,
    },
    {
      what: 'mean wait of normal tickets',
      ...normal,
      ...atMost(normal.value / normal.fcfs, 1.05, 'first come'),
      basis: `${waits.rank.normal.length.toLocaleString('en')} tickets`,
    },
    {
      what: 'p95 wait of entitled tickets, busy days',
      ...entitled,
      ...atMost(entitled.value / entitled.fcfs, 0.5, 'first come'),
      basis: `${waits.rank.entitledBusy.length.toLocaleString('en')} tickets`,
    },
  ]
}

export function promises({ seed, bandDays, learning }: Pick<Extent, 'seed' | 'bandDays' | 'learning'>): Row[] {
  const hall = new Hall(seed)
  const bands = new Bands()
  let young = 0
  for (let day = 0; day < bandDays; day += 1) {
    if (day === learning) young = bands.shown.length
    const script = hall.day()
    runDay(script, rules.rank, bands.watch(script))
    bands.sleep()
  }
  const shown = bands.shown.slice(young)
  const nothing = { fcfs: null, strict: null, peers: null }
  const covered = (what: string, of: readonly Shown[], judged: boolean): Row => {
    const value = 100 * mean(of.map(({ low, high, wait }) => Number(low <= wait && wait <= high)))
    const width = mean(of.map(({ low, high }) => high - low))
    return {
      what: `band covers the real wait, ${what}`,
      value,
      ...nothing,
      unit: '%',
      goal: judged ? '80 % ± 3 %' : '',
      met: judged ? Math.abs(value - 80) <= 3 : null,
      basis: `${of.length.toLocaleString('en')} bands, ${width.toFixed(0)} min wide`,
    }
  }
  const error = (of: (one: Shown) => number) => mean(shown.map((one) => Math.abs(of(one) - one.wait)))
  // Of the two ways to count people and windows, the one that errs less.
  const peers = Math.min(
    error((one) => one.peers.lane),
    error((one) => one.peers.hall),
  )
  const value = error(({ middle }) => middle)
  return [
    ...kindNames.map((kind) =>
      covered(
        `${kind} days`,
        shown.filter((one) => one.kind === kind),
        true,
      ),
    ),
    covered(`first ${learning} days of a hall`, bands.shown.slice(0, young), false),
    {
      what: 'mean absolute error of the band’s middle',
      value,
      ...nothing,
      peers,
      unit: 'min',
      ...atMost(value / peers, 0.75, 'ahead×avg÷win'),
      basis: `${shown.length.toLocaleString('en')} bands`,
    },
  ]
}

export function looks({ seed, lookDays }: Pick<Extent, 'seed' | 'lookDays'>): Row[] {
  const hall = new Hall(seed)
  const bands = new Bands()
  const looks = noLooks()
  for (let day = 0; day < lookDays; day += 1) {
    const script = hall.day()
    runDay(script, rules.rank, watchLooks(bands, script, looks))
    bands.sleep()
  }
  const nothing = { fcfs: null, strict: null, peers: null }
  return [
    {
      what: 'changes of a shown band without a reason',
      value: looks.unreasoned,
      ...nothing,
      unit: '',
      goal: '0',
      met: looks.unreasoned === 0 && looks.changes > 0,
      basis: `${looks.looks.toLocaleString('en')} looks, ${looks.changes.toLocaleString('en')} changes with one`,
    },
    {
      what: 'bands of later looks cover the real wait',
      value: (100 * looks.kept) / looks.tested,
      ...nothing,
      unit: '%',
      goal: '',
      met: null,
      basis: `${looks.tested.toLocaleString('en')} bands`,
    },
  ]
}

export function leases({ seed, outages }: Pick<Extent, 'seed' | 'outages'>): Row[] {
  const of = simulateLeases(seed, outages)
  const basis = `${of.issued.toLocaleString('en')} numbers, ${outages} outages`
  const nothing = { fcfs: null, strict: null, peers: null, unit: '', goal: '0', basis }
  return [
    { what: 'hub away 30 min, 3 kiosks: lost', value: of.lost, ...nothing, met: of.lost === 0 && of.issued > 0 },
    { what: 'hub away 30 min, 3 kiosks: doubled', value: of.doubled, ...nothing, met: of.doubled === 0 },
    { what: 'hub away 30 min, 3 kiosks: out of order', value: of.misplaced, ...nothing, met: of.misplaced === 0 },
  ]
}

function atMost(ratio: number, most: number, of: string): Pick<Row, 'goal' | 'met'> {
  return { goal: `≤ ${most} × ${of}: ${ratio.toFixed(3)}`, met: ratio <= most }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
