// What the desk says at closing time: on the strip over every page, and on the page where each who still waits is decided on.
import type { ClosingDecision, OvertimeForecast } from '#contract/closing.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock } from '#assets/i18n/time.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('收尾', 'Closing'),
  hint: t('一位一位地定，不会自动作废', 'Decide one by one: nobody is dropped by itself'),
  decide: t('逐位处理', 'Decide one by one'),
  call: t('现在叫号', 'Call now'),
  decided: t('今天已决定', 'Decided today'),
  promised: t('答应先办，还没有来', 'Promised first place, not here yet'),
  promised_hint: t('人来了就叫，排在所有人前面', 'Call when they come: before everybody'),
  undo: t('撤销', 'Undo'),
  done: t('没有人等候，都安排好了', 'Nobody waits: everybody is taken care of'),
  none: t('现在没有需要决定的', 'Nothing to decide now'),
  early: t(
    '下班前一小时起，在这里看预计几点办完，并逐位安排还在等的人。',
    'From an hour before closing: until when it will take, and what becomes of each who still waits.',
  ),
  loading: t('正在读取…', 'Loading…'),
  seat_first: t('先坐到窗口才能叫号', 'Sit at a window to call'),
  standard: t('按公布的标准用时估算', 'By the published times'),
  if_nobody: t('没有新人取号的话', 'if nobody else comes'),
  missed: t('过号', 'Missed'),
  held: t('暂停', 'On hold'),
}

/** What each decision means to the one whom it is about, under its button. */
export const decisionDone: Record<ClosingDecision, Text> = {
  next_day: t('号码保留，次日先办', 'keeps the number, first next day'),
  handed_over: t('已转交他人办理', 'handed to somebody'),
  phone_call: t('约好电话联系', 'the hall will ring'),
  left: t('人已离开', 'has left'),
}

export const stillSaid = (count: number): Text =>
  t(`还有 ${count} 位在等`, count === 1 ? '1 still waiting' : `${count} still waiting`)
export const openSaid = (count: number): Text =>
  t(`还有 ${count} 位没有安排`, count === 1 ? '1 to be decided' : `${count} to be decided`)
export const earlierSaid = (count: number): Text =>
  t(`前几天留下 ${count} 位，还没有决定`, `${count} left over from earlier days, not decided`)
export const promisedSaid = (labels: readonly string[]): Text =>
  t(`答应今天先办：${labels.join('、')}`, `Promised first place today: ${labels.join(', ')}`)
export const lastNumberSaid = (time: string, past: boolean): Text =>
  past ? t(`${time} 已停止取号`, `No numbers since ${time}`) : t(`${time} 停止取号`, `Last number at ${time}`)
export const moreSaid = (count: number): Text => t(`另有 ${count} 位，先处理上面的`, `and ${count} more after these`)

const windowsSaid = (count: number): Text => t(`${count} 个窗口`, count === 1 ? '1 window' : `${count} windows`)
const between = (from: string, until: string) => (from === until ? from : `${from}–${until}`)

/** Until about when, with the windows that are open; or, in plain words, why that cannot be said. */
export function endsSaid({ ends, why, unserved, windows }: OvertimeForecast, zone: string): Text {
  if (why === 'no_window')
    return t(
      `${unserved} 位没有窗口办理，说不准几点办完`,
      `no window serves ${unserved} of them: the end cannot be said`,
    )
  if (why === 'many') return t('人太多，说不准几点办完', 'too many to say until when')
  if (!ends) return t('', '')
  const time = between(clock(ends.from, zone), clock(ends.until, zone))
  const by = windowsSaid(windows)
  return t(`${by.zh}，大约 ${time} 办完`, `${by.en}: done about ${time}`)
}

/** What would help. */
export function anotherSaid({ another }: OvertimeForecast, zone: string): Text | null {
  if (!another) return null
  const time = between(clock(another.from, zone), clock(another.until, zone))
  return t(`再开 1 个窗口：大约 ${time}`, `with 1 more window: about ${time}`)
}
