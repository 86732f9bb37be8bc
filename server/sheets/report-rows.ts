// The report as lines of one table: a line for each day, lane, window, class, matter and reason. Chinese headings first.
import type { ClosingDecision } from '#contract/closing.ts'
import type { DayReport, Spread, TicketFigures } from '#contract/report.ts'
import type { MissReason, OutOfOrderReason } from '#contract/words.ts'
import { hallTime } from '#domain/service-day.ts'

export type Value = string | number | null

/** Every column with its heading; times in minutes. */
export const columns = {
  date: '日期 Date',
  part: '分项 Part',
  name: '名称 Name',
  taken: '取号 Taken',
  called: '叫号次数 Calls',
  served: '办结 Served',
  left: '离开 Left',
  missed: '过号 Missed',
  returned: '过号返回 Returned',
  open: '未办结 Still open',
  wait_mean: '平均等候（分钟）Mean wait',
  wait_median: '等候中位数 Median wait',
  wait_p90: '九成等候不超过 P90 wait',
  wait_longest: '最长等候 Longest wait',
  service_mean: '平均办理（分钟）Mean service',
  service_median: '办理中位数 Median service',
  service_p90: '九成办理不超过 P90 service',
  service_longest: '最长办理 Longest service',
  standard: '标准用时 Standard time',
  target: '等候目标（分钟）Wait target',
  busy: '窗口占用（分钟）Busy',
  share: '占用率（%）Utilisation',
  overtime: '延时（分钟）Overtime',
  overtaken: '最多被提前（分钟）Overtaken by',
  overtaken_by: '被几人提前 By how many',
  closes: '停止取号 Last number',
  waiting: '当时等候 Waiting then',
  last_end: '最后办完 Last served',
  decided: '人数 People',
  times: '不按顺序叫号 Out of rank',
} as const
export type Column = keyof typeof columns
export type Row = Partial<Record<Column, Value>>

/** The parts, each a sheet of its own, with the columns that it fills. */
const tickets = ['taken', 'served', 'left', 'missed', 'returned', 'open'] as const
const waits = ['wait_mean', 'wait_median', 'wait_p90', 'wait_longest'] as const
const services = ['service_mean', 'service_median', 'service_p90', 'service_longest'] as const
const figures = [...tickets, ...waits, ...services] as const
export const parts: Record<string, readonly Column[]> = {
  全天: ['date', ...figures, 'overtime', 'overtaken', 'overtaken_by', 'times'],
  队列: ['date', 'name', ...figures, 'target'],
  窗口: ['date', 'name', 'called', 'served', 'missed', ...waits, ...services, 'busy', 'share'],
  人群: ['date', 'name', ...figures, 'overtaken', 'overtaken_by'],
  事项: ['date', 'name', ...figures, 'standard'],
  不按顺序叫号: ['date', 'name', 'times'],
  没有播出就过号: ['date', 'name', 'missed'],
  收尾: ['date', 'name', 'closes', 'waiting', 'last_end', 'overtime', 'decided', 'called'],
}

const reasons: Record<OutOfOrderReason, string> = {
  urgent: '紧急事项',
  unwell: '身体不适',
  quick: '只需一分钟',
  returning: '补材料返回',
  mistake: '取错号',
  other: '其他',
}

const unheard: Record<MissReason, string> = {
  aloud: '已到门口喊过，没人应',
  absent: '看过大厅，人不在',
  later: '本人说过稍后再来',
  gone: '有人看见已离开',
  screens: '大屏或声音坏了',
}

const decisions: Record<ClosingDecision, string> = {
  next_day: '约好次日先办',
  handed_over: '转交他人办理',
  phone_call: '约好电话联系',
  left: '已离开',
}

const timesOf = (name: 'wait' | 'service', spread: Spread | null): Row =>
  spread
    ? {
        [`${name}_mean`]: spread.mean,
        [`${name}_median`]: spread.median,
        [`${name}_p90`]: spread.p90,
        [`${name}_longest`]: spread.longest,
      }
    : {}
const figuresOf = ({ taken, served, left, missed, returned, open, wait, service }: TicketFigures): Row => ({
  ...{ taken, served, left, missed, returned, open },
  ...timesOf('wait', wait),
  ...timesOf('service', service),
})

const clockOf = (at: string, zone: string) => hallTime(Date.parse(at), zone).join(':')

/** The lines of a report; of more days than one they are headed by the span. */
export function rowsOf(report: DayReport, zone: string): Row[] {
  const date = report.from === report.to ? report.from : `${report.from} – ${report.to}`
  const { overtaken, outOfRank, unproven } = report.fairness
  const by = (one: typeof overtaken): Row => (one ? { overtaken: one.minutes, overtaken_by: one.by } : { overtaken: 0 })
  return [
    {
      part: '全天',
      ...figuresOf(report.total),
      overtime: report.overtime.minutes,
      ...by(overtaken),
      times: outOfRank.reduce((all, { times }) => all + times, 0),
    },
    ...report.lanes.map(({ prefix, name, target, ...of }): Row => ({
      part: '队列',
      name: `${prefix} ${name.zh}`,
      ...figuresOf(of),
      target,
    })),
    ...report.windows.map(({ number, name, called, served, missed, wait, service, busy, share }): Row => ({
      ...{ part: '窗口', name: `${number} ${name.zh}`, called, served, missed, busy },
      ...timesOf('wait', wait),
      ...timesOf('service', service),
      share: share === null ? null : Math.round(share * 1000) / 10,
    })),
    ...report.classes.map((one): Row => ({
      part: '人群',
      name: one.name.zh,
      ...figuresOf(one),
      ...by(one.overtaken),
    })),
    ...report.matters.map((one): Row => ({
      part: '事项',
      name: one.name.zh,
      ...figuresOf(one),
      standard: one.standard,
    })),
    ...outOfRank.map(({ reason, times }): Row => ({ part: '不按顺序叫号', name: reasons[reason], times })),
    ...unproven.map(({ reason, times }): Row => ({ part: '没有播出就过号', name: unheard[reason], missed: times })),
    ...report.closing.flatMap(({ date: day, closesAt, waiting, lastEnd, minutes, decisions: decided }): Row[] => [
      {
        ...{ part: '收尾', date: day, name: '停止取号', closes: clockOf(closesAt, zone), waiting, overtime: minutes },
        last_end: lastEnd === null ? null : clockOf(lastEnd, zone),
      },
      ...decided.map(({ decision, times, kept }): Row => ({
        ...{ part: '收尾', date: day, name: decisions[decision], decided: times },
        ...(kept !== undefined && { called: kept }),
      })),
    ]),
  ].map((row) => ({ date, ...row }))
}
