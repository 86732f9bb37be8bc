// The record of a day as lines of one table: when, which number, what, at which window, and why. Chinese first; numbers of windows, never names.
import type { ClosingDecision } from '#contract/closing.ts'
import type { StepName } from '#contract/intents.ts'
import type { MissReason, OutOfOrderReason } from '#contract/words.ts'
import type { Book } from '#domain/book.ts'
import { hallTime, serviceDate } from '#domain/service-day.ts'
import { label } from '#domain/ticket.ts'
import type { DayRecord } from '#db/queries/record.ts'

export const recordColumns = {
  date: '日期 Date',
  time: '时间 Time',
  number: '号码 Number',
  event: '事件 Event',
  window: '窗口 Window',
  reason: '原因 Reason',
  lane: '取号队列 Lane of issue',
  matter: '事项 Matter',
  class: '人群 Class',
  undone: '已撤销 Undone',
} as const
export type RecordColumn = keyof typeof recordColumns
export type RecordLine = Record<RecordColumn, string>

type SeatEvent = 'sit' | 'stand' | 'window-pause' | 'window-back' | 'window-close'
type EventName = StepName | SeatEvent | 'issue' | 'check_in' | 'print' | 'print_failed' | 'undo'

const events: Record<EventName, string> = {
  issue: '取号 issued',
  check_in: '预约报到 checked in',
  print: '出纸 printed',
  print_failed: '没有出纸 not printed',
  call: '叫号 called',
  again: '重呼 called again',
  start: '开始办理 started',
  hold: '暂停 held',
  miss: '过号 missed',
  requeue: '退回队列 back in queue',
  transfer: '转办 transferred',
  onward: '办下一事项 on to the next matter',
  add: '加事项 matter added',
  drop: '减事项 matter dropped',
  finish: '办结 done',
  leave: '离开 left',
  undo: '撤销 undone',
  sit: '坐到窗口 sat down',
  stand: '离开窗口 stood up',
  'window-pause': '窗口暂停 paused',
  'window-back': '窗口恢复 came back',
  'window-close': '关闭窗口 closed',
}

const reasons: Record<ClosingDecision | OutOfOrderReason | MissReason | 'lease', string> = {
  next_day: '收尾：次日先办 first next day',
  handed_over: '收尾：转交他人 handed over',
  phone_call: '收尾：电话联系 by telephone',
  left: '收尾：已离开 has left',
  urgent: '提前：紧急事项 urgent',
  unwell: '提前：身体不适 unwell',
  quick: '提前：只需一分钟 takes a minute',
  returning: '提前：补材料返回 back with papers',
  mistake: '提前：取错号 wrong number taken',
  other: '提前：其他 other',
  aloud: '过号：已喊过 called by mouth',
  absent: '过号：人不在 not here',
  later: '过号：稍后再来 coming later',
  gone: '过号：已离开 seen leaving',
  screens: '过号：屏幕或声音坏 screens broken',
  lease: '离线取号 taken while the hub was away',
}

const wordOf = (list: Record<string, string>, code: string | null) => (code === null ? '' : (list[code] ?? code))

export function recordLines(
  { tickets, events: list }: DayRecord,
  { book, zone }: { book: Pick<Book, 'lanes' | 'classes' | 'matterOf'>; zone: string },
): RecordLine[] {
  const known = new Map(tickets.map((one) => [one.id, one]))
  return list.map(({ at, event, ticket: id, window, reason, undone }) => {
    const instant = Date.parse(at)
    const ticket = id === null ? undefined : known.get(id)
    const lane = ticket && book.lanes.find(({ prefix }) => prefix === ticket.prefix)
    return {
      date: serviceDate(instant, zone),
      time: `${hallTime(instant, zone).join(':')}:${at.slice(17, 19)}`,
      number: ticket ? label(ticket.prefix, ticket.number) : '',
      event: wordOf(events, event),
      window: window ?? '',
      // What was undone is the name of a step.
      reason: event === 'undo' ? wordOf(events, reason) : wordOf(reasons, reason),
      lane: ticket ? (lane?.name.zh ?? ticket.prefix) : '',
      matter: ticket ? (book.matterOf.get(ticket.matter)?.name.zh ?? ticket.matter) : '',
      class: ticket ? (book.classes.find((one) => one.id === ticket.class)?.name.zh ?? ticket.class) : '',
      undone: undone ? '是 yes' : '',
    }
  })
}
