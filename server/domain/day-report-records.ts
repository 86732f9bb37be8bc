// What became of each ticket of a day, read from its steps: when it was called, who passed it by, how long it was at which window. Pure.
import type { ClosingDecision } from '#contract/closing.ts'
import type { StepName } from '#contract/intents.ts'
import type { HallDate, Instant } from '#contract/text.ts'
import type { MissReason, OutOfOrderReason } from '#contract/words.ts'
import { together, visitsOf, type Visit } from './day-report-visits.ts'
import { label, type Ticket } from './ticket.ts'

/** `window` counts only for one that was never called: to which it was sent. */
export type TicketFact = Pick<
  Ticket,
  'id' | 'serviceDate' | 'prefix' | 'number' | 'lane' | 'matter' | 'class' | 'joinedAt' | 'window'
>

/**
 * One step. `lane` and `sentTo`: in which lane the ticket stood before it, and to which window it had been sent while waiting. `matter`: which
 * of several it was about; without it the ticket's only one. `reason`: why it was missed though no call of it was proven.
 */
export interface StepFact {
  id: string
  ticket: string
  window: string
  step: StepName
  lane: string
  sentTo: string | null
  at: Instant
  undone: boolean
  matter?: string
  reason?: MissReason | null
}

export interface CallFact {
  reason: OutOfOrderReason | null
  retracted: boolean
}

/** One service day. Instants are epoch milliseconds; `until` is its midnight, or now where that is earlier. */
export interface DayFacts {
  date: HallDate
  until: number
  /** The published hours, in order. */
  spans: readonly { from: number; to: number }[]
  /** Of the day, and of earlier days where they were called on this one. */
  tickets: readonly TicketFact[]
  steps: readonly StepFact[]
  calls: readonly CallFact[]
  /** As it was recorded when the day closed; the published hours say it where nothing was recorded. */
  closing?: { closes: number; waiting: number } | null
  /** What was decided on those who still waited. */
  decisions?: readonly ClosingDecision[]
  /** To how many of them first place was promised who have been called on a later day. */
  kept?: number
}

/** When the last number of a day was given, epoch milliseconds; null on a day without hours. */
export const closingOf = ({ closing, spans }: DayFacts): number | null => closing?.closes ?? spans.at(-1)?.to ?? null

export interface TicketRecord {
  label: string
  date: HallDate
  /** The lane that issued it, and the one in which it waited for its first call. */
  lane: string
  queue: string
  matter: string
  class: string
  joined: number
  called: number | null
  /** The window of the first call. */
  window: string | null
  /** When its first wait was over, one way or another. */
  waitedUntil: number
  /** It was sent to one window before it was ever called: it waits for that window, and is compared with nobody. */
  sent: boolean
  end: 'done' | 'left' | null
  missed: boolean
  returned: boolean
  /** Why it was missed, each time that no call of it was proven. */
  unproven: MissReason[]
  visits: Visit[]
  overtakenBy: number
  /** Milliseconds. */
  overtaken: number
}

/** After a miss, these say that its holder came back. */
const cameBack: readonly StepName[] = ['start', 'hold', 'requeue', 'transfer', 'finish']

/** The records of all tickets that are in a day's facts. Undone steps are as if they had never been; so are later days. */
export function recordsOf(day: DayFacts): TicketRecord[] {
  const standing = day.steps.filter(({ undone, at }) => !undone && Date.parse(at) <= day.until)
  const steps = grouped(standing, ({ ticket }) => ticket)
  const records = day.tickets.map((ticket) => recordOf(ticket, steps.get(ticket.id) ?? [], day.until))
  compare(records.filter(({ date, sent }) => date === day.date && !sent))
  return records
}

export function grouped<T>(list: readonly T[], of: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(of(one))
    if (group) group.push(one)
    else groups.set(of(one), [one])
  }
  return groups
}

function recordOf(ticket: TicketFact, unordered: StepFact[], until: number): TicketRecord {
  // Ids grow in the order of issue, also while the clock is set back.
  const steps = unordered.sort((one, other) => (one.id < other.id ? -1 : 1))
  const call = steps.find(({ step }) => step === 'call')
  const firstEnd = steps.find(({ step }) => step === 'call' || step === 'leave')
  const joined = Date.parse(ticket.joinedAt)
  const miss = steps.findIndex(({ step }) => step === 'miss')
  const last = steps.at(-1)?.step
  return {
    label: label(ticket.prefix, ticket.number),
    date: ticket.serviceDate,
    lane: steps[0]?.lane ?? ticket.lane,
    queue: call?.lane ?? ticket.lane,
    matter: ticket.matter,
    class: ticket.class,
    joined,
    called: call ? Math.max(joined, Date.parse(call.at)) : null,
    window: call?.window ?? null,
    waitedUntil: firstEnd ? Date.parse(firstEnd.at) : until,
    sent: (call ? call.sentTo : ticket.window) !== null,
    end: last === 'finish' ? 'done' : last === 'leave' ? 'left' : null,
    missed: miss >= 0,
    returned: miss >= 0 && steps.slice(miss + 1).some(({ step }) => cameBack.includes(step)),
    unproven: steps.flatMap(({ step, reason }) => (step === 'miss' && reason ? [reason] : [])),
    visits: visitsOf(steps, { until, matter: ticket.matter }),
    overtakenBy: 0,
    overtaken: 0,
  }
}

/**
 * A record for each matter that was begun, each with its own time at windows. What came before (the wait, a missed call) is the first one's;
 * how the number ended is the last one's, those before it are done.
 */
export function byMatter(record: TicketRecord): TicketRecord[] {
  const begun = record.visits.flatMap(({ parts }) => parts.map(({ matter }) => matter))
  const matters = [...new Set([...begun, record.matter])]
  return matters.map((matter, at) => ({
    ...record,
    ...(at > 0 && { called: null, missed: false, returned: false, unproven: [] }),
    matter,
    end: matter === record.matter ? record.end : 'done',
    visits: record.visits.flatMap((visit) => {
      const parts = visit.parts.filter((part) => part.matter === matter)
      return parts.length > 0 ? [{ ...visit, parts, service: together(parts) }] : []
    }),
  }))
}

/** Who was passed by whom: those of one lane in the order of joining, each against those who joined during its first wait. */
function compare(records: readonly TicketRecord[]): void {
  for (const queue of grouped(records, (one) => one.queue).values()) {
    const line = queue.toSorted((one, other) => one.joined - other.joined)
    for (const [at, one] of line.entries()) {
      for (let next = at + 1; next < line.length; next += 1) {
        const other = line[next]
        if (!other || other.joined >= one.waitedUntil) break
        if (other.called === null || other.called >= one.waitedUntil || other.joined === one.joined) continue
        one.overtakenBy += 1
        one.overtaken = Math.max(one.overtaken, other.joined - one.joined)
      }
    }
  }
}
