// The festivals that a calendar names: the traditional ones by lunar date or solar term, the national days by date. Pure.
import type { HallDate, Text } from '#contract/text.ts'
import { lunarOf, lunarDay, solarTermDay } from './lunar.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** By lunar month and day. */
const traditional: Record<string, Text> = {
  '1-1': t('春节', 'Spring Festival'),
  '1-15': t('元宵节', 'Lantern Festival'),
  '5-5': t('端午节', 'Dragon Boat Festival'),
  '7-7': t('七夕', 'Qixi'),
  '8-15': t('中秋节', 'Mid-Autumn Festival'),
  '9-9': t('重阳节', 'Double Ninth, day of the old'),
  '12-8': t('腊八节', 'Laba'),
}
const newYearsEve = t('除夕', 'New Year’s Eve')
const qingming = t('清明节', 'Qingming')
const dongzhi = t('冬至', 'Winter solstice')

const national: Record<string, Text> = {
  '01-01': t('元旦', 'New Year’s Day'),
  '03-05': t('学雷锋日', 'Day of volunteers'),
  '03-08': t('妇女节', 'Women’s Day'),
  '03-12': t('植树节', 'Arbour Day'),
  '05-01': t('劳动节', 'Labour Day'),
  '05-04': t('青年节', 'Youth Day'),
  '06-01': t('儿童节', 'Children’s Day'),
  '07-01': t('建党节', 'Founding of the Party'),
  '08-01': t('建军节', 'Army Day'),
  '09-10': t('教师节', 'Teachers’ Day'),
  '10-01': t('国庆节', 'National Day'),
  '11-09': t('消防日', 'Fire safety day'),
  '12-04': t('宪法日', 'Constitution Day'),
}

/** What the calendar names on a date: the traditional festival before the national day; null on any other. */
export function festivalOn(date: HallDate): Text | null {
  const { year, month, leap, day } = lunarOf(date)
  const old = leap ? undefined : traditional[`${month}-${day}`]
  if (old) return old
  if (date === lunarDay(year, { month: 12, day: 30 })) return newYearsEve
  const solar = Number(date.slice(0, 4))
  if (date === solarTermDay(solar, 'qingming')) return qingming
  return national[date.slice(5)] ?? (date === solarTermDay(solar, 'dongzhi') ? dongzhi : null)
}
