// The rules of a hall that has set none: read off the shifts that it has. Pure.
import type { Member, Post, RosterRules } from '#contract/roster.ts'
import type { DutyKind, SpanKind } from '#contract/words.ts'
import type { RosterShift } from './roster-shift.ts'

const atWindow: DutyKind[] = ['window', 'midday', 'evening', 'weekend', 'holiday']

/** Who has been where can be there again; `windows`: their ids in order, the first one is staffed at every hour. */
export function usualRules(windows: readonly string[], shifts: readonly RosterShift[]): RosterRules {
  const first = windows.slice(0, 1)
  const windowsOf: Record<SpanKind, string[]> = {
    regular: [...windows],
    midday: first,
    staggered: first,
    extended: first,
    weekend: first,
    holiday: first,
    emergency: first,
  }
  const members = membersOf(shifts)
  const has = (kind: DutyKind) => members.some(({ kinds }) => kinds.includes(kind))
  const posts: Post[] = [
    { kind: 'cadre', days: [1, 2, 3, 4, 5, 6, 7], from: '08:30', to: '17:00' },
    { kind: 'patrol', days: [2, 4], from: '14:00', to: '16:00' },
  ]
  return {
    members,
    windows: windowsOf,
    posts: posts.filter(({ kind }) => has(kind)),
    standby: has('standby'),
    restHours: 11,
    daysInRow: 6,
    longestDay: 9,
    earlyAfterEvening: false,
    early: '10:00',
    normal: { from: '08:30', to: '17:00' },
    earns: { evening: 100, weekend: 100, holiday: 200, standby: 0 },
  }
}

function membersOf(shifts: readonly RosterShift[]): Member[] {
  const members = new Map<string, Member>()
  for (const { person, kind, window } of shifts) {
    const member = members.get(person) ?? { person, windows: [], kinds: [], avoidDays: [], avoidEvenings: false }
    members.set(person, member)
    // Who serves at a window by day can do so in the evening and on a holiday.
    for (const one of window === null ? [kind] : atWindow) if (!member.kinds.includes(one)) member.kinds.push(one)
    if (window !== null && !member.windows.includes(window)) member.windows.push(window)
  }
  return [...members.values()]
}
