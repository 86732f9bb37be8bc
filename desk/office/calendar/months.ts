// Months as the office turns them: 2026-11. Pure.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const monthOf = (date: string): string => date.slice(0, 7)

/** The month `ahead` months after another. */
export function addMonths(month: string, ahead: number): string {
  const [year = 2026, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + ahead, 1)).toISOString().slice(0, 7)
}

/** 2026年11月 / November 2026 */
export function monthSaid(month: string): Text {
  const [year = 2026, number = 1] = month.split('-').map(Number)
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return t(`${year}年${number}月`, name.format(new Date(Date.UTC(year, number - 1, 1))))
}

/** The date `days` after another. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
