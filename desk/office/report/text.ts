// What the page of the day's report says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock, dayOf } from '#assets/i18n/time.ts'
import type { AppointmentFigures, ClosingLine, DayReport, Target } from '#contract/report.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('日报', 'Day report'),
  loading: t('正在读取…', 'Loading…'),
  earlier: t('前一天', 'Day before'),
  later: t('后一天', 'Day after'),
  today: t('今天', 'Today'),
  week: t('近 7 天', 'Last 7 days'),
  month: t('近 30 天', 'Last 30 days'),
  from: t('从', 'From'),
  to: t('到', 'to'),
  print: t('打印', 'Print'),
  xlsx: t('表格', 'XLSX'),
  csv: t('CSV', 'CSV'),
  empty: t('这段时间没有人取号', 'Nobody took a number then'),

  taken: t('取号', 'Taken'),
  served: t('办结', 'Served'),
  left: t('离开', 'Left'),
  missed: t('过号', 'Missed'),
  returned: t('返回', 'Back'),
  open: t('未办结', 'Open'),
  wait: t('等候（分钟）', 'Wait (min)'),
  service: t('办理（分钟）', 'Service (min)'),
  mean: t('平均', 'Mean'),
  median: t('中位', 'Median'),
  p90: t('九成', 'P90'),
  longest: t('最长', 'Longest'),
  standard: t('标准', 'Standard'),
  target: t('目标', 'Target'),
  called: t('叫号', 'Calls'),
  busy: t('占用（分钟）', 'Busy (min)'),
  share: t('占用率', 'In use'),
  overtime: t('延时（分钟）', 'Overtime (min)'),
  out: t('不按序', 'Out of rank'),

  hero_wait: t('平均等候', 'Mean wait'),
  hero_overtime: t('下班后延时', 'After closing'),
  minutes: t('分钟', 'min'),

  targets: t('对照目标', 'Against the targets'),
  met: t('达到', 'Met'),
  not_met: t('没有达到', 'Not met'),
  not_yet: t('还不能说', 'Too early to say'),
  no_data: t('没有数据', 'No data'),

  days: t('每天', 'Each day'),
  lanes: t('各队列', 'Lanes'),
  windows: t('各窗口', 'Windows'),
  classes: t('各类人群', 'Classes'),
  matters: t('各事项', 'Matters'),
  hours: t('各时段', 'By hour'),
  name: t('名称', 'Name'),
  day: t('日期', 'Day'),
  overtaken_by: t('被提前', 'Passed by'),

  ledger: t('公平账', 'Fairness ledger'),
  appointments: t('预约', 'Appointments'),
  out_of_rank: t('不按顺序叫号', 'Calls out of rank'),
  unproven: t('没有播出就过号', 'Missed without a proven call'),
  none_out: t('没有一次', 'Not once'),
  overtaken: t('被提前最多的', 'Most overtaken'),
  nobody: t('没有人', 'Nobody'),
  closing: t('停止取号时', 'At the last number'),
  events: t('逐步记录', 'Every step'),
  longest_wait: t('等候最久的', 'Longest wait'),
  missing: t('–', '–'),
}

export const targetName: Record<Target['name'], Text> = {
  wait: t('九成的人等候', 'Nine in ten waited'),
  overtaken: t('排队最多被提前', 'Overtaken by at most'),
  service: t('办理用时，是标准用时的', 'Service, of the standard'),
  open: t('取了号没有办结', 'Numbers not served'),
}

/** Minutes as they are read: tenths where they matter. */
export const minutesSaid = (minutes: number): string =>
  String(minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes))

const unit: Record<Target['name'], Text> = {
  wait: t(' 分钟', ' min'),
  overtaken: t(' 分钟', ' min'),
  service: t('%', '%'),
  open: t(' 人', ''),
}
export const valueSaid = ({ name, value }: Target): Text =>
  value === null ? say.missing : t(minutesSaid(value) + unit[name].zh, minutesSaid(value) + unit[name].en)
export const mostSaid = ({ name, most }: Target): Text =>
  most === 0
    ? t('目标：没有', 'Target: none')
    : t(`目标：不超过 ${most}${unit[name].zh}`, `Target: at most ${most}${unit[name].en}`)

/** 11月23日 周一, or a span of days; for one that is going on with the time up to which it is. */
export function spanSaid({ from, to, running, at }: DayReport, zone: string): Text {
  const [first, last] = [dayOf(from), dayOf(to)]
  const span = from === to ? first : t(`${first.zh} – ${last.zh}`, `${first.en} – ${last.en}`)
  const time = clock(at, zone)
  return running ? t(`${span.zh}，截至 ${time}`, `${span.en}, as of ${time}`) : span
}
export const timesSaid = (times: number): Text => t(`${times} 次`, times === 1 ? 'once' : `${times} times`)
export const overtakenSaid = (by: number, minutes: number): Text =>
  t(
    `${by} 人比其晚到却先叫，最多晚到 ${minutesSaid(minutes)} 分钟`,
    `by ${by} who came up to ${minutesSaid(minutes)} min later`,
  )
export const headStartSaid = (minutes: number): Text =>
  t(`按规则最多可提前 ${minutes} 分钟`, `The rules allow ${minutes} min at most`)
export const waitedSaid = (minutes: number): Text => t(`${minutesSaid(minutes)} 分钟`, `${minutesSaid(minutes)} min`)
export const appointmentsSaid = ({ booked, arrived, absent, cancelled }: AppointmentFigures): Text =>
  t(
    `已报到 ${arrived} · 没来 ${absent} · 取消 ${cancelled}${booked > 0 ? ` · 未到 ${booked}` : ''}`,
    `${arrived} kept · ${absent} missed · ${cancelled} cancelled${booked > 0 ? ` · ${booked} to come` : ''}`,
  )
export const hourSaid = (hour: number, taken: number, called: number): Text =>
  t(`${hour} 点：取号 ${taken}，叫到 ${called}`, `${hour}:00: ${taken} taken, ${called} called`)
export const closedSaid = ({ closesAt, waiting }: ClosingLine, zone: string): Text => {
  const time = clock(closesAt, zone, true)
  return t(`${time} 还有 ${waiting} 人在等`, `${time}: ${waiting} still waiting`)
}
/** When the last of them left a window, and how much later that was. */
export const lastEndSaid = ({ lastEnd, minutes }: ClosingLine, zone: string): Text => {
  const time = lastEnd === null ? '' : clock(lastEnd, zone)
  return t(
    `最后 ${time} 办完，延时 ${minutesSaid(minutes)} 分钟`,
    `last served ${time}, ${minutesSaid(minutes)} min after`,
  )
}
export const keptSaid = (kept: number): Text => t(`，其中 ${kept} 人已叫到`, `, ${kept} called since`)
export const peopleSaid = (people: number): Text => t(`${people} 人`, String(people))
