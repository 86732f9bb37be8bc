// How often an event is, as a clerk chooses it, and as the rule that the hub keeps. Pure.
import type { RuleBody } from '#contract/calendar.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const hows = ['once', 'weekly', 'monthly', 'nth', 'yearly', 'lunar', 'term', 'other'] as const
export type How = (typeof hows)[number]

/** All choices at once, so that turning from one to another forgets nothing. `how` says which of them counts. */
export interface Repeat {
  how: How
  /** ISO weekdays, and every how many weeks. */
  days: number[]
  every: number
  /** Day of the month; −1: the last. */
  monthDay: number
  /** The first to the fourth, or −1 the last, of a weekday in the month. */
  week: number
  weekday: number
  month: number
  day: number
  lunarMonth: number
  lunarDay: number
  term: 'qingming' | 'dongzhi'
  /** A rule that none of the choices can say; it is kept as it is. */
  text: string
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const codeOf = (weekday: number) => codes[weekday - 1] ?? 'MO'

const parts = (date: string) => date.split('-').map(Number) as [number, number, number]
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** The lunar month and day of a date. */
function lunarOf(date: string): { month: number; day: number } {
  const found = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
    .formatToParts(new Date(`${date}T00:00:00Z`))
    .reduce((all, { type, value }) => ({ ...all, [type]: Number.parseInt(value, 10) }), { month: 1, day: 1 })
  return { month: found.month || 1, day: found.day || 1 }
}

/** What stands in each choice before anybody chose: what the first day suggests. */
export function repeatFrom(date: string, how: How = 'once'): Repeat {
  const [, month, day] = parts(date)
  const weekday = weekdayOf(date)
  const lunar = lunarOf(date)
  return {
    how,
    days: [weekday],
    every: 1,
    monthDay: day,
    week: day > 28 ? -1 : Math.ceil(day / 7),
    weekday,
    month,
    day,
    lunarMonth: lunar.month,
    lunarDay: lunar.day,
    term: month === 12 ? 'dongzhi' : 'qingming',
    text: '',
  }
}

export function ruleOf(repeat: Repeat): RuleBody {
  const { how, days, every, monthDay, week, weekday, month, day } = repeat
  const rrule = (text: string): RuleBody => ({ is: 'rrule', text })
  switch (how) {
    case 'once':
      return { is: 'once' }
    case 'weekly': {
      const by = [...days]
        .sort((a, b) => a - b)
        .map(codeOf)
        .join(',')
      return rrule(`FREQ=WEEKLY${every > 1 ? `;INTERVAL=${every}` : ''};BYDAY=${by}`)
    }
    case 'monthly':
      return rrule(`FREQ=MONTHLY;BYMONTHDAY=${monthDay}`)
    case 'nth':
      return rrule(`FREQ=MONTHLY;BYDAY=${week}${codeOf(weekday)}`)
    case 'yearly':
      return rrule(`FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`)
    case 'lunar':
      return { is: 'lunar', month: repeat.lunarMonth, day: repeat.lunarDay }
    case 'term':
      return { is: 'term', term: repeat.term }
    case 'other':
      return rrule(repeat.text)
  }
}

/** A rule as choices. */
export function repeatOf(rule: RuleBody, startsOn: string): Repeat {
  const from = repeatFrom(startsOn)
  if (rule.is === 'once') return from
  if (rule.is === 'lunar') return { ...from, how: 'lunar', lunarMonth: rule.month, lunarDay: rule.day }
  if (rule.is === 'term') return { ...from, how: 'term', term: rule.term }
  const { text } = rule
  const weekly =
    /^FREQ=WEEKLY(?:;INTERVAL=([1-9]))?;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/.exec(text)
  if (weekly) {
    const days = (weekly[2] ?? '').split(',').map((code) => codes.indexOf(code) + 1)
    return { ...from, how: 'weekly', days, every: Number(weekly[1] ?? 1) }
  }
  const monthly = /^FREQ=MONTHLY;BYMONTHDAY=(-1|[1-9]|[12]\d|3[01])$/.exec(text)
  if (monthly) return { ...from, how: 'monthly', monthDay: Number(monthly[1]) }
  const nth = /^FREQ=MONTHLY;BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(text)
  if (nth) return { ...from, how: 'nth', week: Number(nth[1]), weekday: codes.indexOf(nth[2] ?? '') + 1 }
  const yearly = /^FREQ=YEARLY;BYMONTH=([1-9]|1[0-2]);BYMONTHDAY=([1-9]|[12]\d|3[01])$/.exec(text)
  if (yearly) return { ...from, how: 'yearly', month: Number(yearly[1]), day: Number(yearly[2]) }
  return { ...from, how: 'other', text }
}

const zhDays = ['一', '二', '三', '四', '五', '六', '日']
const enDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const weekdayName = (weekday: number): Text => t(`周${zhDays[weekday - 1] ?? ''}`, enDays[weekday - 1] ?? '')

const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
export const lunarMonthName = (month: number): Text => t(`${lunarMonths[month - 1] ?? ''}月`, `lunar month ${month}`)
export function lunarDayName(day: number): Text {
  const ones = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'][day % 10] ?? ''
  const tens = day <= 10 ? '初' : day < 20 ? '十' : day === 20 ? '二' : day < 30 ? '廿' : '三'
  return t(`${tens}${ones}`, `day ${day}`)
}
export const termName: Record<Repeat['term'], Text> = {
  qingming: t('清明', 'Qingming'),
  dongzhi: t('冬至', 'the winter solstice'),
}
export const weekName = (week: number): Text =>
  week === -1
    ? t('最后一个', 'last')
    : t(`第${zhDays[week - 1] ?? ''}个`, ['first', 'second', 'third', 'fourth'][week - 1] ?? '')
const englishMonth = (month: number) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)))

/** 每月最后一个周五 / on the last Friday of each month. */
export function repeatSaid(repeat: Repeat): Text {
  const { how, days, every, monthDay, week, weekday, month, day } = repeat
  switch (how) {
    case 'once':
      return t('只有一次', 'Once')
    case 'weekly': {
      const sorted = [...days].sort((a, b) => a - b)
      const zh = sorted.length === 7 ? '天' : sorted.map((one) => zhDays[one - 1]).join('、')
      const en = sorted.map((one) => enDays[one - 1]).join(', ')
      if (every === 1) return sorted.length === 7 ? t('每天', 'Every day') : t(`每周${zh}`, `Every ${en}`)
      return t(`每 ${every} 周的周${zh}`, `Every ${every} weeks on ${en}`)
    }
    case 'monthly':
      return monthDay === -1
        ? t('每月最后一天', 'On the last day of each month')
        : t(`每月 ${monthDay} 日`, `On day ${monthDay} of each month`)
    case 'nth': {
      const [which, on] = [weekName(week), weekdayName(weekday)]
      return t(`每月${which.zh}${on.zh}`, `On the ${which.en} ${on.en} of each month`)
    }
    case 'yearly':
      return t(`每年 ${month}月${day}日`, `On ${day} ${englishMonth(month)} each year`)
    case 'lunar': {
      const [name, on] = [lunarMonthName(repeat.lunarMonth), lunarDayName(repeat.lunarDay)]
      return t(`每年农历${name.zh}${on.zh}`, `Each year, ${name.en}, ${on.en}`)
    }
    case 'term':
      return t(`每年${termName[repeat.term].zh}`, `Each year at ${termName[repeat.term].en}`)
    case 'other':
      return t(`按规则 ${repeat.text}`, `By the rule ${repeat.text}`)
  }
}
