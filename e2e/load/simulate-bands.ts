// What residents are shown through the days of one hall: bands from the real estimate, which learns from one day to the next, put to the test by
// the waits that follow; beside them the single figure that peers show.
import { judge, nothingJudged, type Judged } from '#domain/estimate-calibrate.ts'
import type { Estimate, EstimateModel, QueueFacts } from '#domain/estimate-facts.ts'
import {
  changedIncrements,
  missedIncrements,
  seatIncrements,
  servedIncrements,
  waitedIncrements,
  type Increment,
} from '#domain/estimate-learn.ts'
import { newModel, nextMorning } from '#domain/estimate-model.ts'
import { estimates } from '#domain/estimate.ts'
import { rankOfAppointment } from '#domain/appointment.ts'
import { hourOf, mayCall, MIDNIGHT, type Observer, type State, type Waiting } from './simulate-day.ts'
import { appointmentRule, headStartOf, standards, type Kind, type Script } from './simulate-hall.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** One band as it stood on the ticket, and what came of it. Minutes. */
export interface Shown {
  kind: Kind
  low: number
  middle: number
  high: number
  wait: number
  /** People ahead × average ÷ windows: of the ticket's lane, and of the whole hall. */
  peers: { lane: number; hall: number }
}
type First = Pick<Shown, 'peers'> & { estimate: Estimate }

/** One hall's estimate, from its first day on. */
export class Bands {
  readonly shown: Shown[] = []
  /** Tickets without a band, by reason. */
  readonly without = new Map<string, number>()
  #model: EstimateModel = newModel
  #increments: Increment[] = []
  readonly #judged = new Map<number, Judged>()
  readonly #averages = new Averages()

  /** Watches one day; the next morning the hall knows more. */
  watch(
    script: Script,
  ): Observer & { look(state: State, shown: ReadonlyMap<string, Estimate>): Map<string, Estimate> } {
    const first = new Map<string, First>()
    const entitled: (QueueFacts['entitled'][number] & { at: number })[] = []
    const nothing = new Map<string, Estimate>()
    const look = (state: State, shown: ReadonlyMap<string, Estimate>) =>
      estimates(shown, factsOf(state, { script, entitled }), this.#model)
    return {
      look,
      joined: (state, ticket) => {
        const headStart = headStartOf.get(ticket.class) ?? 0
        if (headStart > 0) entitled.push({ at: state.now, lane: ticket.lane, headStart, matter: ticket.matter })
        const estimate = look(state, nothing).get(ticket.id)!
        if (estimate.band) first.set(ticket.id, { estimate, peers: this.#averages.waits(state, ticket) })
        else this.without.set(estimate.why!, (this.without.get(estimate.why!) ?? 0) + 1)
      },
      called: (state, ticket) => {
        this.#increments.push(...waitedIncrements({ minutes: (state.now - ticket.since) / MINUTE, left: false }))
        const known = first.get(ticket.id)
        if (known && ticket.calls === 0) this.#judge(known, { kind: script.kind, now: state.now })
      },
      served: (_, { matter }, minutes) => {
        this.#increments.push(...servedIncrements(matter.id, { minutes, standard: matter.minutes }))
        this.#averages.add(matter.lane, minutes)
      },
      missed: (minutes) => this.#increments.push(...missedIncrements(minutes)),
      left: (minutes) => this.#increments.push(...waitedIncrements({ minutes, left: true })),
      sat: (sat, pause) => this.#increments.push(...seatIncrements(sat, pause)),
      changed: (minutes) => this.#increments.push(...changedIncrements(minutes)),
    }
  }

  #judge({ estimate, peers }: First, { kind, now }: { kind: Kind; now: number }): void {
    const { band, at } = estimate
    if (!band) return
    const wait = (now - at) / MINUTE
    this.#judged.set(band.row, judge(this.#judged.get(band.row) ?? nothingJudged, band, wait))
    this.shown.push({ kind, low: band.low, middle: band.middle, high: band.high, wait, peers })
  }

  /** The next morning. */
  sleep(): void {
    this.#model = nextMorning(this.#model, { today: this.#increments, judged: this.#judged })
    this.#increments = []
    this.#judged.clear()
  }
}

/** What the hub would know: nothing of how long anything lasts, who leaves, or which appointment is kept. */
function factsOf(
  { now, waiting, seats }: State,
  { script, entitled }: { script: Script; entitled: readonly (QueueFacts['entitled'][number] & { at: number })[] },
): QueueFacts {
  return {
    now,
    hour: hourOf(now),
    waiting,
    windows: seats.map(({ id, allRound, lanes, ticket, calledAt, lastCall, open, since }) => ({
      id,
      allRound,
      lanes,
      lastCall,
      idleSince: null,
      current: ticket && { matter: ticket.matter, since: calledAt },
      away: open ? null : { since, hour: hourOf(since) },
    })),
    standards,
    entitled: entitled.filter(({ at }) => at > now - HOUR),
    expected: script.booked.flatMap(({ lane, matter, slot: minute, arrives }) => {
      const slot = MIDNIGHT + minute * MINUTE
      const arrived = arrives !== null && MIDNIGHT + arrives * MINUTE <= now
      if (arrived || slot > now + HOUR || slot < now - appointmentRule.grace * MINUTE) return []
      const rankAt = rankOfAppointment({ slot, arrived: slot, classHeadStart: 0 }, appointmentRule)
      return [{ lane, matter, slot, rankAt }]
    }),
    closes: null,
  }
}

/** What peers show: people ahead × average service time ÷ windows. They are given the averages of all days so far. */
class Averages {
  readonly #lanes = new Map<string, { count: number; minutes: number }>()

  add(lane: string, minutes: number): void {
    for (const key of [lane, '']) {
      const sum = this.#lanes.get(key) ?? { count: 0, minutes: 0 }
      this.#lanes.set(key, { count: sum.count + 1, minutes: sum.minutes + minutes })
    }
  }

  waits({ waiting, seats }: State, ticket: Waiting): Shown['peers'] {
    const ahead = waiting.filter((other) => other !== ticket && other.rankAt <= ticket.rankAt)
    const open = seats.filter((seat) => seat.open)
    const serving = open.filter((seat) => mayCall(seat, ticket))
    const inLane = ahead.filter(({ lane }) => lane === ticket.lane)
    return {
      lane: (inLane.length * this.#of(ticket.lane)) / Math.max(1, serving.length),
      hall: (ahead.length * this.#of('')) / Math.max(1, open.length),
    }
  }

  #of(lane: string): number {
    const { count, minutes } = this.#lanes.get(lane) ?? { count: 0, minutes: 0 }
    return (minutes + 10) / (count + 1)
  }
}
