// The public holidays and make-up workdays that are known with this release, as the State Council published them.
import { noticeYear, type HolidayYear } from '#domain/holidays-table.ts'
import notices from './holidays.json' with { type: 'json' }

export const knownHolidays: HolidayYear[] = notices.flatMap((notice) => noticeYear(notice).years)
