// The hours: weekly pattern and dated exceptions.
import type { SpanFace } from '#contract/views.ts'
import type { Hours } from '#domain/hours.ts'
import type { Db } from '../database.ts'

export async function readHours(db: Db, hall: string, zone: string): Promise<Hours> {
  const rows = await db
    .selectFrom('hours_weekly')
    .selectAll()
    .where('hall_id', '=', hall)
    .orderBy('from_time')
    .execute()
  const exceptions = await db.selectFrom('hours_exception').selectAll().where('hall_id', '=', hall).execute()
  const weekly = new Map<number, SpanFace[]>()
  for (const { weekday, from_time, to_time, kind } of rows) {
    const spans = weekly.get(weekday) ?? []
    spans.push({ from: from_time, to: to_time, kind: kind as SpanFace['kind'] })
    weekly.set(weekday, spans)
  }
  return {
    zone,
    weekly,
    exceptions: new Map(
      exceptions.map(({ date, spans, reason_zh, reason_en }) => [
        date,
        {
          // In order of the day, as the weekly ones are: a book may list them otherwise.
          spans: (JSON.parse(spans) as SpanFace[]).sort((a, b) => (a.from < b.from ? -1 : 1)),
          reason: { zh: reason_zh, en: reason_en },
        },
      ]),
    ),
  }
}
