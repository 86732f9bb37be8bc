// The day's report: to read for all staff, to take away as a file for managers.
import { z } from 'zod'
import { DayReport } from '#contract/report.ts'
import { readReport, readReports } from '../../commands/read-report.ts'
import { readRecord } from '../../commands/read-record.ts'
import { Refused } from '../../errors.ts'
import { rowsOf } from '../../sheets/report-rows.ts'
import { writeRecordCsv, writeRecordXlsx } from '../../sheets/write-record.ts'
import { writeReportCsv, writeReportXlsx } from '../../sheets/write-report.ts'
import { answer, route, type Route } from '../route.ts'

/** 2026-11-23.csv, or 2026-11-01_2026-11-30.xlsx. */
const fileName = /^(\d{4}-\d\d-\d\d)(?:_(\d{4}-\d\d-\d\d))?\.(csv|xlsx|json)$/

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

export const reportRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/report',
    summary: 'What the steps of a day, or of up to two months, add up to: ?from=2026-11-23&to=2026-11-23, else today',
    who: ['staff'],
    limit: 'read',
    reply: DayReport,
    run: async ({ hub, ctx }) => answer(await readReport(hub, { from: ctx.query.from, to: ctx.query.to })),
  }),
  route({
    method: 'GET',
    path: '/api/report/{file}',
    summary:
      'The same as a file, each day by itself: 2026-11-23.csv, 2026-11-01_2026-11-30.xlsx, or .json for the whole',
    who: ['manager'],
    limit: 'read',
    reply: z.unknown(),
    run: async ({ hub, params, ctx }) => {
      const [, from = '', to = from, type] = fileName.exec(params.file ?? '') ?? []
      if (type !== 'csv' && type !== 'xlsx' && type !== 'json') throw new Refused({ code: 'file_unknown', facts: {} })
      const { whole, days, zone } = await readReports(hub, { from, to })
      const title = encodeURIComponent(`日报-${from === to ? from : `${from}至${to}`}.${type}`)
      ctx.set('Content-Disposition', `attachment; filename="${params.file}"; filename*=UTF-8''${title}`)
      ctx.type = types[type]
      if (type === 'json') return answer(whole)
      const rows = (days.length > 1 ? [...days, whole] : days).flatMap((one) => rowsOf(one, zone))
      return answer(type === 'csv' ? writeReportCsv(rows) : await writeReportXlsx(rows))
    },
  }),
  route({
    method: 'GET',
    path: '/api/record/{file}',
    summary: 'Every event of a day or of a span, as a file: 2026-11-23.csv, 2026-11-01_2026-11-30.xlsx',
    who: ['manager'],
    limit: 'read',
    reply: z.unknown(),
    run: async ({ hub, params, ctx }) => {
      const [, from = '', to = from, type] = fileName.exec(params.file ?? '') ?? []
      if (type !== 'csv' && type !== 'xlsx') throw new Refused({ code: 'file_unknown', facts: {} })
      const lines = await readRecord(hub, { from, to })
      const title = encodeURIComponent(`逐步记录-${from === to ? from : `${from}至${to}`}.${type}`)
      ctx.set('Content-Disposition', `attachment; filename="${params.file}"; filename*=UTF-8''${title}`)
      ctx.type = types[type]
      return answer(type === 'csv' ? writeRecordCsv(lines) : await writeRecordXlsx(lines))
    },
  }),
]
