import { getLunarDate, getSolarTermDate } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { festivalOn } from './lunar-festivals.ts'
import { newMoon } from './lunar-astronomy.ts'
import { lunarDay, lunarDayName, lunarMonths, lunarOf, lunarText, solarTermDay } from './lunar.ts'
import { plusDays } from './service-day.ts'

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
function sameAsIntl(date: string): boolean {
  const { month, leap, day } = lunarOf(date)
  return chinese.format(new Date(`${date}T00:00:00Z`)).startsWith(`${month}${leap ? 'bis' : ''}/${day}`)
}

/** Minutes between the new moon of a month's first day and the midnight that is nearest to it. */
function minutesToMidnight(first: string): number {
  const near = Math.round((Date.parse(first) - Date.parse('2000-01-06')) / 86_400_000 / 29.530588861)
  const after = (newMoon(near) - Date.parse(`${first}T00:00:00+08:00`)) / 60_000
  return Math.min(after, 24 * 60 - after)
}

/** Every day of ten years. */
function everyDay(from: string, years: number): string[] {
  return Array.from({ length: Math.floor(years * 365.25) }, (_, index) => plusDays(from, index))
}

describe('the lunar date', () => {
  it('of every day of ten years is what Intl says, save where a new moon is minutes from midnight', () => {
    const other = new Set<string>()
    for (const date of everyDay('2024-01-01', 10)) {
      const ours = lunarOf(date)
      if (!sameAsIntl(date)) other.add(lunarMonths(ours.year).findLast(({ first }) => first <= date)!.first)
    }
    // Intl has these first days, or the end of their months, a day off: its moon is less exact. A newer one may have fewer.
    for (const first of other) expect(['2027-02-06', '2030-01-04', '2030-02-03']).toContain(first)
    const doubtful = [...other].filter((first) => minutesToMidnight(first) > 15)
    expect(doubtful.filter((first) => first !== '2030-01-04')).toEqual([])
  })

  it('begins the Spring Festival when the State Council does', () => {
    const festivals = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06']
    expect(festivals.map((date) => lunarMonths(Number(date.slice(0, 4)))[0]!.first)).toEqual(festivals)
  })

  it('is what a table made elsewhere says, from 2000 to 2059', () => {
    // chinese-days carries tables of its own. In 2060 it has the new moon of 30 April, 18:11, on the day after.
    for (const date of everyDay('2000-03-01', 59.9)) {
      const { year, month, leap, day } = lunarOf(date)
      const table = getLunarDate(date)
      expect([year, month, leap, day], date).toEqual([table.lunarYear, table.lunarMon, table.isLeap, table.lunarDay])
    }
  })

  it('leads back to its day', () => {
    for (const date of everyDay('2024-01-01', 10)) {
      const { year, month, leap, day } = lunarOf(date)
      if (!leap) expect(lunarDay(year, { month, day }), date).toBe(date)
    }
  })

  it('counts 12 or 13 months of 29 or 30 days, one of them leap at most', () => {
    for (let year = 2000; year < 2060; year += 1) {
      const months = lunarMonths(year)
      expect(months.length === 13).toBe(months.some(({ leap }) => leap))
      expect(months.filter(({ leap }) => leap).length).toBeLessThanOrEqual(1)
      const last = months.at(-1)!
      expect(plusDays(last.first, last.days)).toBe(lunarMonths(year + 1)[0]!.first)
    }
  })

  it('is said as people say it', () => {
    expect(lunarText(lunarOf('2026-11-23')).zh).toBe('十月十五')
    expect(lunarText(lunarOf('2025-07-25')).zh).toBe('闰六月初一')
    expect(lunarText(lunarOf('2026-01-19')).zh).toBe('腊月初一')
    expect([1, 10, 11, 20, 21, 29, 30].map(lunarDayName)).toEqual([
      '初一',
      '初十',
      '十一',
      '二十',
      '廿一',
      '廿九',
      '三十',
    ])
  })
})

describe('solar terms and festivals', () => {
  it('Qingming and the winter solstice are right from 1990 to 2060', () => {
    for (let year = 1990; year <= 2060; year += 1) {
      expect(solarTermDay(year, 'qingming')).toBe(getSolarTermDate(year, 4, 'pure_brightness'))
      expect(solarTermDay(year, 'dongzhi')).toBe(getSolarTermDate(year, 12, 'the_winter_solstice'))
    }
  })

  it.each([
    ['2026-02-16', '除夕'],
    ['2026-02-17', '春节'],
    ['2026-03-03', '元宵节'],
    ['2026-04-05', '清明节'],
    ['2026-06-19', '端午节'],
    ['2026-08-19', '七夕'],
    ['2026-09-25', '中秋节'],
    ['2026-10-18', '重阳节'],
    ['2026-01-26', '腊八节'],
    ['2026-10-01', '国庆节'],
    ['2026-12-22', '冬至'],
  ])('%s is %s', (date, name) => expect(festivalOn(date)?.zh).toBe(name))

  it('names nothing on a plain day, nor a festival in a leap month', () => {
    expect(festivalOn('2026-11-23')).toBeNull()
    // The leap sixth month of 2025 began on 25 July; no festival falls twice in a year.
    const names = everyDay('2025-01-01', 1).flatMap((date) => festivalOn(date)?.zh ?? [])
    expect(names.filter((name) => name === '七夕')).toHaveLength(1)
  })
})
