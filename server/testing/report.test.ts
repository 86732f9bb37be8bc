// The day's report against a real hall: a day of steps and its exact figures, who may read and take it away, and what the files hold.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DayReport } from '#contract/report.ts'
import { readSheets } from '../sheets/read-sheets.ts'
import { writeReportCsv, writeReportXlsx } from '../sheets/write-report.ts'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
let kiosk: string
let clerk: string
let manager: string
beforeEach(async () => {
  hall = await openHall()
  kiosk = await hall.pair('kiosk')
  clerk = await hall.clerk('w1')
  manager = await hall.clerk(null, 'manager')
}, 60_000)
afterEach(() => hall.stop())

const DAY = '2026-11-23'
const read = async (query = '') => (await hall.api<DayReport>('GET', `/api/report${query}`, { token: clerk })).body
const code = async (path: string, token: string) => {
  const { status, body } = await hall.api<{ error?: { code: string } }>('GET', path, { token })
  return [status, body.error?.code]
}
/** Whoever did nothing for long has to sign in anew. */
const file = async (name: string) => {
  manager = await hall.clerk(null, 'manager')
  const response = await fetch(`${hall.url}/api/report/${name}`, { headers: { authorization: `Bearer ${manager}` } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

/** At the window, one after another: each called, served for `minutes`, done. */
async function serve(minutes: number) {
  const { ticket } = (await hall.next(clerk)).body
  hall.clock.forward(minutes)
  await hall.step(clerk, ticket.id, { step: 'finish', version: ticket.version })
}
/** From ten o'clock: three numbers, one out of rank, one call that was undone, one who missed and came back, one who still waits. */
async function aMorning() {
  const [one, two, three] = [await hall.take(kiosk), await hall.take(kiosk), await hall.take(kiosk)]
  hall.clock.forward(5)
  const later = await hall.take(kiosk)
  hall.clock.forward(1)
  await hall.next(clerk)
  await hall.api('POST', '/api/windows/w1/undo', { token: clerk, body: {} })
  hall.clock.forward(4)
  await hall.step(clerk, later.id, { step: 'call', version: 1, reason: 'unwell' })
  hall.clock.forward(2)
  await hall.step(clerk, later.id, { step: 'finish', version: 2 })
  await serve(8)
  const { ticket: missed } = (await hall.next(clerk)).body
  hall.clock.forward(3)
  await hall.step(clerk, missed.id, { step: 'miss', version: missed.version, reason: 'absent' })
  hall.clock.forward(1)
  const back = await hall.step(clerk, missed.id, { step: 'call', version: missed.version + 1 })
  const { version } = back.body.ticket
  await hall.step(clerk, missed.id, { step: 'start', version })
  hall.clock.forward(6)
  await hall.step(clerk, missed.id, { step: 'finish', version: version + 1 })
  return { one, two, three, later }
}

describe('a morning', () => {
  it('adds up to exactly what happened', async () => {
    const { one } = await aMorning()
    const report = await read()
    expect(report).toMatchObject({ from: DAY, to: DAY, running: true })
    expect(report.total).toEqual({
      ...{ taken: 4, served: 3, left: 0, missed: 1, returned: 1, open: 1 },
      // Called at minute 12, 20 and 10, joined at 0, 0 and 5.
      wait: { count: 3, mean: 12.3, median: 12, p90: 20, longest: 20 },
      service: { count: 3, mean: 5.3, median: 6, p90: 8, longest: 8 },
    })
    expect(report.lanes.map(({ prefix, taken }) => [prefix, taken])).toEqual([
      ['A', 0],
      ['B', 4],
      ['C', 0],
      ['D', 0],
    ])
    // Called at minute 10, 12, 20 and 24; of the hour and a half since half past eight and the half hour since ten.
    expect(report.windows[0]).toMatchObject({ number: 1, called: 4, served: 3, missed: 1, busy: 19, share: 0.158 })
    expect(report.hours).toEqual([{ hour: 10, taken: 4, called: 3 }])
    expect(report.fairness.outOfRank.filter(({ times }) => times > 0)).toEqual([{ reason: 'unwell', times: 1 }])
    expect(report.fairness.overtaken).toEqual({ label: one.label, date: DAY, minutes: 5, by: 1 })
    expect(report.fairness.longestWait).toMatchObject({ minutes: 30, class: { zh: '普通' } })
    expect(report.matters).toMatchObject([{ id: 'roof-leak', standard: 10, served: 3 }])
    expect(report.overtime).toEqual({ minutes: 0, longest: 0, days: 0, served: 0 })
    expect(report.targets.map(({ name, met }) => [name, met])).toEqual([
      ['wait', true],
      ['overtaken', true],
      ['service', true],
      ['open', null],
    ])
  })

  it('stays what it was once the day is over', async () => {
    await aMorning()
    const before = (await read()).total
    hall.clock.forward(24 * 60)
    clerk = await hall.clerk('w1')
    expect((await read(`?from=${DAY}`)).total).toEqual(before)
    expect((await read()).total.taken).toBe(0)
    expect((await read(`?from=${DAY}&to=2026-11-24`)).days.map(({ date, taken, open }) => [date, taken, open])).toEqual(
      [
        [DAY, 4, 1],
        ['2026-11-24', 0, 0],
      ],
    )
  })

  it('records the minutes after closing', async () => {
    hall.clock.set(Date.parse('2026-11-23T11:55:00.000Z'))
    clerk = await hall.clerk('w1')
    await hall.take(kiosk)
    await serve(12)
    expect((await read()).overtime).toEqual({ minutes: 7, longest: 7, days: 1, served: 1 })
  })
})

describe('asked wrongly', () => {
  it('is refused: no dates, backwards, not begun, too many, no such file', async () => {
    for (const query of [
      '?from=today',
      '?from=2026-02-30',
      '?from=2026-11-23&to=2026-11-22',
      '?to=2026-11-24',
      '?from=2026-09-01',
    ])
      expect(
        await code(`/api/report${query.replace('?from=2026-09-01', '?from=2026-09-01&to=2026-11-23')}`, clerk),
      ).toEqual([409, 'dates_wrong'])
    for (const name of ['2026-11-23.pdf', 'report.csv', '2026-11-23', '..%2f2026-11-23.csv'])
      expect(await code(`/api/report/${name}`, manager)).toEqual([404, 'file_unknown'])
    expect(await code('/api/report/2026-11-31.csv', manager)).toEqual([409, 'dates_wrong'])
  })

  it('by a kiosk or without a session is refused; files are the manager’s', async () => {
    expect(await code('/api/report', kiosk)).toEqual([401, 'session_required'])
    expect(await code(`/api/report/${DAY}.csv`, clerk)).toEqual([403, 'role_required'])
    expect((await hall.api('GET', '/api/report')).status).toBe(401)
  })
})

describe('a file', () => {
  it('is CSV with a byte-order mark, a line for each part, and nobody’s name in it', async () => {
    await aMorning()
    const { response, bytes } = await file(`${DAY}.csv`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`日报-${DAY}.csv`))
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines[0]).toContain('取号 Taken')
    expect(lines[1]).toMatch(/^2026-11-23,全天,,4,,3,0,1,1,1,12\.3,12,20,20,5\.3,6,8,8,/)
    expect(lines.find((line) => line.includes('身体不适'))).toMatch(/,1$/)
    for (const word of ['示例', '陈', 'chen']) expect(lines.join()).not.toContain(word)
  })

  it('of several days has each of them, then all; XLSX and JSON alike', async () => {
    await aMorning()
    hall.clock.forward(24 * 60)
    const csv = new TextDecoder().decode((await file(`${DAY}_2026-11-24.csv`)).bytes)
    const whole = csv.split('\r\n').filter((line) => line.includes(',全天,'))
    expect(whole.map((line) => line.split(',')[0])).toEqual([DAY, '2026-11-24', `${DAY} – 2026-11-24`])
    const { response, bytes } = await file(`${DAY}.xlsx`)
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    const sheets = readSheets(bytes)
    if ('why' in sheets) throw new Error(sheets.why)
    expect(sheets.map(({ name }) => name)).toEqual([
      '全天',
      '队列',
      '窗口',
      '人群',
      '事项',
      '不按顺序叫号',
      '没有播出就过号',
      '收尾',
    ])
    expect(sheets[0]?.rows[1]?.cells.slice(0, 3).map(({ text }) => text)).toEqual([DAY, '4', '3'])
    expect((JSON.parse(new TextDecoder().decode((await file(`${DAY}.json`)).bytes)) as DayReport).total.taken).toBe(4)
  })

  it('has nothing that a spreadsheet would compute', async () => {
    const rows = [{ date: DAY, part: '事项', name: '=cmd|calc', taken: 1 }]
    expect(writeReportCsv(rows).toString()).toContain(`,'=cmd|calc,1`)
    const sheets = readSheets(await writeReportXlsx(rows))
    if ('why' in sheets) throw new Error(sheets.why)
    expect(sheets[4]?.rows[1]?.cells[1]).toMatchObject({ text: `'=cmd|calc`, formula: false })
  })
})
