// What the gallery shows of hours: a hall that has a holiday behind it, new hours ahead, and a question put to residents.
import type { HolidayPreview, HoursOffice, ProposalTally } from '#contract/hours.ts'
import type { HoursFace, ProposalFace, SpanFace } from '#contract/views.ts'
import { knownHolidays } from '#db/seed/known-holidays.ts'
import { closingAt } from '#domain/hours-proposal.ts'
import { readHolidays } from '#domain/holidays-table.ts'
import { open } from './facts.ts'

const weekly = open.week.map(({ spans }) => spans)
const holiday: SpanFace[] = [{ from: '08:30', to: '11:30', kind: 'holiday' }]
const later = closingAt({ weekly: new Map(weekly.map((spans, index) => [index + 1, spans])) }, '21:00')
const text = (zh: string, en: string) => ({ zh, en })
const option = (closes: string | null, voices: number) => ({
  id: closes ? `until-${closes.replace(':', '')}` : 'as-it-is',
  text: closes ? text(`工作日到 ${closes}`, `Workdays until ${closes}`) : text('保持现状', 'Keep the present hours'),
  closes,
  voices,
})

export const asked: ProposalTally = {
  id: 'p1',
  question: text('工作日晚上开放到几点好？', 'On workdays, until when should we be open?'),
  options: [option('21:00', 37), option('18:00', 12), option(null, 21)],
  from: '2026-11-16',
  until: '2026-11-30',
  state: 'asked',
  decision: null,
}
const ended: ProposalTally = {
  ...asked,
  id: 'p0',
  question: text('周六下午要不要开放？', 'Should we be open on Saturday afternoons?'),
  options: [option('16:30', 48), option(null, 9)],
  from: '2026-10-10',
  until: '2026-10-24',
  state: 'ended',
}
const decided: ProposalTally = {
  ...ended,
  id: 'p-1',
  state: 'decided',
  decision: { on: '2026-10-28', option: 'until-1630', words: '居民代表会议 42 人出席，一致通过' },
}
export const tallies = { asked, ended, decided }

export const office: HoursOffice = {
  version: 12,
  today: '2026-11-23',
  patterns: [
    { from: null, weekly, holiday, source: null },
    {
      from: '2026-12-01',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => [...(later.get(day) ?? [])]),
      holiday,
      source: '11月20日居民代表会议决定',
    },
  ],
  exceptions: [
    { date: '2026-11-26', spans: [], reason: text('停电检修', 'Power maintenance'), source: '供电公司停电通知' },
    {
      date: '2026-12-05',
      spans: [{ from: '08:30', to: '17:00', kind: 'extended' }],
      reason: text('居委会换届选举', 'Committee election'),
      source: '街道选举工作安排',
    },
  ],
  years: knownHolidays,
  missing: 2027,
  proposals: [asked, ended],
}

const notice = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。`
/** A sample: what will be published is not known. */
const read = readHolidays(notice, { year: 2027, source: '示例文号' })
export const preview: HolidayPreview = {
  ...read,
  changes: read.years.flatMap(({ days }) => days.map((after) => ({ date: after.date, before: null, after }))),
}
export const refused: HolidayPreview = {
  years: [],
  problems: [
    { line: 3, what: 'twice', text: '2027-01-03' },
    { line: 5, what: 'workday', text: '2027-02-15' },
  ],
  changes: [],
}

export const proposal: ProposalFace = {
  id: 'p1',
  question: asked.question,
  options: asked.options.map(({ id, text: words }) => ({ id, text: words })),
  until: asked.until,
}

/** A week with a make-up workday, a holiday and a closed day; and one that reaches into a year that is not published yet. */
export const specialWeek: HoursFace = {
  ...open,
  reason: text('春节调休上班，按周五开放', 'Make-up workday (Spring Festival), hours of a Friday'),
  holiday: { name: text('春节', 'Spring Festival'), kind: 'work' },
  date: '2026-02-14',
  week: [
    {
      date: '2026-02-14',
      spans: weekly[0]!,
      reason: text('春节调休上班，按周五开放', 'Make-up workday'),
      holiday: { name: text('春节', 'Spring Festival'), kind: 'work' },
    },
    ...[15, 16, 17, 18, 19, 20].map((day) => ({
      date: `2026-02-${day}`,
      spans: day === 17 ? [] : holiday,
      reason:
        day === 17
          ? text('节日当天不开放', 'Closed for the festival')
          : text('春节假期', 'Public holiday: Spring Festival'),
      holiday: { name: text('春节', 'Spring Festival'), kind: 'rest' as const },
    })),
  ],
}
export const intoUnknown: HoursFace = {
  ...open,
  date: '2026-12-28',
  week: open.week.map((day, ahead) => ({
    ...day,
    date: ahead < 4 ? `2026-12-${28 + ahead}` : `2027-01-0${ahead - 3}`,
  })),
  changesOn: null,
  uncovered: 2027,
  missing: 2027,
}
