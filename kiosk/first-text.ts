// What home and the frame of every screen say. Apart from the other words: the first picture needs no more than these.
import { spanKind } from '#assets/i18n/duty-words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock } from '#assets/i18n/time.ts'
import type { DutyFace, HoursFace } from '#contract/views.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  what: t('您来办什么事？', 'What brings you here?'),
  read: t('可以先看怎么办、带什么', 'See the steps and what to bring'),
  byKind: t('没有找到？按类别找', 'Not here? Look by kind'),
  back: t('返回', 'Back'),
  events: t('活动', 'Events'),
  find: t('找人', 'People'),
  notices: t('公告制度', 'Notices'),
  appointment: t('有预约', 'My booking'),
  bigger: t('大字', 'Bigger'),
  smaller: t('小字', 'Smaller'),
  demo: t('示例大厅，人名、电话均为示例', 'Example hall, example people'),
  here: t('现在在岗', 'Here now'),
  taking: t('正在取号…', 'Taking your number…'),
  takingWait: t('请稍等，不用再按', 'One moment. No need to press again'),
  closed: t('现在休息', 'Closed now'),
  noOpening: t('开放时间请看门口公告', 'See the notice at the door for hours'),
  dutyPhone: t('值守电话', 'Duty telephone'),
  hotlines: t('常用热线', 'Hotlines'),
  connecting: t('正在连接大厅…', 'Connecting to the hall…'),
  connectingWait: t('请稍等，或直接到窗口', 'One moment, or go straight to a window'),
}

export const opensAgain = (when: Text): Text => t(`${when.zh} 开放`, `Opens ${when.en}`)

/** 正常服务，到 20:00 / Open until 20:00 */
export function openUntil(hours: HoursFace, zone: string): Text {
  if (!hours.open) return say.closed
  const until = clock(hours.open.until, zone, true)
  const kind = spanKind[hours.open.kind]
  return hours.open.kind === 'regular'
    ? t(`开放中，到 ${until}`, `Open until ${until}`)
    : t(`${kind.zh}，到 ${until}`, `${kind.en}, until ${until}`)
}

/** Where somebody on duty is found: the window, else what they are. */
export const place = ({ window, title }: DutyFace): Text => (window ? t(`${window} 号窗口`, `Window ${window}`) : title)
