// What the queue has to be, in the plainest words: every ticket in one list in memory. The commands in queue-acts.ts do the same to this
// list and to a real hub; both must agree after each. No index, no first few of each lane, no counter: nothing here is clever.
import type { StepName } from '#contract/intents.ts'
import type { TicketState } from '#contract/words.ts'

export interface ModelTicket {
  id: string
  code: string
  label: string
  date: string
  lane: string
  matter: string
  more: string[]
  state: TicketState
  /** Epoch milliseconds. */
  joined: number
  rank: number
  window: string | null
  version: number
  calls: number
}

/** What a window, or a phone, can take back. */
export interface ModelStep {
  ticket: string
  before: ModelTicket
  version: number
  step: StepName | 'next'
  at: number
  undone: boolean
}

export const HALL = {
  matters: {
    'party-report': 'party',
    'roof-leak': 'governance',
    'senior-card': 'service',
    job: 'service',
    donate: 'party',
  },
  prefixes: { party: 'A', governance: 'B', service: 'C', safety: 'D' },
  windows: {
    w1: { allRound: true, lanes: ['party', 'governance', 'service', 'safety'] },
    w2: { allRound: false, lanes: ['service', 'party'] },
    w3: { allRound: false, lanes: ['governance', 'safety'] },
  },
} as const
export type Lane = keyof typeof HALL.prefixes
export type Window = keyof typeof HALL.windows
export const WINDOWS = Object.keys(HALL.windows) as Window[]
export const MATTERS = Object.keys(HALL.matters) as (keyof typeof HALL.matters)[]
export const LANES = Object.keys(HALL.prefixes) as Lane[]

const MINUTE = 60_000
const ACTIVE: readonly TicketState[] = ['called', 'serving']

export class QueueModel {
  tickets: ModelTicket[] = []
  steps: Record<string, ModelStep[]> = {}
  /** The hub's own last number, by day and lane. */
  last: Record<string, number> = {}
  now: number
  readonly headStarts: Record<string, number>
  constructor(now: number, headStarts: Record<string, number>) {
    this.now = now
    this.headStarts = headStarts
  }

  /** The hall's day: it is eight hours ahead of UTC all year. */
  get date(): string {
    return new Date(this.now + 480 * MINUTE).toISOString().slice(0, 10)
  }

  nextLabel(lane: Lane): string {
    const key = `${this.date} ${lane}`
    this.last[key] = (this.last[key] ?? 0) + 1
    return HALL.prefixes[lane] + String(this.last[key]).padStart(3, '0')
  }

  active(window: string | null): ModelTicket | undefined {
    return this.tickets.find((ticket) => ticket.window === window && ACTIVE.includes(ticket.state))
  }

  serves(window: Window, { lane, window: to }: ModelTicket): boolean {
    if (to !== null) return to === window
    const { allRound, lanes } = HALL.windows[window]
    return allRound || (lanes as readonly string[]).includes(lane)
  }

  waiting(window?: Window): ModelTicket[] {
    return this.tickets
      .filter(({ state, date }) => state === 'waiting' && date === this.date)
      .filter((ticket) => window === undefined || this.serves(window, ticket))
      .sort(byRank)
  }

  /** Ahead of a waiting ticket: whoever waits in its lane and ranks before it. */
  ahead(ticket: ModelTicket): number {
    return this.tickets.filter(
      (one) =>
        one.state === 'waiting' && one.date === ticket.date && one.lane === ticket.lane && byRank(one, ticket) < 0,
    ).length
  }

  /** Whether a step is possible at a window, and what it makes of the ticket. Null: refused. */
  after(ticket: ModelTicket, { step, window, to }: { step: StepName; window: string; to?: Lane | Window }) {
    const { state } = ticket
    const here = ACTIVE.includes(state) && ticket.window === window
    const aside = state === 'held' || state === 'missed'
    const next = { ...ticket, version: ticket.version + 1 }
    const rank =
      state === 'missed' ? Math.max(ticket.rank, this.now - (this.headStarts.return ?? 0) * MINUTE) : ticket.rank
    const waiting = { ...next, state: 'waiting' as const, rank, window: null }
    switch (step) {
      case 'call':
        return state === 'waiting' || aside
          ? { ...next, state: 'called' as const, window, calls: ticket.calls + 1 }
          : null
      case 'again':
        return here && state === 'called' ? { ...next, calls: ticket.calls + 1 } : null
      case 'start':
        return here && state === 'called' ? { ...next, state: 'serving' as const } : null
      case 'hold':
        return here ? { ...next, state: 'held' as const } : null
      case 'miss':
        return here && state === 'called' ? { ...next, state: 'missed' as const } : null
      case 'requeue':
        return here || aside ? waiting : null
      case 'transfer': {
        if (!here && !aside && state !== 'waiting') return null
        const lane = LANES.find((one) => one === to)
        return { ...waiting, ...(lane ? { lane } : { window: to ?? null }) }
      }
      case 'finish':
        return here || state === 'held' ? { ...next, state: 'done' as const, more: [] } : null
      case 'leave':
        return (here && state === 'called') || aside || state === 'waiting' ? { ...next, state: 'left' as const } : null
      case 'onward': {
        const [matter, ...more] = ticket.more as (keyof typeof HALL.matters)[]
        if (!matter || (!here && state !== 'held')) return null
        const lane = HALL.matters[matter]
        const on = { ...next, matter, more, lane }
        const stays = here && this.serves(window as Window, { ...on, window: null })
        return stays ? { ...on, state: 'serving' as const } : { ...on, state: 'waiting' as const, window: null }
      }
      case 'add':
      case 'drop':
        return null
    }
  }
}

function byRank(one: ModelTicket, other: ModelTicket): number {
  return one.rank - other.rank || one.joined - other.joined || (one.id < other.id ? -1 : 1)
}
