// What is wrong with a roster, made by the generator or by hand. It shares nothing with the generator but the rules: each rule is
// written down once more, plainly, shift by shift. Pure.
import type { RosterRules, ShiftProblem } from '#contract/roster.ts'
import { HOUR, type Away, type RosterShift } from './roster-shift.ts'
import { hallTime, plusDays, serviceDate } from './service-day.ts'

export interface Problem {
  problem: ShiftProblem
  /** The shift's id. */
  shift: string
}

/** Every broken rule; `shifts` with those of the week before and after, else their edges cannot be judged. */
export function rosterProblems(
  shifts: readonly RosterShift[],
  { rules, away, zone }: { rules: RosterRules; away: readonly Away[]; zone: string },
): Problem[] {
  const people = [...new Set(shifts.map(({ person }) => person))]
  return people.flatMap((person) => {
    const mine = shifts
      .filter((shift) => shift.person === person)
      .map((shift) => ({
        ...shift,
        date: serviceDate(shift.from, zone),
        lastDate: serviceDate(shift.to - 1, zone),
      }))
    // Answering the telephone from home is duty that tires nobody: it may not clash, and that is all.
    const tiring = mine.filter(({ kind }) => kind !== 'standby')
    const workdays = new Set(tiring.map(({ date }) => date))
    const evenings = new Set(mine.filter(({ kind }) => kind === 'evening').map(({ date }) => date))
    const member = rules.members.find((one) => one.person === person)
    const leaves = away.filter((leave) => leave.person === person)
    const found: Problem[] = []

    for (const shift of mine) {
      const { id, date, lastDate, kind, window, from, to } = shift
      const say = (problem: ShiftProblem) => found.push({ problem, shift: id })
      if (mine.some((other) => other !== shift && other.from < to && from < other.to)) say('double')
      if (leaves.some((leave) => leave.from <= lastDate && date <= leave.to)) say('leave')
      if (!member?.kinds.includes(kind) || (window !== null && !member.windows.includes(window))) say('skill')
      if (kind === 'standby') continue

      const sameDay = tiring.filter((other) => other.date === date)
      if (sameDay.reduce((sum, other) => sum + (other.to - other.from), 0) > rules.longestDay * HOUR) say('hours')
      if (tiring.some((other) => other.date < date && from - other.to < rules.restHours * HOUR)) say('rest')

      const isEarly = hallTime(from, zone).join(':') < rules.early
      if (!rules.earlyAfterEvening && isEarly && evenings.has(plusDays(date, -1))) say('early')

      let row = 1
      for (let back = plusDays(date, -1); workdays.has(back); back = plusDays(back, -1)) row += 1
      if (row > rules.daysInRow) say('days')
    }
    return found
  })
}
