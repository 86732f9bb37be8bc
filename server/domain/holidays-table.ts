// A year of public holidays and make-up workdays as it is entered: from the notice's own words, from lines of a table, or from JSON.
// Whatever cannot be right is named with its line, and nothing of it is taken. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import { readNotice } from './holidays-notice.ts'
import { isDate, usualLike, yearOf, type HolidayDay } from './holidays.ts'
import { plusDays, weekday } from './service-day.ts'

export interface HolidayYear {
  year: number
  /** The notice that published it: 国办发明电〔2025〕7号. */
  source: string
  days: HolidayDay[]
}

/** A holiday as a notice writes it: from when to when, and the days that are worked for it. */
export interface HolidayNotice {
  year: number
  source: string
  holidays: { name: string; from: HallDate; to: HallDate; work: HallDate[] }[]
}

export type ProblemKind = 'unreadable' | 'date' | 'year' | 'twice' | 'kind' | 'workday' | 'nothing' | 'source' | 'long'

/** `line` is counted from 1; 0 where it is the whole. */
export interface HolidayProblem {
  line: number
  what: ProblemKind
  text: string
}

export interface ReadHolidays {
  years: HolidayYear[]
  problems: HolidayProblem[]
}

/** A day as it was written, before anything is known to be right. */
interface Entry {
  line: number
  date: string
  name: string
  kind: string
  like?: number | null
}

const english: Record<string, string> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}

/** The names of one or several holidays in both languages; a name that is not known stays as it is. */
export function holidayName(zh: string): Text {
  const parts = zh.split('、').map((part) => english[part] ?? english[`${part}节`] ?? part)
  return { zh, en: parts.join(' and ') }
}

const kinds: Record<string, HolidayDay['kind']> = {
  rest: 'rest',
  holiday: 'rest',
  休: 'rest',
  放假: 'rest',
  work: 'work',
  workday: 'work',
  班: 'work',
  上班: 'work',
}

/** The days of a notice. No holiday is longer than a month: a slip of the pen does not become a year. */
export function noticeYear({ year, source, holidays }: HolidayNotice): ReadHolidays {
  const entries = holidays.flatMap(({ name, from, to, work }, index) => {
    const line = index + 1
    const days: Entry[] = []
    if (!isDate(from) || !isDate(to) || to < from) days.push({ line, date: `${from}–${to}`, name, kind: 'rest' })
    else
      for (let date = from; date <= to && days.length < 31; date = plusDays(date, 1))
        days.push({ line, date, name, kind: 'rest' })
    return [...days, ...work.map((date) => ({ line, date, name, kind: 'work' }))]
  })
  return checked({ year, source, entries })
}

/** Lines `date,name,kind` of a table, the notice's own text, or JSON. `year` and `source` are for what does not say its own. */
export function readHolidays(text: string, { year, source }: { year: number; source: string }): ReadHolidays {
  const trimmed = text.replace(/^\ufeff/, '').trim()
  if (/^[[{]/.test(trimmed)) return readJson(trimmed, { year, source })
  if (/放假|上班/.test(trimmed) && /月.*日/.test(trimmed)) return noticeYear(readNotice(trimmed, { year, source }))
  const lines = trimmed.split(/\r?\n/).map((one, index) => ({ line: index + 1, cells: one.split(/[,，\t;]/) }))
  const entries = lines
    .filter(({ line, cells }) => cells.join('').trim() !== '' && !(line === 1 && /date|日期/i.test(cells[0] ?? '')))
    .map(({ line, cells: [date = '', name = '', kind = ''] }) => ({
      line,
      date: date.trim().replaceAll('/', '-'),
      name: name.trim(),
      kind: kind.trim(),
    }))
  return checked({ year, source, entries })
}

function readJson(text: string, given: { year: number; source: string }): ReadHolidays {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return { years: [], problems: [{ line: 0, what: 'unreadable', text: error instanceof Error ? error.message : '' }] }
  }
  const results = (Array.isArray(raw) ? raw : [raw]).map((one: unknown) => {
    const { year, source, holidays } = (typeof one === 'object' && one !== null ? one : {}) as Partial<HolidayNotice>
    const good = Array.isArray(holidays) && holidays.every((day) => typeof day?.name === 'string')
    if (!good) return { years: [], problems: [{ line: 0, what: 'unreadable' as const, text: text.slice(0, 40) }] }
    return noticeYear({
      year: typeof year === 'number' ? year : given.year,
      source: typeof source === 'string' ? source : given.source,
      holidays: holidays.map(({ name, from, to, work }) => ({
        name,
        from: String(from),
        to: String(to ?? from),
        work: Array.isArray(work) ? work.map(String) : [],
      })),
    })
  })
  return { years: results.flatMap(({ years }) => years), problems: results.flatMap(({ problems }) => problems) }
}

/** Every entry against every rule. With a single problem nothing is taken: half a year of holidays would be a guess at the other half. */
function checked({ year, source, entries }: { year: number; source: string; entries: Entry[] }): ReadHolidays {
  const problems: HolidayProblem[] = []
  const days = new Map<HallDate, HolidayDay>()
  if (entries.length === 0) problems.push({ line: 0, what: 'nothing', text: '' })
  if (source.trim() === '') problems.push({ line: 0, what: 'source', text: '' })
  if (source.length > 120 || entries.length > 200) problems.push({ line: 0, what: 'long', text: '' })
  for (const { line, date, name, kind: written, like } of entries) {
    const kind = kinds[written.toLowerCase()]
    const bad = (what: ProblemKind, text: string) => void problems.push({ line, what, text: text.slice(0, 60) })
    if (name === '' || name.length > 40) bad('unreadable', name || date)
    else if (!isDate(date)) bad('date', date)
    else if (!isOfYear(date, year)) bad('year', date)
    else if (!kind) bad('kind', written || date)
    else if (days.has(date)) bad('twice', date)
    else if (kind === 'work' && weekday(date) < 6) bad('workday', date)
    else
      days.set(date, { date, name: holidayName(name), kind, like: kind === 'work' ? (like ?? usualLike(date)) : null })
  }
  if (problems.length > 0) return { years: [], problems }
  return {
    years: [{ year, source: source.trim(), days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) }],
    problems,
  }
}

/** A date of the year, or of the last days before it: New Year's holiday of 2023 began on 31 December 2022. */
export function isOfYear(date: HallDate, year: number): boolean {
  return yearOf(date) === year || (yearOf(date) === year - 1 && date.slice(5) >= '12-25')
}

export interface HolidayChange {
  date: HallDate
  before: HolidayDay | null
  after: HolidayDay | null
}

/** What a year's new table changes, day by day. */
export function holidayChanges(before: readonly HolidayDay[], after: readonly HolidayDay[]): HolidayChange[] {
  const [was, is] = [before, after].map((days) => new Map(days.map((day) => [day.date, day])))
  const dates = [...new Set([...was!.keys(), ...is!.keys()])].sort()
  return dates
    .map((date) => ({ date, before: was!.get(date) ?? null, after: is!.get(date) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}
