// The figures of the report over any set of a day's records: tickets, windows, time after closing. Pure.
import { ClosingDecision } from '#contract/closing.ts'
import type { ClosingLine, Spread, TicketFigures, WindowFigures } from '#contract/report.ts'
import type { Text } from '#contract/text.ts'
import type { Window } from './book.ts'
import { closingOf, grouped, recordsOf, type DayFacts, type TicketRecord } from './day-report-records.ts'
import type { Visit } from './day-report-visits.ts'
import { iso } from './service-day.ts'

const MINUTE = 60_000

export interface Day {
  facts: DayFacts
  /** Of the day itself. */
  own: TicketRecord[]
  /** Of the day, also of tickets from before it. */
  visits: Visit[]
}

export function readDay(facts: DayFacts): Day {
  const records = recordsOf(facts)
  const own = records.filter(({ date }) => date === facts.date)
  const visits = records.flatMap((one) => one.visits)
  return { facts, own, visits }
}

const tenth = (minutes: number) => Math.round(minutes * 10) / 10
export const inMinutes = (milliseconds: number) => tenth(milliseconds / MINUTE)
export const sum = (list: readonly number[]) => tenth(list.reduce((all, one) => all + one, 0))

/** Of durations in milliseconds; null of none. */
export function spread(durations: readonly number[]): Spread | null {
  if (durations.length === 0) return null
  const list = durations.toSorted((a, b) => a - b)
  const at = (index: number) => list[Math.min(list.length - 1, Math.max(0, index))] ?? 0
  const half = list.length / 2
  return {
    count: list.length,
    mean: inMinutes(list.reduce((all, one) => all + one, 0) / list.length),
    median: inMinutes((at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2),
    p90: inMinutes(at(Math.ceil((list.length * 9) / 10) - 1)),
    longest: inMinutes(at(list.length - 1)),
  }
}

export const waitOf = ({ called, joined }: TicketRecord) => (called === null ? [] : [called - joined])
export const serviceOf = ({ visits, end }: TicketRecord) => {
  const parts = visits.flatMap(({ service }) => (service === null ? [] : [service]))
  return end === 'done' && parts.length > 0 ? [parts.reduce((all, one) => all + one, 0)] : []
}

export function figures(records: readonly TicketRecord[]): TicketFigures {
  const count = (is: (one: TicketRecord) => boolean) => records.filter(is).length
  return {
    taken: records.length,
    served: count(({ end }) => end === 'done'),
    left: count(({ end }) => end === 'left'),
    missed: count(({ missed }) => missed),
    returned: count(({ returned }) => returned),
    open: count(({ end }) => end === null),
    wait: spread(records.flatMap(waitOf)),
    service: spread(records.flatMap(serviceOf)),
  }
}

/** Each that the book knows, then those that are gone from it. */
export function groupsOf<T extends { id: string }>(
  records: readonly TicketRecord[],
  of: (one: TicketRecord) => string,
  known: readonly T[],
): [id: string, one: T | null, records: TicketRecord[]][] {
  const groups = grouped(records, of)
  const gone = [...groups.keys()].filter((id) => !known.some((one) => one.id === id))
  return [
    ...known.map((one): [string, T | null, TicketRecord[]] => [one.id, one, groups.get(one.id) ?? []]),
    ...gone.map((id): [string, T | null, TicketRecord[]] => [id, null, groups.get(id) ?? []]),
  ]
}
export const nameOf = (one: { name: Text } | null, id: string): Text => one?.name ?? { zh: id, en: id }

export function windowFigures({ id, number, name }: Window, days: readonly Day[]): WindowFigures {
  const here = days.map((day) => ({ facts: day.facts, visits: day.visits.filter(({ window }) => window === id) }))
  const visits = here.flatMap((day) => day.visits)
  const within = ({ from, to }: { from: number; to: number }, visit: Visit) =>
    Math.max(0, Math.min(to, visit.to) - Math.max(from, visit.from))
  const open = sum(
    here.flatMap(({ facts }) => facts.spans.map(({ from, to }) => Math.max(0, Math.min(to, facts.until) - from))),
  )
  const busy = here.flatMap((day) => day.facts.spans.flatMap((span) => day.visits.map((visit) => within(span, visit))))
  return {
    id,
    number,
    name,
    called: visits.length,
    served: visits.filter(({ how }) => how === 'finish').length,
    missed: visits.filter(({ how }) => how === 'miss').length,
    wait: spread(days.flatMap(({ own }) => own.filter(({ window }) => window === id).flatMap(waitOf))),
    service: spread(visits.flatMap(({ service }) => (service === null ? [] : [service]))),
    busy: inMinutes(visits.reduce((all, { from, to }) => all + Math.max(0, to - from), 0)),
    share: open > 0 ? Math.round((sum(busy) / open) * 1000) / 1000 : null,
  }
}

/** Of one day; 0 on a day without published hours. */
export function overtimeOf({ facts, visits }: Day): { minutes: number; served: number } {
  const closing = closingOf(facts)
  if (closing === null) return { minutes: 0, served: 0 }
  const late = visits.filter(({ to }) => to > closing)
  return {
    minutes: inMinutes(Math.max(0, ...late.map(({ to }) => to - closing))),
    served: late.filter(({ how }) => how === 'finish').length,
  }
}

/** Null as long as the day has not closed, and on a day without hours. */
export function closingLine(day: Day): ClosingLine | null {
  const { facts, own, visits } = day
  const closes = closingOf(facts)
  if (closes === null || facts.until < closes) return null
  const ends = visits.filter(({ to, how }) => to > closes && how !== null).map(({ to }) => to)
  const waited = own.filter(({ joined, waitedUntil }) => joined < closes && waitedUntil > closes)
  return {
    date: facts.date,
    closesAt: iso(closes),
    waiting: facts.closing?.waiting ?? waited.length,
    lastEnd: ends.length > 0 ? iso(Math.max(...ends)) : null,
    minutes: overtimeOf(day).minutes,
    decisions: ClosingDecision.options.flatMap((decision) => {
      const times = (facts.decisions ?? []).filter((one) => one === decision).length
      return times > 0 ? [{ decision, times, ...(decision === 'next_day' && { kept: facts.kept ?? 0 }) }] : []
    }),
  }
}
