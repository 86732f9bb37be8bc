// What a service day taught: from the steps that were taken, so that learning it twice is impossible and an undone step teaches nothing. Pure.
import { judge, nothingJudged, type Judged } from './estimate-calibrate.ts'
import type { Band } from './estimate-facts.ts'
import {
  changedIncrements,
  missedIncrements,
  seatIncrements,
  servedIncrements,
  shared,
  waitedIncrements,
  type Increment,
} from './estimate-learn.ts'
import { recordsOf, type DayFacts, type TicketRecord } from './day-report-records.ts'
import type { Visit, VisitPart } from './day-report-visits.ts'

const MINUTE = 60_000
/** A window that calls nobody for so long while somebody waits for it is taken to be left for a pause. Minutes. */
const PAUSE = 10

/** The band that a number carried, and when it was computed. */
export interface Promised {
  band: Band
  at: number
}

export interface Lesson {
  increments: Increment[]
  judged: Map<number, Judged>
}

/** `standards`: minutes by matter; `promised`: by ticket; `hourOf`: the hour of the hall's clock at an instant. */
export function lessonOf(
  day: DayFacts,
  {
    standards,
    promised,
    hourOf,
  }: {
    standards: ReadonlyMap<string, number>
    promised: ReadonlyMap<string, Promised>
    hourOf: (at: number) => number
  },
): Lesson {
  const records = recordsOf(day)
  const increments: Increment[] = []
  const judged = new Map<number, Judged>()
  for (const [index, record] of records.entries()) {
    const wait = (record.waitedUntil - record.joined) / MINUTE
    if (record.called !== null) increments.push(...waitedIncrements({ minutes: Math.max(0, wait), left: false }))
    else if (record.end === 'left') increments.push(...waitedIncrements({ minutes: Math.max(0, wait), left: true }))
    for (const { from, to, how, parts } of record.visits) {
      for (const [at, part] of parts.entries()) increments.push(...taughtBy(part, { standards, called: at === 0 }))
      if (how === 'miss') increments.push(...missedIncrements((to - from) / MINUTE))
    }
    const known = promised.get(day.tickets[index]?.id ?? '')
    if (!known || record.called === null) continue
    const { row } = known.band
    judged.set(row, judge(judged.get(row) ?? nothingJudged, known.band, (record.called - known.at) / MINUTE))
  }
  return { increments: [...increments, ...betweenVisits(records, hourOf)], judged }
}

/** A matter that was settled; only the first of a visit was called. */
function taughtBy(
  { matter, from, to, settled }: VisitPart,
  { standards, called }: { standards: ReadonlyMap<string, number>; called: boolean },
): Increment[] {
  const standard = standards.get(matter)
  if (!settled || standard === undefined) return []
  const served = servedIncrements(matter, { minutes: (to - from) / MINUTE, standard })
  return called ? served : served.filter(({ key }) => key !== shared.calls)
}

/** From one visitor's end to the next call at the same window, and how long it was left, as far as somebody waited meanwhile. */
function betweenVisits(records: readonly TicketRecord[], hourOf: (at: number) => number): Increment[] {
  const windows = new Map<string, (Visit & { joined: number })[]>()
  for (const { visits, joined } of records)
    for (const visit of visits) {
      const list = windows.get(visit.window)
      if (list) list.push({ ...visit, joined })
      else windows.set(visit.window, [{ ...visit, joined }])
    }
  return [...windows.values()].flatMap((visits) => {
    const increments: Increment[] = []
    visits.sort((one, other) => one.from - other.from)
    let sat = visits[0]?.from ?? 0
    for (const [index, { from, joined }] of visits.entries()) {
      const before = visits[index - 1]
      // Whoever was called next had not waited yet: the window had nobody to call.
      if (!before || joined > before.to || from < before.to) continue
      const minutes = (from - before.to) / MINUTE
      if (minutes < PAUSE) increments.push(...changedIncrements(minutes))
      else {
        const pause = { minutes, hour: hourOf(before.to) }
        increments.push(...seatIncrements(Math.max(0, before.to - sat) / MINUTE, pause))
        sat = from
      }
    }
    const last = visits.at(-1)
    if (last) increments.push(...seatIncrements(Math.max(0, last.to - sat) / MINUTE, null))
    return increments
  })
}
