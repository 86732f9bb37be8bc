// The hours engine against an oracle that shares no code with it: ten years of random hours, exceptions and holidays, each minute.
import type { HallDate } from '#contract/text.ts'
import type { SpanFace } from '#contract/views.ts'
import type { HolidayDay } from '#domain/holidays.ts'
import { hoursFace, nextHoursChange, type Hours } from '#domain/hours.ts'
import { HoursOracle, type RawHours, type RawSpan } from '../hours-judge.ts'
import { alone, type Figure } from '../figure.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const ZONE = 'Asia/Shanghai'
/** Midnight of 1 January 2024 in Shanghai. */
const START = Date.parse('2023-12-31T16:00:00.000Z')
const KINDS = ['regular', 'midday', 'staggered', 'extended', 'weekend', 'holiday', 'emergency'] as const

/** A small generator of numbers from 0 to 1: the same hours for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const dateOf = (day: number): HallDate => new Date(START + 8 * 3_600_000 + day * DAY).toISOString().slice(0, 10)

/** Tables of `days` days: spans that may touch and may reach both midnights, patterns from a day on, holidays, exceptions on any of them. */
export function randomHours(seed: number, days: number): RawHours {
  const next = random(seed)
  const spans = (): RawSpan[] => {
    const edges = [...new Set(Array.from({ length: 1 + next() * 6 }, () => Math.floor(next() * 97) * 15))]
    const sorted = edges.sort((a, b) => a - b)
    return sorted.slice(1).flatMap((to, index) => {
      const from = sorted[index]!
      return next() < 0.7 ? [{ from: clock(from), to: clock(to), kind: KINDS[Math.floor(next() * 7)]! }] : []
    })
  }
  const week = () => Array.from({ length: 8 }, spans)
  const some = <T>(share: number, make: (date: HallDate) => T): T[] =>
    Array.from({ length: days }, (_, day) => dateOf(day)).flatMap((date) => (next() < share ? [make(date)] : []))
  return {
    patterns: [{ from: '', weekly: week() }, ...some(0.004, (from) => ({ from, weekly: week() }))],
    exceptions: some(0.06, (date) => ({ date, spans: spans() })),
    holidays: some(0.1, (date) =>
      next() < 0.7
        ? { date, kind: 'rest' as const, like: null }
        : { date, kind: 'work' as const, like: 1 + Math.floor(next() * 7) },
    ),
  }
}

/** The same tables as the engine holds them. */
export function toHours({ patterns, exceptions, holidays }: RawHours): Hours {
  const name = { zh: '节', en: 'Holiday' }
  const of = (list: RawSpan[] | undefined) => (list ?? []) as SpanFace[]
  return {
    zone: ZONE,
    patterns: patterns.map(({ from, weekly }) => ({
      from: from || null,
      weekly: new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [day, of(weekly[day - 1])])),
      holiday: of(weekly[7]),
      source: null,
    })),
    exceptions: new Map(exceptions.map(({ date, spans }) => [date, { spans: of(spans), reason: name, source: null }])),
    holidays: {
      years: new Map(),
      days: new Map(holidays.map((day): [string, HolidayDay] => [day.date, { ...day, name }])),
    },
    proposals: [],
  }
}

/**
 * Every minute of `days` days: open or not and of which kind, until when, when it opens next; between two changes that the engine
 * names, its answer is asked once and held against each minute. Returns how many minutes differ.
 */
export function differences(raw: RawHours, days: number): { minutes: number; different: number } {
  const [hours, oracle] = [toHours(raw), new HoursOracle(raw)]
  const end = START + days * DAY
  let [minutes, different] = [0, 0]
  for (let now = START; now < end;) {
    const face = hoursFace(hours, now)
    const change = Math.min(nextHoursChange(hours, now), end)
    for (let at = now; at < change; at += MINUTE) {
      minutes += 1
      if (oracle.kindAt(at) !== (face.open?.kind ?? '')) different += 1
    }
    // The promises: open without a gap until then, closed at that minute, and no earlier opening than the one that is named.
    const horizon = now - ((now - START) % DAY) + 15 * DAY
    const until = face.open ? Date.parse(face.open.until) : now
    const opens = face.next ? Date.parse(face.next.at) : horizon
    for (let at = now; at < until; at += 5 * MINUTE) if (oracle.kindAt(at) === '') different += 1
    for (let at = until; at < opens; at += 5 * MINUTE) if (oracle.kindAt(at) !== '') different += 1
    if (face.next && oracle.kindAt(opens) !== face.next.kind) different += 1
    // The last number goes with the last open minute of the day; after that none is promised.
    let last = now - ((now - START) % DAY) + DAY
    while (last > now && oracle.kindAt(last - MINUTE) === '') last -= MINUTE
    if ((face.lastNumberAt === null ? now : Date.parse(face.lastNumberAt)) !== last) different += 1
    now = change
  }
  return { minutes, different }
}

export const hoursOracle: Figure = {
  name: 'hours-oracle',
  area: 'wall',
  about: 'the hours engine against an oracle by the minute, 10 years',
  shares: 'always',
  seconds: 8,
  run: async (bench) => {
    const years = bench.quick ? 2 : 10
    const { minutes, different } = differences(randomHours(20_261_122, years * 366), years * 365 + 2)
    const what = `hours engine, ${years} random years, ${(minutes / 1e6).toFixed(1)} million minutes: unlike an oracle`
    return [alone(['wall', what], different, '', { text: '0', met: different === 0 })]
  },
}
