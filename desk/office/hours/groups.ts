// A week as a clerk edits it: weekdays with the same hours stand together and are changed together. And dates without a time of day.
import type { SpanFace } from '#contract/views.ts'

export interface Group {
  /** ISO weekdays in order. */
  days: number[]
  spans: SpanFace[]
}

/** Seven lists of spans, Monday first, as groups in order of their first day. */
export function groupsOf(weekly: readonly (readonly SpanFace[])[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [index, spans] of weekly.entries()) {
    const id = JSON.stringify(spans)
    const group = groups.get(id) ?? { days: [], spans: spans.map((span) => ({ ...span })) }
    group.days.push(index + 1)
    groups.set(id, group)
  }
  return [...groups.values()]
}

/** And back: each weekday belongs to exactly one group. */
export function weeklyOf(groups: readonly Group[]): SpanFace[][] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => groups.find(({ days }) => days.includes(day))?.spans ?? [])
}

/** A weekday moves to another group, which is named by its place; a group that nobody is left in goes. */
export function moveDay(groups: readonly Group[], to: number, day: number): Group[] {
  const moved = groups.map((group, index) => {
    const others = group.days.filter((one) => one !== day)
    return { ...group, days: index === to ? [...others, day].sort((a, b) => a - b) : others }
  })
  return moved.filter(({ days }) => days.length > 0)
}

/** A weekday with hours of its own. */
export function splitDay(groups: readonly Group[], day: number): Group[] {
  const from = groups.find(({ days }) => days.includes(day))
  if (!from || from.days.length === 1) return [...groups]
  const rest = groups.map((group) => ({ ...group, days: group.days.filter((one) => one !== day) }))
  return [...rest, { days: [day], spans: from.spans.map((span) => ({ ...span })) }]
}

export type SpanFault = 'empty' | 'order' | 'overlap'

/** What is wrong with one of a day's spans; null when nothing is. Of two that overlap, the later one is told. */
export function faultOf(spans: readonly SpanFace[], index: number): SpanFault | null {
  const span = spans[index]
  if (!span || span.from === '' || span.to === '') return 'empty'
  if (span.from >= span.to) return 'order'
  const before = spans.slice(0, index)
  return before.some((other) => other.from < span.to && span.from < other.to) ? 'overlap' : null
}

export const isSound = (spans: readonly SpanFace[]): boolean =>
  spans.every((_, index) => faultOf(spans, index) === null)

/** The span that is added: after the last one, an hour long; on an empty day, the morning. */
export function nextSpan(spans: readonly SpanFace[]): SpanFace {
  const last = spans.reduce((latest, { to }) => (to > latest ? to : latest), '')
  if (last === '') return { from: '08:30', to: '11:30', kind: 'regular' }
  const hour = Number(last.slice(0, 2)) + 1
  const to = hour >= 24 ? '24:00' : `${String(hour).padStart(2, '0')}${last.slice(2)}`
  return { from: last, to, kind: last >= '17:00' ? 'extended' : 'regular' }
}

/** The date `days` after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
