// The record of a day against a real hub: every step is in it, what was undone too, and nobody's name.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeRecordCsv, writeRecordXlsx } from '../sheets/write-record.ts'
import { recordColumns, type RecordLine } from '../sheets/record-rows.ts'
import { readSheets } from '../sheets/read-sheets.ts'
import { openHall, type TestHall } from './hall.ts'

let hall: TestHall
beforeEach(async () => {
  hall = await openHall()
}, 60_000)
afterEach(() => hall.stop())

const file = async (name: string, staff = 'manager') => {
  const token = await hall.clerk(null, staff)
  const response = await fetch(`${hall.url}/api/record/${name}`, { headers: { authorization: `Bearer ${token}` } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

it('has issue, paper, call, undo, miss, return and leave, in order, by number and window', async () => {
  const kiosk = await hall.pair('kiosk')
  const clerk = await hall.clerk('w1')
  const { id, label } = await hall.take(kiosk, 'roof-leak', { class: 'senior' })
  await hall.api('POST', `/api/tickets/${id}/print`, { token: kiosk, body: { outcome: 'failed' } })
  hall.clock.forward(1)
  await hall.next(clerk)
  hall.clock.forward(1)
  await hall.api('POST', '/api/windows/w1/undo', { token: clerk, body: {} })
  hall.clock.forward(1)
  const { version } = (await hall.next(clerk)).body.ticket
  hall.clock.forward(1)
  await hall.step(clerk, id, { step: 'miss', version, reason: 'absent' })
  hall.clock.forward(1)
  const back = await hall.step(clerk, id, { step: 'requeue', version: version + 1 })
  hall.clock.forward(1)
  await hall.step(clerk, id, { step: 'leave', version: back.body.ticket.version })

  const { response, bytes } = await file('2026-11-23.csv')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
  const cells = lines.slice(1).map((line) => line.split(','))
  const mine = cells.filter(([, , number]) => number === label)
  expect(
    mine.map(([, time, , event, window, reason]) => [time, event?.split(' ')[0], window, reason?.split(' ')[0]]),
  ).toEqual([
    ['10:00:00', '取号', '', ''],
    ['10:00:00', '没有出纸', '', ''],
    ['10:01:00', '叫号', '1', ''],
    ['10:02:00', '撤销', '1', '叫号'],
    ['10:03:00', '叫号', '1', ''],
    ['10:04:00', '过号', '1', '过号：人不在'],
    ['10:05:00', '退回队列', '1', ''],
    ['10:06:00', '离开', '1', ''],
  ])
  expect(mine[0]).toEqual(expect.arrayContaining(['自治事务', '房屋渗漏维修协调', '70 岁以上']))
  expect(mine[2]?.at(-1)).toBe('是 yes')
  expect(
    cells.some(([, , number, event, window]) => number === '' && event?.startsWith('坐到窗口') && window === '1'),
  ).toBe(true)
  for (const word of ['示例', '陈', 'chen']) expect(lines.join()).not.toContain(word)
  const sheets = readSheets((await file('2026-11-23.xlsx')).bytes)
  if ('why' in sheets) throw new Error(sheets.why)
  expect(sheets[0]?.rows).toHaveLength(lines.length)
})

it('is the manager’s, and of days that have begun', async () => {
  const code = async (name: string, staff?: string) => {
    const { response, bytes } = await file(name, staff)
    const { error } = JSON.parse(new TextDecoder().decode(bytes)) as { error: { code: string } }
    return [response.status, error.code]
  }
  expect(await code('2026-11-23.csv', 'chen')).toEqual([403, 'role_required'])
  expect(await code('2026-11-24.csv')).toEqual([409, 'dates_wrong'])
  expect(await code('2026-11-23.json')).toEqual([404, 'file_unknown'])
})

it('has nothing that a spreadsheet would compute', async () => {
  const line = Object.fromEntries(Object.keys(recordColumns).map((column) => [column, '=1+1'])) as RecordLine
  expect(writeRecordCsv([line]).toString()).toContain(`'=1+1,'=1+1`)
  const sheets = readSheets(await writeRecordXlsx([line]))
  if ('why' in sheets) throw new Error(sheets.why)
  expect(sheets[0]?.rows[1]?.cells[0]).toMatchObject({ text: `'=1+1`, formula: false })
})
