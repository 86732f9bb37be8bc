// The table of a year's public holidays, as the notice writes them: holiday by holiday. Pure.
import type { HolidayYearFace } from '#contract/hours.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'

export interface Holiday {
  name: Text
  rest: string[]
  work: { date: string; like: number }[]
}

/** In the order of their first day of rest. */
export function holidaysOf({ days }: HolidayYearFace): Holiday[] {
  const holidays = new Map<string, Holiday>()
  for (const { date, name, kind, like } of days) {
    const one = holidays.get(name.zh) ?? { name, rest: [], work: [] }
    if (kind === 'rest') one.rest.push(date)
    else one.work.push({ date, like: like ?? 1 })
    holidays.set(name.zh, one)
  }
  return [...holidays.values()].sort((a, b) => ((a.rest[0] ?? '') < (b.rest[0] ?? '') ? -1 : 1))
}
