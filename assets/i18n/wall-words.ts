// The walls' vocabularies in both languages. Apart from the other words: a wall itself does not need them.
import type { DayPart, PanelName, WallDuty } from '#contract/words.ts'
import type { Text } from './language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const wallDuty: Record<WallDuty, Text> = {
  hall: t('大厅主屏', 'Hall'),
  calls: t('只叫号', 'Calls only'),
  house: t('信息屏', 'House'),
  door: t('房间门牌', 'Door sign'),
}

export const dayPart: Record<DayPart, Text> = {
  before: t('开门前', 'Before opening'),
  open: t('开放时', 'Open'),
  evening: t('晚间延时', 'Evening duty'),
  closed: t('关门后', 'Closed'),
  holiday: t('节假日', 'Holiday'),
}

export const panelName: Record<PanelName, Text> = {
  calls: t('叫号', 'Calls'),
  next: t('接下来', 'Next'),
  lanes: t('等候人数', 'People waiting'),
  lit: t('现在在岗', 'On duty now'),
  reception: t('今日我接待', 'Who receives today'),
  hours: t('开放时间', 'Hours'),
  today: t('今日活动', 'Today'),
  month: t('本月日历', 'This month'),
  rooms: t('各室安排', 'Rooms'),
  notices: t('公告', 'Notices'),
  plaques: t('四块牌子', 'Plaques'),
  clock: t('时钟', 'Clock'),
}
