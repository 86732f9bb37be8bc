// A week in few lines says the same as the week day by day.
import { describe, expect, it } from 'vitest'
import type { HoursFace } from '#contract/views.ts'
import { openTimes, weekRows } from './hours.ts'

const span = (from: string, to: string) => ({ from, to, kind: 'regular' as const })
const day = (
  date: string,
  spans = [span('08:30', '17:00')],
  reason: { zh: string; en: string } | null = null,
): HoursFace['week'][number] => ({
  date,
  spans,
  reason,
  holiday: null,
})

describe('a week in lines', () => {
  it('joins spans that touch', () => {
    expect(openTimes([span('08:30', '11:30'), span('11:30', '13:30'), span('14:00', '17:00')])).toEqual([
      '08:30–13:30',
      '14:00–17:00',
    ])
  })

  it('names today, then runs of the same hours', () => {
    const week = ['23', '24', '25', '26', '27'].map((date) => day(`2026-11-${date}`))
    const rows = weekRows([...week, day('2026-11-28', []), day('2026-11-29', [])])
    expect(rows.map(({ name, times }) => `${name.zh} ${times.join()}`)).toEqual([
      '今天 周一 08:30–17:00',
      '周二至周五 08:30–17:00',
      '周六、周日 ',
    ])
    expect(rows.map(({ name }) => name.en)).toEqual(['Today, Mon', 'Tue–Fri', 'Sat, Sun'])
  })

  it('gives a day with a reason a line of its own, with its date', () => {
    const cut = { zh: '停电检修', en: 'Power cut' }
    const rows = weekRows([day('2026-11-23'), day('2026-11-24'), day('2026-11-25', [], cut), day('2026-11-26')])
    expect(rows.map(({ name, reason }) => `${name.zh}${reason ? ` ${reason.zh}` : ''}`)).toEqual([
      '今天 周一',
      '周二',
      '11月25日 周三 停电检修',
      '周四',
    ])
  })

  it('joins the days of one holiday', () => {
    const holiday = { zh: '国庆节假期', en: 'Public holiday: National Day' }
    const rows = weekRows(['01', '02', '03', '04'].map((date) => day(`2026-10-${date}`, [], holiday)))
    expect(rows.map(({ name }) => name.zh)).toEqual(['今天 10月1日 周四', '10月2日 周五至10月4日 周日'])
  })
})
