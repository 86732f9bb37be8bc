// What the wall says of its own in its first picture; a part that is loaded later has its own words. Everything else on it comes from
// the hub.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const text = {
  demo: t('示例', 'Demo'),
  window: t('号窗口', 'Window'),
  pleaseGo: t('请到窗口', 'Please come now'),
  serving: t('正在办理', 'Being served'),
  lastCall: t('最近一次叫号', 'Last call'),
  called: t('已叫号码', 'Called'),
  windows: t('窗口', 'Window'),
  nobodyCalled: t('今天还没有叫号', 'No calls yet today'),
  howTo: t(
    '请在取号机取号，叫到您时，这里会显示，也会播报',
    'Take a number at the kiosk. Your call appears here and is spoken',
  ),
  next: t('接下来', 'Next'),
  nobodyNext: t('没有人等候', 'Nobody is waiting'),
  waiting: t('等候人数', 'People waiting'),
  closed: t('已关门', 'Closed'),
  closing: t('已停止取号，已取号的继续办理', 'No new numbers; all who hold one are served'),
  until: (time: string) => t(`至 ${time}`, `until ${time}`),
  /** Before a time, as short as it can be said: it is read from afar. */
  openUntil: {
    regular: t('开放至', 'Open until'),
    midday: t('午间至', 'Open at midday until'),
    staggered: t('错时至', 'Staggered hours until'),
    extended: t('延时至', 'Extended hours until'),
    weekend: t('周末至', 'Weekend hours until'),
    holiday: t('节日至', 'Holiday hours until'),
    emergency: t('应急至', 'Emergency duty until'),
  },
  opens: (when: Text) => t(`${when.zh} 开放`, `Opens ${when.en}`),
  noOpening: t('开放时间请电话询问', 'Please ring for the hours'),
  onDuty: t('现在在岗', 'On duty now'),
  nobodyOnDuty: t('有事请拨打值守电话', 'Please ring the duty telephone'),
  events: t('今日活动', 'Today'),
  on: t('进行中', 'Now'),
  off: t('取消', 'Off'),
  noEvents: t('今天没有更多活动', 'No more events today'),
  outOfOrder: (count: number) => t(`今日提前叫号 ${count} 次`, `Out of order today: ${count}`),
  connecting: t('正在连接…', 'Connecting…'),
} as const
