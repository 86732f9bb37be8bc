// Public holidays and make-up workdays of the years that come with the program, each day of them against the State Council's notices,
// which stand here once more as they were read, and are read by other code.
import { knownHolidays } from '#db/seed/known-holidays.ts'
import { holidayOn, isRestDay, type DayTable } from '#domain/holidays.ts'
import { alone, type Figure } from '../figure.ts'

/** 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号: month.day, a stretch of days off, and the days that work for them after 班. */
const notices: Record<number, string> = {
  2024: `元旦 1.1; 春节 2.10-2.17 班 2.4 2.18; 清明节 4.4-4.6 班 4.7; 劳动节 5.1-5.5 班 4.28 5.11; 端午节 6.10;
    中秋节 9.15-9.17 班 9.14; 国庆节 10.1-10.7 班 9.29 10.12`,
  2025: `元旦 1.1; 春节 1.28-2.4 班 1.26 2.8; 清明节 4.4-4.6; 劳动节 5.1-5.5 班 4.27; 端午节 5.31-6.2;
    国庆节、中秋节 10.1-10.8 班 9.28 10.11`,
  2026: `元旦 1.1-1.3 班 1.4; 春节 2.15-2.23 班 2.14 2.28; 清明节 4.4-4.6; 劳动节 5.1-5.5 班 5.9; 端午节 6.19-6.21;
    中秋节 9.25-9.27; 国庆节 10.1-10.7 班 9.20 10.10`,
}

const DAY = 86_400_000
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Date → `休春节` or `班春节`; every other day is not in it. */
export function noticed(year: number): Map<string, string> {
  const days = new Map<string, string>()
  const at = (text: string) => {
    const [month = '', day = ''] = text.split('.')
    return Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  for (const line of (notices[year] ?? '').split(';')) {
    const [name = '', stretch = '', , ...work] = line.trim().split(/\s+/)
    const [from = '', to = from] = stretch.split('-')
    for (let day = at(from); day <= at(to); day += DAY) days.set(dateOf(day), `休${name}`)
    for (const day of work) days.set(dateOf(at(day)), `班${name}`)
  }
  return days
}

/** The days on which the table says something else than the notices: holiday or workday, of which festival, and whether people rest. */
export function wrongDays(table: DayTable, year: number): string[] {
  const truth = noticed(year)
  const wrong: string[] = []
  for (let at = Date.parse(`${year}-01-01`); dateOf(at).startsWith(String(year)); at += DAY) {
    const date = dateOf(at)
    const said = holidayOn(table, date)
    const ours = said ? `${said.kind === 'rest' ? '休' : '班'}${said.name.zh}` : undefined
    const theirs = truth.get(date)
    const rests = theirs ? theirs.startsWith('休') : [0, 6].includes(new Date(at).getUTCDay())
    if (ours !== theirs || isRestDay(table, date) !== rests) wrong.push(date)
  }
  return wrong
}

export const holidays: Figure = {
  name: 'holidays',
  area: 'wall',
  about: 'public holidays and make-up workdays against the State Council’s notices',
  shares: 'always',
  seconds: 0,
  run: () => {
    const table: DayTable = {
      holidays: {
        years: new Map(knownHolidays.map(({ year, source }) => [year, { source }])),
        days: new Map(knownHolidays.flatMap(({ days }) => days.map((day) => [day.date, day] as const))),
      },
      exceptions: new Map(),
    }
    const years = knownHolidays.map(({ year }) => year)
    // A year that no notice stands here for is not taken for right.
    const wrong = years.flatMap((year) => (notices[year] ? wrongDays(table, year) : [`${year}`]))
    const what = `holidays and 调休 of ${years.join(', ')}: days unlike the State Council’s notices`
    return Promise.resolve([alone(['wall', what], wrong.length, '', { text: '0', met: wrong.length === 0 })])
  },
}
