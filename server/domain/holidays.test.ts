// Public holidays and make-up workdays: the seeded years against another table and the notices' own words, entry by entry, and what
// is said of a day.
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownHolidays } from '#db/seed/known-holidays.ts'
import { holidayChanges, holidayName, noticeYear, readHolidays } from './holidays-table.ts'
import { dayKind, holidayOn, isCovered, isRestDay, missingYear, uncoveredYear, type DayTable } from './holidays.ts'
import { plusDays } from './service-day.ts'

const table: DayTable = {
  holidays: {
    years: new Map(knownHolidays.map(({ year, source }) => [year, { source }])),
    days: new Map(knownHolidays.flatMap(({ days }) => days.map((day) => [day.date, day] as const))),
  },
  exceptions: new Map([['2026-10-01', {}]]),
}

describe('the seeded years', () => {
  it('agree with chinese-days on every day of 2024, 2025 and 2026', () => {
    for (let date = '2024-01-01'; date < '2027-01-01'; date = plusDays(date, 1)) {
      expect(isRestDay(table, date), date).toBe(!chineseDays.isWorkday(date))
      const published = chineseDays.getDayDetail(date).name.includes(',')
      expect(holidayOn(table, date) !== null, date).toBe(published)
    }
  })

  it('are as the State Council wrote them, with the number of each notice', () => {
    expect(knownHolidays.map(({ year, source }) => `${year} ${source}`)).toEqual([
      '2024 国办发明电〔2023〕7号',
      '2025 国办发明电〔2024〕12号',
      '2026 国办发明电〔2025〕7号',
    ])
    const of = (year: number, kind: string) =>
      knownHolidays.find((one) => one.year === year)!.days.filter((day) => day.kind === kind).length
    expect([2024, 2025, 2026].map((year) => [of(year, 'rest'), of(year, 'work')])).toEqual([
      [28, 8],
      [28, 5],
      [33, 6],
    ])
  })
})

describe('what kind of day it is', () => {
  it.each([
    ['2026-11-23', 'workday', false],
    ['2026-11-28', 'weekend', true],
    ['2026-02-17', 'holiday', true],
    ['2026-02-14', 'makeup', false],
    ['2026-10-01', 'exception', true],
    ['2027-01-01', 'workday', false],
  ] as const)('%s is a %s', (date, kind, rest) => {
    expect([dayKind(table, date), isRestDay(table, date)]).toEqual([kind, rest])
  })

  it('guesses nothing of a year that is not covered, and says so', () => {
    expect(holidayOn(table, '2027-01-01')).toBeNull()
    expect([isCovered(table, '2026-12-31'), isCovered(table, '2027-01-01')]).toEqual([true, false])
    expect(uncoveredYear(table, { from: '2026-12-18', to: '2027-01-01' })).toBe(2027)
    expect(uncoveredYear(table, { from: '2026-12-17', to: '2026-12-31' })).toBeNull()
  })

  it('asks the manager for the next year from 1 November on', () => {
    expect(['2026-10-31', '2026-11-01', '2027-01-01'].map((date) => missingYear(table, date))).toEqual([
      null,
      2027,
      2027,
    ])
  })
})

const notice2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国办发明电〔2025〕7号`

describe('a year that is entered', () => {
  const given = { year: 2026, source: '公告' }

  it('is read from the notice’s own words', () => {
    const { years, problems } = readHolidays(notice2026, { ...given, source: '' })
    expect(problems).toEqual([])
    expect(years).toEqual([knownHolidays[2]])
  })

  it('is read from a table with or without a head, from JSON, and back', () => {
    const days = knownHolidays[2]!.days
    const csv = [
      '日期,名称,类型',
      ...days.map(({ date, name, kind }) => `${date},${name.zh},${kind === 'rest' ? '休' : '班'}`),
    ]
    expect(readHolidays(csv.join('\r\n'), { year: 2026, source: knownHolidays[2]!.source }).years).toEqual([
      knownHolidays[2],
    ])
    const json = JSON.stringify([
      {
        year: 2026,
        source: '公告',
        holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03', work: ['2026-01-04'] }],
      },
    ])
    expect(readHolidays(json, given).years[0]?.days.map(({ date, kind, like }) => [date, kind, like])).toEqual([
      ['2026-01-01', 'rest', null],
      ['2026-01-02', 'rest', null],
      ['2026-01-03', 'rest', null],
      ['2026-01-04', 'work', 1],
    ])
  })

  it.each([
    ['2026-01-01,元旦,休\n2026-01-01,元旦,休', 2, 'twice'],
    ['2027-01-01,元旦,休', 1, 'year'],
    ['2026-02-30,春节,休', 1, 'date'],
    ['2026-1-1,元旦,休', 1, 'date'],
    ['2026-01-01,元旦,放假吧', 1, 'kind'],
    ['2026-01-05,元旦,班', 1, 'workday'],
    ['2026-01-01,,休', 1, 'unreadable'],
    ['{"year": 2026', 0, 'unreadable'],
    ['[1]', 0, 'unreadable'],
    ['日期,名称,类型', 0, 'nothing'],
  ])('%s is refused with its line', (text, line, what) => {
    const { years, problems } = readHolidays(text, given)
    expect(years).toEqual([])
    expect(problems[0]).toMatchObject({ line, what })
  })

  it('may begin in the last days of December before it, as that of 2023 did', () => {
    const holidays = [{ name: '元旦', from: '2022-12-31', to: '2023-01-02', work: [] }]
    expect(noticeYear({ year: 2023, source: '国办发明电〔2022〕16号', holidays }).years[0]?.days).toHaveLength(3)
  })

  it('takes all of it or nothing: whatever is typed, a problem leaves no year', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.constant(notice2026).chain((text) => fc.nat(text.length).map((at) => text.slice(0, at))),
        ),
        (text) => {
          const { years, problems } = readHolidays(text, given)
          if (problems.length > 0) expect(years).toEqual([])
          for (const { year, days } of years) {
            expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
            for (const { date } of days) expect(Math.abs(Number(date.slice(0, 4)) - year)).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })

  it('shows what it would change, day by day', () => {
    const before = knownHolidays[2]!.days
    const after = before.filter(({ date }) => date !== '2026-01-04')
    expect(holidayChanges(before, before)).toEqual([])
    expect(holidayChanges(before, after)).toEqual([
      { date: '2026-01-04', before: before.find(({ date }) => date === '2026-01-04'), after: null },
    ])
  })

  it('has its names in both languages', () => {
    expect(holidayName('国庆节、中秋节')).toEqual({ zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' })
    expect(holidayName('某节').en).toBe('某节')
  })
})
