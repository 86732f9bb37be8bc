// The report of a day or of a span of days, for those who run the hall.
import { setImmediate as breathe } from 'node:timers/promises'
import { REPORT_DAYS, type DayReport } from '#contract/report.ts'
import { HallDate } from '#contract/text.ts'
import { GRACE } from '#domain/appointment-days.ts'
import { dayReport } from '#domain/day-report.ts'
import type { DayFacts } from '#domain/day-report-records.ts'
import { spansOn } from '#domain/hours.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { countAppointments } from '#db/queries/appointments.ts'
import { getHall } from '#db/queries/hall.ts'
import { readDayRows } from '#db/queries/report.ts'
import { Refused } from '../errors.ts'
import type { Hub } from './run.ts'

interface Asked {
  /** Hall dates; both today where there is none. */
  from: unknown
  to: unknown
}

/** Refused with `dates_wrong`: no dates, in the wrong order, not begun yet, or too many. */
export async function readReport(hub: Hub, asked: Asked): Promise<DayReport> {
  return (await readReports(hub, asked)).whole
}

/** The whole span, and each day of it alone. */
export async function readReports(
  hub: Hub,
  { from, to }: Asked,
): Promise<{ whole: DayReport; days: DayReport[]; zone: string }> {
  const book = await hub.store.read(async (db) => hub.shelf.book(db, hub.hall, (await getHall(db, hub.hall)).bookRev))
  const now = hub.clock.now()
  const { zone } = book.hall
  const today = serviceDate(now, zone)
  const dates = datesOf(from ?? today, to ?? from ?? today, today)
  const days: DayFacts[] = []
  for (const date of dates) {
    const rows = await hub.store.read((db) => readDayRows(db, hub.hall, date))
    const spans = spansOn(book.hours, date).spans.map((span) => ({
      from: instantAt(date, span.from, zone),
      to: instantAt(date, span.to, zone),
    }))
    days.push({ date, ...rows, spans, until: Math.min(now, instantAt(plusDays(date, 1), '00:00', zone) - 1) })
    // A long span must not keep a call from the walls.
    await breathe()
  }
  const about = { book, zone, now }
  const [first = today, last = today] = [dates[0], dates.at(-1)]
  const graceOver = iso(now - GRACE * 60_000)
  const appointments = await countAppointments(hub.store.db, hub.hall, { from: first, to: last, graceOver })
  return {
    whole: { ...dayReport(days, about), appointments },
    days: days.map((day) => dayReport([day], about)),
    zone,
  }
}

export function datesOf(from: unknown, to: unknown, today: string): string[] {
  const [first, last] = [HallDate.safeParse(from), HallDate.safeParse(to)]
  const wrong = new Refused({ code: 'dates_wrong', facts: {} })
  if (!first.success || !last.success || first.data > last.data || last.data > today) throw wrong
  if (plusDays(first.data, REPORT_DAYS - 1) < last.data) throw wrong
  const dates = [first.data]
  for (let date = first.data; date < last.data;) dates.push((date = plusDays(date, 1)))
  return dates
}
