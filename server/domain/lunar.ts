// The lunar calendar (农历): the lunar date of a hall date and back, in the words people use; solar terms. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import { monthsOfYear, sunAt, type LunarMonth } from './lunar-astronomy.ts'
import { plusDays } from './service-day.ts'

export interface LunarDate {
  /** The year in whose January or February it began. */
  year: number
  month: number
  /** The second of two months of the same number (闰). */
  leap: boolean
  day: number
}

const years = new Map<number, readonly LunarMonth[]>()

/** The months of a lunar year, computed once. */
export function lunarMonths(year: number): readonly LunarMonth[] {
  const known = years.get(year) ?? monthsOfYear(year)
  years.set(year, known)
  return known
}

export function lunarOf(date: HallDate): LunarDate {
  const solar = Number(date.slice(0, 4))
  const year = date < lunarMonths(solar)[0]!.first ? solar - 1 : solar
  const month = lunarMonths(year).findLast(({ first }) => first <= date)!
  const day = (Date.parse(date) - Date.parse(month.first)) / 86_400_000 + 1
  return { year, month: month.month, leap: month.leap, day }
}

/**
 * The hall date of a day of a lunar year. A leap month has no yearly days of its own; a 30th that its month lacks is the 29th;
 * the 30th of the twelfth month is New Year's Eve (除夕), the last day of the year.
 */
export function lunarDay(year: number, { month, day }: { month: number; day: number }): HallDate {
  const months = lunarMonths(year)
  const its = month === 12 && day === 30 ? months.at(-1)! : months.find((one) => one.month === month && !one.leap)!
  return plusDays(its.first, Math.min(day, its.days) - 1)
}

const digits = '一二三四五六七八九十'
export const lunarMonthNames = [
  '正月',
  ...[...'二三四五六七八九十'].map((digit) => `${digit}月`),
  '冬月',
  '腊月',
] as readonly string[]

/** 初一, 十五, 廿三, 三十. */
export function lunarDayName(day: number): string {
  if (day === 10) return '初十'
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  return `${['初', '十', '廿'][Math.floor(day / 10)] ?? ''}${digits[(day % 10) - 1] ?? ''}`
}

export function lunarText({ month, leap, day }: LunarDate): Text {
  return {
    zh: `${leap ? '闰' : ''}${lunarMonthNames[month - 1] ?? ''}${lunarDayName(day)}`,
    en: `lunar ${leap ? 'leap ' : ''}${month}/${day}`,
  }
}

export type SolarTerm = 'qingming' | 'dongzhi'
/** The sun's longitude in degrees, and the days of which one is the term. */
const terms: Record<SolarTerm, { degrees: number; from: string; to: string }> = {
  qingming: { degrees: 15, from: '04-03', to: '04-07' },
  dongzhi: { degrees: 270, from: '12-20', to: '12-24' },
}

/** The hall date, in China's time, on which the sun reaches the term. */
export function solarTermDay(year: number, term: SolarTerm): HallDate {
  const { degrees, from, to } = terms[term]
  let date = `${year}-${from}`
  while (date < `${year}-${to}` && sunAt(Date.parse(`${plusDays(date, 1)}T00:00:00+08:00`)) < degrees)
    date = plusDays(date, 1)
  return date
}
