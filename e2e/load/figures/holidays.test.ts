// The bench's judge of holidays would tell one day apart: one too many, one too few, one with another name or of another kind.
import { describe, expect, it } from 'vitest'
import { knownHolidays } from '#db/seed/known-holidays.ts'
import type { DayTable, HolidayDay } from '#domain/holidays.ts'
import { noticed, wrongDays } from './holidays.ts'

const known = knownHolidays.find(({ year }) => year === 2026)!.days
const table = (days: readonly HolidayDay[]): DayTable => ({
  holidays: { years: new Map([[2026, { source: '' }]]), days: new Map(days.map((day) => [day.date, day])) },
  exceptions: new Map(),
})

describe('the judge of holidays', () => {
  it('finds nothing where all is right', () => {
    expect(wrongDays(table(known), 2026)).toEqual([])
    expect(noticed(2026).size).toBe(known.length)
  })

  it('finds a day that is missing, added, renamed or turned round', () => {
    const one = known.find(({ date }) => date === '2026-02-14')!
    const others = known.filter((day) => day !== one)
    expect(wrongDays(table(others), 2026)).toEqual(['2026-02-14'])
    expect(wrongDays(table([...known, { ...one, date: '2026-02-07' }]), 2026)).toEqual(['2026-02-07'])
    expect(wrongDays(table([...others, { ...one, name: { zh: '元旦', en: 'New Year' } }]), 2026)).toEqual([
      '2026-02-14',
    ])
    expect(wrongDays(table([...others, { ...one, kind: 'rest', like: null }]), 2026)).toEqual(['2026-02-14'])
  })
})
