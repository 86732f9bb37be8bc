// The day's report and the fairness ledger, from the day's tickets, steps and calls. Pure. The same for one day and for many: the
// records of all days are pooled, and nothing is an average of averages.
import type { DayLine, DayReport, Overtaken, Target, TicketFigures } from '#contract/report.ts'
import { MissReason, OutOfOrderReason } from '#contract/words.ts'
import { waitTarget, type Book } from './book.ts'
import {
  closingLine,
  figures,
  groupsOf,
  inMinutes,
  nameOf,
  overtimeOf,
  readDay,
  serviceOf,
  sum,
  windowFigures,
  type Day,
} from './day-report-figures.ts'
import { byMatter, type DayFacts, type TicketRecord } from './day-report-records.ts'
import { hallTime, instantAt, iso, plusDays } from './service-day.ts'

export type ReportBook = Pick<Book, 'lanes' | 'windows' | 'classes' | 'matters' | 'targets'>

const MINUTE = 60_000

/**
 * What each figure is, all times in minutes, rounded to a tenth:
 * - taken: tickets of the day. served: those that were finished by its end; left: those that left; open: the rest, still there at the end
 *   of the day (or now). What a later day does with them does not change the report.
 * - missed: tickets that missed a call at least once; returned: those of them that came back and were attended to or queued again.
 * - wait: from joining to the first call that stands. service: all time at windows from the start (where none was pressed, from the
 *   last call) to the end or being parked, of tickets that were served.
 * - matter: a number with several counts at each that was begun, with the time that this one took.
 * - lane: the one that issued the number. window: the one that called it first, for waits; the one where it was, for all else.
 * - busy: from a call until the ticket left the window. share: busy within published hours ÷ published hours so far.
 * - overtime: from closing to when the last ticket left a window. Its served are those that were finished after closing.
 * - overtaken: during its first wait, in its own lane, by those who joined later and were called earlier; by the longest difference of
 *   joining, and by how many.
 * - longest wait: to the first call; of those never called until they left, or until now. A number forgotten overnight is open instead.
 * - unproven: misses of a number of which no call was shown and spoken, by the reason that was given.
 * - out of rank: calls that stand and have a reason.
 * Median: the middle, or the mean of both middles. p90: the smallest value that nine of ten do not exceed.
 */
export function dayReport(
  days: readonly DayFacts[],
  { book, zone, now }: { book: ReportBook; zone: string; now: number },
): DayReport {
  const read = days.map(readDay)
  const own = read.flatMap((day) => day.own)
  const each = own.flatMap(byMatter)
  const last = days.at(-1)
  const over = read.map(overtimeOf)
  const running = last !== undefined && now < instantAt(plusDays(last.date, 1), '00:00', zone)
  const overtaken = mostOvertaken(own)
  const total = figures(own)
  const headStart = Math.max(0, ...book.classes.map((one) => one.headStart))
  return {
    from: days[0]?.date ?? '',
    to: last?.date ?? '',
    running,
    at: iso(now),
    total,
    overtime: {
      minutes: sum(over.map(({ minutes }) => minutes)),
      longest: Math.max(0, ...over.map(({ minutes }) => minutes)),
      days: over.filter(({ minutes }) => minutes > 0).length,
      served: over.reduce((all, { served }) => all + served, 0),
    },
    closing: read.flatMap((day) => closingLine(day) ?? []),
    days: read.map((day, at): DayLine => {
      const outOfRank = reasonsOf([day]).length
      return { date: day.facts.date, ...figures(day.own), overtime: over[at]?.minutes ?? 0, outOfRank }
    }),
    hours: hoursOf(own, zone),
    lanes: groupsOf(own, (one) => one.lane, book.lanes).map(([id, lane, list]) => ({
      id,
      name: nameOf(lane, id),
      prefix: lane?.prefix ?? '',
      target: waitTarget(book, id),
      ...figures(list),
    })),
    windows: book.windows.map((window) => windowFigures(window, read)),
    classes: groupsOf(own, (one) => one.class, book.classes)
      .filter(([, , list]) => list.length > 0)
      .map(([id, one, list]) => ({
        id,
        name: nameOf(one, id),
        headStart: one?.headStart ?? 0,
        ...figures(list),
        overtaken: mostOvertaken(list),
      })),
    matters: groupsOf(each, (one) => one.matter, book.matters)
      .filter(([, , list]) => list.length > 0)
      .map(([id, one, list]) => ({ id, name: nameOf(one, id), standard: one?.minutes ?? null, ...figures(list) }))
      .sort((one, other) => other.taken - one.taken),
    fairness: {
      outOfRank: OutOfOrderReason.options.map((reason) => ({
        reason,
        times: reasonsOf(read).filter((one) => one === reason).length,
      })),
      unproven: MissReason.options.map((reason) => ({
        reason,
        times: own.flatMap(({ unproven }) => unproven).filter((one) => one === reason).length,
      })),
      overtaken,
      longestWait: longestWait(own, { book, today: running ? (last?.date ?? null) : null }),
      headStart,
    },
    targets: targets({
      ...{ total, overtaken, headStart, running, wait: book.targets.wait },
      standard: standardShare(each, book),
    }),
  }
}

