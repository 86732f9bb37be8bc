// The sheet of the one-time checklist: what it says, that it names nobody, and hours in few lines.
import { describe, expect, it } from 'vitest'
import type { SpanKind } from '#contract/words.ts'
import type { Book } from './book.ts'
import { checklistSheets, visitFaces, weekLines } from './checklist.ts'
import { fresh } from './ticket-samples.ts'

const text = (zh: string) => ({ zh, en: zh })
const matter = (id: string, bring: string[]) => ({
  ...{ id, committee: 'c', lane: 'a', words: text(id), name: text(id), minutes: 10, common: false },
  steps: [text('登记'), text('核对')],
  bring: bring.map(text),
})
const matterOf: Book['matterOf'] = new Map(
  [matter('m1', ['身份证', '户口本']), matter('m2', [])].map((one) => [one.id, one]),
)
const hall = { ...text('大厅'), zone: 'Asia/Shanghai', phone: '021-1', name: text('大厅') }
const book = { matterOf, hall: hall as unknown as Book['hall'] }
const NOW = Date.parse('2026-11-23T16:30:00.000Z')
const span = (from: string, to: string, kind: SpanKind = 'regular') => ({ from, to, kind })
const day = (date: string, ...spans: ReturnType<typeof span>[]) => ({ date, spans, reason: null, holiday: null })
const week = [
  // A week that begins on a Thursday.
  ...['2026-11-26', '2026-11-27'].map((date) => day(date, span('08:30', '11:30'), span('11:30', '17:00'))),
  ...['2026-11-28', '2026-11-29'].map((date) => day(date)),
  ...['2026-11-30', '2026-12-01', '2026-12-02'].map((date) => day(date, span('08:30', '17:00'))),
]
const hours = { week } as Parameters<typeof checklistSheets>[2]['hours']
const missing = [{ matter: 'm1', missing: [text('户口本')], note: '复印件', at: fresh().joinedAt }]
const ticket = {
  ...fresh(),
  matter: 'm1',
  matters: [
    { matter: 'm2', done: true },
    { matter: 'm1', done: false },
  ],
}

describe('the sheet', () => {
  it('says what is missing of the matter for which it is, on the hall’s own date', () => {
    const [sheet, ...more] = checklistSheets(book, { ...ticket, checklist: missing }, { hours, now: NOW })
    expect(more).toEqual([])
    expect(sheet).toMatchObject({ date: '2026-11-24', label: 'A001', note: '复印件', phone: '021-1' })
    expect(sheet?.bring).toEqual([
      { thing: text('身份证'), missing: false },
      { thing: text('户口本'), missing: true },
    ])
  })

  it('is one for the current matter where nothing is missing, and keeps what the book asks for no more', () => {
    expect(checklistSheets(book, ticket, { hours, now: NOW })).toHaveLength(1)
    const gone = [{ ...missing[0]!, missing: [text('旧证')] }]
    const [sheet] = checklistSheets(book, { ...ticket, checklist: gone }, { hours, now: NOW })
    expect(sheet?.bring.at(-1)).toEqual({ thing: text('旧证'), missing: true })
  })

  it('carries nothing but these fields: no name, no code', () => {
    const [sheet] = checklistSheets(book, { ...ticket, checklist: missing }, { hours, now: NOW })
    const fields = ['bring', 'date', 'hall', 'hours', 'label', 'matter', 'name', 'note', 'phone', 'steps']
    expect(Object.keys(sheet ?? {}).sort()).toEqual(fields)
  })

  it('has the week from Monday on, equal days together, spans that touch as one', () => {
    expect(weekLines(week).map(({ zh }) => zh)).toEqual(['周一至周五 08:30–17:00', '周六至周日 不开放'])
  })
})

describe('the phone', () => {
  it('has every matter in order, with what is missing', () => {
    expect(
      visitFaces(book, { ...ticket, checklist: missing }).map(({ stand, missing: of }) => [stand, of.length]),
    ).toEqual([
      ['done', 0],
      ['now', 1],
    ])
  })
})
