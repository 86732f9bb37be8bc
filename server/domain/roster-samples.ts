// A hall for tests and for the bench: so many staff at three windows, and its days with the usual week. Pure.
import type { RosterRules } from '#contract/roster.ts'
import type { HallDate } from '#contract/text.ts'
import { usualRules } from './roster-rules.ts'
import type { RosterDay } from './roster-shift.ts'
import { plusDays, weekday } from './service-day.ts'

/** Everybody serves every window; the first two are cadres as well, the last two go on patrol. */
export function sampleRules(staff: number): RosterRules {
  const windows = ['w1', 'w2', 'w3']
  return {
    ...usualRules(windows, []),
    members: Array.from({ length: staff }, (_, index) => ({
      person: `p${index}`,
      windows: [...windows],
      kinds: [
        'window',
        'midday',
        'evening',
        'weekend',
        'holiday',
        'standby',
        ...(index < 2 ? (['cadre'] as const) : []),
        ...(index >= staff - 2 ? (['patrol'] as const) : []),
      ],
      avoidDays: [],
      avoidEvenings: false,
    })),
    standby: true,
    posts: [{ kind: 'patrol', days: [2, 4], from: '14:00', to: '16:00' }],
  }
}

/** So many days in a row, the last one only for the night before it. The first seven of an October are the National Day. */
export function quarterDays(from: HallDate, count: number, late = '20:00'): RosterDay[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const date = plusDays(from, index)
    const holiday = date.slice(5) >= '10-01' && date.slice(5) <= '10-07' ? { zh: '国庆节', en: 'National Day' } : null
    const rest = holiday !== null || weekday(date) > 5
    const spans: RosterDay['spans'] = holiday
      ? [{ from: '08:30', to: '11:30', kind: 'holiday' }]
      : rest
        ? [
            { from: '08:30', to: '11:30', kind: 'weekend' },
            { from: '13:30', to: '16:30', kind: 'weekend' },
          ]
        : [
            { from: '08:30', to: '11:30', kind: 'regular' },
            { from: '11:30', to: '13:30', kind: 'midday' },
            { from: '13:30', to: '17:00', kind: 'regular' },
            { from: '17:00', to: late, kind: 'extended' },
          ]
    return { date, rest, holiday, spans }
  })
}