function hoursOf(records: readonly TicketRecord[], zone: string): DayReport['hours'] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, taken: 0, called: 0 }))
  const at = (instant: number) => hours[Number(hallTime(instant, zone)[0])]
  for (const { joined, called } of records) {
    const [taken, first] = [at(joined), called === null ? undefined : at(called)]
    if (taken) taken.taken += 1
    if (first) first.called += 1
  }
  return hours.filter(({ taken, called }) => taken + called > 0)
}

function mostOvertaken(records: readonly TicketRecord[]): Overtaken | null {
  const most = records.reduce<TicketRecord | null>((best, one) => {
    if (one.overtakenBy === 0) return best
    const more = !best || one.overtaken > best.overtaken
    return more || (one.overtaken === best.overtaken && one.overtakenBy > best.overtakenBy) ? one : best
  }, null)
  return most && { label: most.label, date: most.date, minutes: inMinutes(most.overtaken), by: most.overtakenBy }
}

/** `today`: the day that is still going on. */
function longestWait(
  records: readonly TicketRecord[],
  { book, today }: { book: ReportBook; today: string | null },
): DayReport['fairness']['longestWait'] {
  let longest: TicketRecord | null = null
  const waited = ({ called, waitedUntil, joined }: TicketRecord) => (called ?? waitedUntil) - joined
  for (const one of records) {
    const forgotten = one.called === null && one.end === null && one.date !== today
    if (!forgotten && (!longest || waited(one) > waited(longest))) longest = one
  }
  if (!longest) return null
  const { label, date, class: id } = longest
  const its = book.classes.find((one) => one.id === id) ?? null
  return { label, date, minutes: inMinutes(waited(longest)), class: nameOf(its, id) }
}

const reasonsOf = (days: readonly Day[]) =>
  days.flatMap(({ facts }) => facts.calls.flatMap(({ reason, retracted }) => (reason && !retracted ? [reason] : [])))

/** Service of those served ÷ the published time of their matters, per cent; null of none. */
function standardShare(records: readonly TicketRecord[], { matters }: ReportBook): number | null {
  let [took, standard] = [0, 0]
  for (const one of records) {
    const minutes = matters.find(({ id }) => id === one.matter)?.minutes
    for (const service of minutes ? serviceOf(one) : []) {
      took += service
      standard += (minutes ?? 0) * MINUTE
    }
  }
  return standard > 0 ? Math.round((took / standard) * 100) : null
}

function targets({
  total,
  overtaken,
  headStart,
  running,
  standard,
  wait,
}: {
  total: TicketFigures
  overtaken: Overtaken | null
  headStart: number
  running: boolean
  standard: number | null
  wait: number
}): Target[] {
  const target = (name: Target['name'], value: number | null, most: number): Target => ({
    name,
    value,
    most,
    met: value === null ? null : value <= most,
  })
  const open = target('open', total.open, 0)
  return [
    target('wait', total.wait?.p90 ?? null, wait),
    target('overtaken', total.wait && (overtaken?.minutes ?? 0), headStart),
    target('service', standard, 100),
    // As long as the day goes on, whoever waits may still be served.
    running && total.open > 0 ? { ...open, met: null } : open,
  ]
}
