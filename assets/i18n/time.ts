// Times and dates as people read them, always in the hall's zone and never in the browser's.
import type { Text } from './language.svelte.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale} ${zone} ${JSON.stringify(options)}`
  let made = formats.get(id)
  if (!made) formats.set(id, (made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })))
  return made
}

/** 08:30. `at`: ISO instant or epoch milliseconds. An end at midnight reads 24:00 where `ends` is set. */
export function clock(at: string | number, zone: string, ends = false): string {
  const text = format('en-GB', zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
  return ends && text === '00:00' ? '24:00' : text
}

/** 11月22日 星期日 / Sunday 22 November */
export function day(at: string | number, zone: string): Text {
  const date = new Date(at)
  const zh = format('zh-CN', zone, { month: 'long', day: 'numeric' }).format(date)
  const weekday = format('zh-CN', zone, { weekday: 'long' }).format(date)
  return {
    zh: `${zh} ${weekday}`,
    en: format('en-GB', zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(date),
  }
}

/** 2026-11-22 in the hall's zone. */
export function date(at: string | number, zone: string): string {
  return format('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))
}

/** A hall date, as it is said: 11月28日 周六 / Sat 28 Nov. `year`: with the year in front. */
export function dayOf(date: string, year = false): Text {
  const at = new Date(`${date}T00:00:00Z`)
  const named: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric', ...(year && { year: 'numeric' }) }
  const zh = format('zh-CN', 'UTC', named).format(at)
  const weekday = format('zh-CN', 'UTC', { weekday: 'short' }).format(at)
  return {
    zh: `${zh} ${weekday}`,
    en: format('en-GB', 'UTC', { ...named, weekday: 'short', month: 'short' }).format(at),
  }
}

/** When the hall opens next, as said aloud: today, tomorrow, or the day. */
export function whenNext(at: string, now: number, zone: string): Text {
  const time = clock(at, zone)
  const there = date(at, zone)
  if (there === date(now, zone)) return { zh: `今天 ${time}`, en: `today at ${time}` }
  if (there === date(now + 86_400_000, zone)) return { zh: `明天 ${time}`, en: `tomorrow at ${time}` }
  const on = day(at, zone)
  return { zh: `${on.zh} ${time}`, en: `${on.en}, ${time}` }
}

/** How old something is, in words: 12 秒 / 12 s, 3 分钟 / 3 min, 2 小时 / 2 h, from two days on 3 天 / 3 days. */
export function age(milliseconds: number): Text {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return { zh: `${seconds} 秒`, en: `${seconds} s` }
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return { zh: `${minutes} 分钟`, en: `${minutes} min` }
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return { zh: `${hours} 小时`, en: `${hours} h` }
  const days = Math.floor(hours / 24)
  return { zh: `${days} 天`, en: `${days} days` }
}
