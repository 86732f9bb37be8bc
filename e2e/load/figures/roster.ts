// A quarter's roster made for twelve staff at three windows: how long it takes, which rules it breaks by a checker that knows nothing of
// how it was made, what is left open, and how evenly evenings, weekends and holidays are shared.
import { generateRoster } from '#domain/roster.ts'
import { rosterProblems } from '#domain/roster-check.ts'
import { differences, sharesOf } from '#domain/roster-fair.ts'
import { needsOf } from '#domain/roster-needs.ts'
import { quarterDays, sampleRules } from '#domain/roster-samples.ts'
import { quarterOf, type Away } from '#domain/roster-shift.ts'
import { plusDays } from '#domain/service-day.ts'
import { alone, type Figure } from '../figure.ts'
import { monotonic, pause } from '../monotonic.ts'

const ZONE = 'Asia/Shanghai'
const STAFF = 12
/** Two quarters; the first has the National Day's week in it. */
const QUARTERS = ['2026-10-01', '2027-01-01']

export const roster: Figure = {
  name: 'roster',
  area: 'wall',
  about: 'a quarter’s roster for 12 staff at 3 windows: time, rules, fairness',
  shares: 'quick',
  seconds: 1,
  run: async (bench) => {
    let [broken, open, unequal, slowest] = [0, 0, 0, 0]
    const runs = bench.quick ? 2 : 10
    for (let seed = 1; seed <= runs; seed += 1) {
      const from = QUARTERS[seed % QUARTERS.length]!
      const rules = sampleRules(STAFF)
      // Three of them are away for some days, and two would rather not work on a day of the week or in the evening.
      const away: Away[] = [1, 2, 3].map((nth) => {
        const begins = plusDays(from, (seed * 17 * nth) % 80)
        return { person: `p${(seed * nth) % STAFF}`, from: begins, to: plusDays(begins, 2 * nth) }
      })
      rules.members[seed % STAFF]!.avoidDays.push(1 + (seed % 7))
      rules.members[(seed + 5) % STAFF]!.avoidEvenings = true

      const began = monotonic()
      const made = generateRoster({
        needs: needsOf(quarterDays(from, 91), rules, ZONE),
        rules,
        zone: ZONE,
        away,
        fixed: [],
        seed,
      })
      slowest = Math.max(slowest, monotonic() - began)

      const shifts = made.shifts.map((shift, index) => ({ ...shift, id: `s${index}` }))
      broken += rosterProblems(shifts, { rules, away, zone: ZONE }).length
      open += made.gaps.length
      const shares = sharesOf(shifts, { rules, away, quarter: quarterOf(from), zone: ZONE })
      unequal = Math.max(unequal, ...Object.values(differences(shares, rules)))
      await pause(0)
    }
    const of = (what: string): [string, string] => ['wall', `roster of a quarter, 12 staff, 3 windows: ${what}`]
    return [
      alone(of(`broken rules, ${runs} rosters`), broken, '', { text: '0', met: broken === 0 }),
      alone(of('shifts left open'), open, '', { text: '0', met: open === 0 }),
      alone(of('evenings, weekends, holidays between staff'), unequal, '', { text: '≤ 1', met: unequal <= 1 }),
      alone(of('the slowest'), slowest, 'ms', { text: '≤ 2000', met: slowest <= 2000 }),
    ]
  },
}
