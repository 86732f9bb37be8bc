// The published hours as people say them: a week in few lines, a holiday or a make-up day by its name, and what is not known yet.
import type { HoursFace } from '#contract/views.ts'
import type { Text } from './language.svelte.ts'
import { dayOf } from './time.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

type Day = HoursFace['week'][number]

/** 08:30–11:30, spans that touch as one. */
export function openTimes(spans: readonly { from: string; to: string }[]): string[] {
  const whole: { from: string; to: string }[] = []
  for (const { from, to } of spans) {
    const last = whole.at(-1)
    if (last?.to === from) last.to = to
    else whole.push({ from, to })
  }
  return whole.map(({ from, to }) => `${from}–${to}`)
}

export interface WeekRow {
  name: Text
  /** Empty: closed. */
  times: string[]
  /** Why it is not as usual. */
  reason: Text | null
  holiday: Day['holiday']
  today: boolean
}

const weekday = (date: string): Text => {
  const { zh, en } = dayOf(date)
  return t(zh.split(' ').at(-1) ?? zh, en.split(' ')[0]?.replace(',', '') ?? en)
}

/** Today, then the days after it: those that follow each other with the same hours are one line; a day with a reason has its own. */
export function weekRows(week: readonly Day[]): WeekRow[] {
  const rows: (WeekRow & { days: string[] })[] = []
  for (const [index, { date, spans, reason, holiday }] of week.entries()) {
    const times = openTimes(spans)
    const last = rows.at(-1)
    const plain = reason === null && last?.reason === null && !last.today
    const same = last?.times.join() === times.join()
    if (last && same && (plain || (reason !== null && !last.today && last.reason?.zh === reason.zh)))
      last.days.push(date)
    else rows.push({ days: [date], name: weekday(date), times, reason, holiday, today: index === 0 })
  }
  return rows.map(({ days, ...row }) => ({ ...row, name: nameOf(days, row) }))
}

function nameOf(days: readonly string[], { today, reason }: Pick<WeekRow, 'today' | 'reason'>): Text {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const say = reason ? dayOf : weekday
  const one = say(first)
  if (today) return t(`今天 ${one.zh}`, `Today, ${one.en}`)
  if (days.length === 1) return one
  const to = say(last)
  return days.length === 2
    ? t(`${one.zh}、${weekday(last).zh}`, `${one.en}, ${weekday(last).en}`)
    : t(`${one.zh}至${to.zh}`, `${one.en}–${to.en}`)
}

export const hoursWords = {
  hours: t('开放时间', 'Hours'),
  closed: t('不开放', 'Closed'),
}

/** Nobody guesses at a year whose holidays are not published. */
export const notPublished = (year: number): Text =>
  t(`${year}年节假日安排尚未公布，以公告为准`, `The public holidays of ${year} are not published yet; notices will say`)

export function newHoursFrom(date: string): Text {
  const on = dayOf(date)
  return t(`${on.zh}起有新的开放时间`, `New hours from ${on.en}`)
}
