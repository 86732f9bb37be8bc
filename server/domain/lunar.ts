// The lunar calendar (农历): the lunar date of a hall date and back, in the words people use. From Intl's Chinese calendar. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import { plusDays } from './service-day.ts'

export interface LunarDate {
  /** The year in whose January or February it began. */
  year: number
  month: number
  /** The second of two months of the same number (闰). */
  leap: boolean
  day: number
}

interface LunarMonth {
  month: number
  leap: boolean
  first: HallDate
  days: number
}

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

function asked(date: HallDate): { month: number; leap: boolean; day: number } {
  const parts = chinese.formatToParts(new Date(`${date}T00:00:00Z`))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { month: Number.parseInt(of('month')), leap: of('month').endsWith('bis'), day: Number(of('day')) }
}

const years = new Map<number, LunarMonth[]>()

/** The months of a lunar year in their order, twelve or thirteen. Asked of Intl once: a month has 29 or 30 days. */
export function lunarMonths(year: number): readonly LunarMonth[] {
  const known = years.get(year)
  if (known) return known
  let first = `${year}-01-20`
  while (asked(first).month !== 1 || asked(first).day !== 1) first = plusDays(first, 1)
  const months: LunarMonth[] = []
  for (let at = asked(first); months.length < 2 || at.month !== 1 || at.leap; at = asked(first)) {
    const days = asked(plusDays(first, 29)).day === 1 ? 29 : 30
    months.push({ month: at.month, leap: at.leap, first, days })
    first = plusDays(first, days)
  }
  years.set(year, months)
  return months
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
  while (date < `${year}-${to}` && beyond(plusDays(date, 1), degrees) < 0) date = plusDays(date, 1)
  return date
}

/** By how many degrees the sun is past a longitude at midnight in China. Meeus, Astronomical Algorithms, chapter 25: to 0.01°. */
function beyond(date: HallDate, degrees: number): number {
  const minuteAhead = 69 / 60
  const days =
    (Date.parse(`${date}T00:00:00+08:00`) - Date.parse('2000-01-01T12:00:00Z') + minuteAhead * 60_000) / 86_400_000
  const t = days / 36_525
  const sin = (angle: number) => Math.sin((angle * Math.PI) / 180)
  const mean = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(mean) +
    (0.019993 - 0.000101 * t) * sin(2 * mean) +
    0.000289 * sin(3 * mean)
  const longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + centre
  const apparent = longitude - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)
  return ((((apparent - degrees + 180) % 360) + 360) % 360) - 180
}
