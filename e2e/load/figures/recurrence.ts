// Recurring dates against ical.js, and lunar dates against Intl's Chinese calendar. A difference counts unless a third party, who looks at
// every day or has a table of its own, says that it is theirs.
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { lunarOf } from '#domain/lunar.ts'
import { ruleDates, type Rule } from '#domain/recurrence.ts'
import { bruteDates, icalDates, icalMistakes, sampleRule, tenYears, type Sample } from '#domain/recurrence-samples.ts'
import { plusDays } from '#domain/service-day.ts'
import { alone, type Figure } from '../figure.ts'
import { pause } from '../monotonic.ts'

const SEED = 20_261_126
const rrule = (text: string): Rule => ({ is: 'rrule', text })

/** `count` rules that begin on a day of their own: ical.js takes a start that the rule does not meet for its first day. */
export function samples(count: number): Sample[] {
  return fc
    .sample(sampleRule, { numRuns: Math.ceil(1.3 * count), seed: SEED })
    .flatMap(({ text, start: asked }) => {
      const endless = rrule(text.replace(/;COUNT=\d+/, ''))
      // Most begin within weeks; a leap day is four years away.
      const first = (days: number) => ruleDates(endless, asked, { from: asked, to: plusDays(asked, days) })[0]
      const start = first(100) ?? first(1500)
      return start === undefined ? [] : [{ text, start }]
    })
    .slice(0, count)
}

type Verdict = 'same' | 'theirs' | 'differs'

export function judge(sample: Sample): Verdict {
  const to = tenYears(sample.start)
  const ours = ruleDates(rrule(sample.text), sample.start, { from: sample.start, to }).join()
  if (ours === icalDates(sample, to).join()) return 'same'
  return icalMistakes(sample) && ours === bruteDates(sample, to).join() ? 'theirs' : 'differs'
}

const intl = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

export function judgeLunar(date: string): Verdict {
  const { month, leap, day } = lunarOf(date)
  if (intl.format(new Date(`${date}T00:00:00Z`)).startsWith(`${month}${leap ? 'bis' : ''}/${day}`)) return 'same'
  const table = chineseDays.getLunarDate(date)
  return table.lunarMon === month && table.isLeap === leap && table.lunarDay === day ? 'theirs' : 'differs'
}

const count = (verdicts: readonly Verdict[], which: Verdict) => verdicts.filter((one) => one === which).length
const row = (what: string, verdicts: readonly Verdict[]) => {
  const different = count(verdicts, 'differs')
  return alone(['wall', what], different, '', { text: '0', met: different === 0 })
}

export const recurrence: Figure = {
  name: 'recurrence',
  area: 'wall',
  about: 'recurring dates against ical.js, lunar dates against Intl’s Chinese calendar, 10 years',
  shares: 'always',
  seconds: 32,
  run: async (bench) => {
    const rules: Verdict[] = []
    for (const sample of samples(bench.quick ? 40 : 1000)) {
      rules.push(judge(sample))
      // The bench's own time limit is to be heard.
      if (rules.length % 20 === 0) await pause(0)
    }
    const days = Array.from({ length: 3653 }, (_, away) => judgeLunar(plusDays('2024-01-01', away)))
    const explained = (verdicts: Verdict[], why: string) =>
      count(verdicts, 'theirs') === 0 ? '' : ` (${count(verdicts, 'theirs')} more are its own: ${why})`
    return [
      row(
        `${rules.length.toLocaleString('en')} random rules, 10 years: unlike ical.js${explained(rules, 'yearly days that a month lacks or counts from its end')}`,
        rules,
      ),
      row(`lunar dates of 10 years: unlike Intl${explained(days, 'its new moon is minutes off')}`, days),
    ]
  },
}
