// Whether a hall is open at a minute, decided from the raw rows and nothing else: the engine's independent judge, in tests and in the
// bench. It shares no code with the engine on purpose: dates are counted in minutes of UTC+8, and nothing is looked up twice the same way.

/** Rows as a hall's tables hold them. */
export interface RawHours {
  /** `from`: empty for the first. `weekly`: Monday first; the eighth list is that of public holidays. */
  patterns: { from: string; weekly: RawSpan[][] }[]
  exceptions: { date: string; spans: RawSpan[] }[]
  holidays: { date: string; kind: 'rest' | 'work'; like: number | null }[]
}
export interface RawSpan {
  from: string
  to: string
  kind: string
}

/** Shanghai has had one offset since 1992. Minutes. */
const OFFSET = 480
const DAY = 1440

/** Minutes since 1970 in the hall's zone → the kind of the span that is on; empty when none is. Every minute of every day, one by one. */
export class HoursOracle {
  readonly #raw: RawHours
  readonly #days = new Map<number, string[]>()

  constructor(raw: RawHours) {
    this.#raw = raw
  }

  /** `now`: epoch milliseconds. */
  kindAt(now: number): string {
    const minute = Math.floor(now / 60_000) + OFFSET
    return this.#minutes(Math.floor(minute / DAY))[((minute % DAY) + DAY) % DAY] ?? ''
  }

  /** The day painted minute by minute. `day`: whole days since 1970-01-01, which was a Thursday. */
  #minutes(day: number): string[] {
    const known = this.#days.get(day)
    if (known) return known
    const painted = Array<string>(DAY).fill('')
    for (const { from, to, kind } of this.#spans(day)) {
      const [first, last] = [from, to].map((time) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]))
      painted.fill(kind, first, last)
    }
    this.#days.set(day, painted)
    return painted
  }

  #spans(day: number): RawSpan[] {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    for (const exception of this.#raw.exceptions) if (exception.date === date) return exception.spans
    let week: RawSpan[][] = []
    let newest = '-'
    for (const { from, weekly } of this.#raw.patterns)
      if ((from === '' || from <= date) && (newest === '-' || from > newest)) [week, newest] = [weekly, from]
    for (const one of this.#raw.holidays)
      if (one.date === date) return (one.kind === 'rest' ? week[7] : week[(one.like ?? 1) - 1]) ?? []
    return week[(day + 3) % 7] ?? []
  }
}
