// The record of a day or of a span of days, event by event, for managers to take away.
import { setImmediate as breathe } from 'node:timers/promises'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { getHall } from '#db/queries/hall.ts'
import { readDayRecord } from '#db/queries/record.ts'
import { recordLines, type RecordLine } from '../sheets/record-rows.ts'
import { datesOf } from './read-report.ts'
import type { Hub } from './run.ts'

/** Refused with `dates_wrong`, as the report is. Days in order; within each, events by time. */
export async function readRecord(hub: Hub, { from, to }: { from: unknown; to: unknown }): Promise<RecordLine[]> {
  const book = await hub.store.read(async (db) => hub.shelf.book(db, hub.hall, (await getHall(db, hub.hall)).bookRev))
  const { zone } = book.hall
  const lines: RecordLine[] = []
  for (const date of datesOf(from, to, serviceDate(hub.clock.now(), zone))) {
    const bounds = { from: iso(instantAt(date, '00:00', zone)), to: iso(instantAt(plusDays(date, 1), '00:00', zone)) }
    const record = await hub.store.read((db) => readDayRecord(db, hub.hall, { date, ...bounds }))
    for (const line of recordLines(record, { book, zone })) lines.push(line)
    await breathe()
  }
  return lines
}
