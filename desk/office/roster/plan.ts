// The roster as a clerk reads it: a person's morning and afternoon at one place are one duty; a week is a table of places by days.
// Pure; dates are the hall's.
import type { GapFace, RosterReply, ShiftFace, SwapFace } from '#contract/roster.ts'
import type { DutyKind } from '#contract/words.ts'
import { clock } from '#assets/i18n/time.ts'

export interface Duty extends Pick<ShiftFace, 'person' | 'name' | 'kind' | 'window' | 'date'> {
  /** In order of time. */
  shifts: ShiftFace[]
}

/** Shifts of the same person, kind, place and date stand together. */
export function dutiesOf(shifts: readonly ShiftFace[]): Duty[] {
  const duties = new Map<string, Duty>()
  for (const shift of shifts.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const { person, name, kind, window, date } = shift
    const id = `${date} ${person} ${kind} ${window ?? ''}`
    const duty = duties.get(id)
    if (duty) duty.shifts.push(shift)
    else duties.set(id, { person, name, kind, window, date, shifts: [shift] })
  }
  return [...duties.values()]
}

export const dutyId = ({ date, person, kind, window }: Duty): string => `${date} ${person} ${kind} ${window ?? ''}`

/** What has not begun yet and can be changed. */
export const ahead = ({ shifts }: Duty, now: number): ShiftFace[] => shifts.filter(({ from }) => Date.parse(from) > now)

const BETWEEN = ' / '

/** 08:30–11:30 / 13:30–17:00 */
export function hoursOf(stretches: readonly { from: string; until: string }[], zone: string): string {
  return stretches.map(({ from, until }) => `${clock(from, zone)}–${clock(until, zone, true)}`).join(BETWEEN)
}

/** The first stretch of what `hoursOf` says; null where there is none. */
export function firstOf(hours: string): { from: string; to: string } | null {
  const [from, to] = (hours.split(BETWEEN)[0] ?? '').split('–')
  return from && to ? { from, to } : null
}

export interface Cell {
  date: string
  duties: Duty[]
  gaps: GapFace[]
}

export interface Line {
  id: string
  /** What the line is called by; at a window by day: window. */
  kind: DutyKind
  window: string | null
  /** The hours that most of its duties have. */
  hours: string
  /** One for each day of the table. */
  cells: Cell[]
}

const order: DutyKind[] = ['window', 'midday', 'evening', 'patrol', 'cadre', 'standby']

/** A window by day is one line, whatever the day is. */
const lineKind = ({ kind }: { kind: DutyKind }): DutyKind =>
  kind === 'weekend' || kind === 'holiday' ? 'window' : kind

/** The table of some days: a line for each place that somebody is, or should be, at. */
export function linesOf(
  { shifts, gaps }: { shifts: readonly ShiftFace[]; gaps: readonly GapFace[] },
  { dates, windows, zone }: { dates: readonly string[]; windows: RosterReply['windows']; zone: string },
): Line[] {
  const lines = new Map<string, Line>()
  const cellOf = (one: { date: string; kind: DutyKind; window: string | null }): Cell | undefined => {
    if (!dates.includes(one.date)) return undefined
    const kind = lineKind(one)
    const id = `${kind} ${one.window ?? ''}`
    let line = lines.get(id)
    if (!line) {
      const cells = dates.map((date): Cell => ({ date, duties: [], gaps: [] }))
      lines.set(id, (line = { id, kind, window: one.window, hours: '', cells }))
    }
    return line.cells.find(({ date }) => date === one.date)
  }
  for (const duty of dutiesOf(shifts)) cellOf(duty)?.duties.push(duty)
  for (const gap of gaps) cellOf(gap)?.gaps.push(gap)
  for (const line of lines.values()) {
    const all = line.cells.flatMap(({ duties }) => duties.map((duty) => hoursOf(duty.shifts, zone)))
    line.hours = mostFrequent(all)
  }
  const numberOf = (window: string | null) => windows.find(({ id }) => id === window)?.number ?? 0
  return [...lines.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || numberOf(a.window) - numberOf(b.window),
  )
}

function mostFrequent(texts: readonly string[]): string {
  const times = (text: string) => texts.filter((one) => one === text).length
  return [...new Set(texts)].sort((a, b) => times(b) - times(a))[0] ?? ''
}

/** A swap of a whole duty: asked, answered and decided together. */
export interface SwapGroup extends Pick<SwapFace, 'person' | 'colleague' | 'state' | 'askedAt'> {
  ids: string[]
  shifts: ShiftFace[]
  back: ShiftFace[]
  problems: SwapFace['problems']
}

export function swapGroups(swaps: readonly SwapFace[]): SwapGroup[] {
  const groups = new Map<string, SwapGroup>()
  for (const swap of swaps) {
    const { person, colleague, state, askedAt, shift, back } = swap
    const key = [person.id, colleague.id, state, shift.date, shift.kind, shift.window, back?.date, back?.kind].join(' ')
    const group = groups.get(key) ?? { person, colleague, state, askedAt, ids: [], shifts: [], back: [], problems: [] }
    groups.set(key, group)
    group.ids.push(swap.id)
    group.shifts.push(shift)
    if (back) group.back.push(back)
    group.problems = [...new Set([...group.problems, ...swap.problems])]
  }
  return [...groups.values()]
}

/** The date `days` after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** ISO weekday: Monday is 1. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

export interface Quarter {
  year: number
  quarter: number
  from: string
  to: string
}

/** The quarter that a date lies in; `later`: so many quarters after it. */
export function quarterAt(date: string, later = 0): Quarter {
  const index = Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3) + later
  const first = (of: number) => `${Math.floor(of / 4)}-${String((of % 4) * 3 + 1).padStart(2, '0')}-01`
  return {
    year: Math.floor(index / 4),
    quarter: (index % 4) + 1,
    from: first(index),
    to: addDays(first(index + 1), -1),
  }
}
