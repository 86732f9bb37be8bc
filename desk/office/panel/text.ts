// What the panel of those who run the hall says. Every colour on it has its words.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('此刻', 'Now'),
  lanes: t('各队列', 'Lanes'),
  windows: t('各窗口', 'Windows'),
  over: t('等得超过目标的人', 'Waiting beyond the target'),
  nobody_over: t('没有人等得超过目标', 'Nobody waits beyond the target'),
  screens: t('屏幕', 'Screens'),
  screens_well: t('都正常', 'All well'),
  printers: t('打印机', 'Printers'),
  no_printers: t('没有网络打印机', 'No network printers'),
  waiting: t('等候', 'Waiting'),
  longest: t('最久', 'Longest'),
  next: t('接下来', 'Next'),
  at: t('窗口', 'Windows'),
  nobody: t('没有人等', 'Nobody'),
  no_window: t('没有窗口办理', 'No window serves it'),
  fine: t('正常', 'Within target'),
  near: t('快到目标', 'Near the target'),
  unstaffed: t('无人', 'Nobody'),
  free: t('空闲', 'Free'),
  away: t('暂离', 'Away'),
  called: t('已叫号', 'Called'),
  serving: t('办理中', 'Serving'),
  targets: t('等候目标', 'Targets'),
  targets_hint: t('九成的人在这么多分钟内叫到', 'Nine in ten are called within so many minutes'),
  whole: t('全大厅', 'Whole hall'),
  same: t('同大厅', 'as the hall'),
  edit: t('修改目标', 'Change targets'),
  save: t('保存', 'Save'),
  cancel: t('取消', 'Cancel'),
  saved: t('目标已保存', 'Targets saved'),
  wrong: t('请填 1 到 240 的整数', 'Whole numbers from 1 to 240, please'),
  proven: t('过号前要播出', 'Calls before a miss'),
  proven_hint: t(
    '大屏显示并念到、或手机响过，才算播出一次。不够就过号，要选原因；0 次：不要求。',
    'A call counts once a wall showed and spoke it, or a phone rang. With fewer, a miss needs a reason; 0 asks for none.',
  ),
  proven_times: t('次', 'times'),
  proven_saved: t('已保存', 'Saved'),
  loading: t('正在读取…', 'Loading…'),
  minutes: t('分钟', 'min'),
}

export const minutesSaid = (minutes: number): Text => t(`${minutes} 分钟`, `${minutes} min`)
export const overSaid = (over: number): Text => t(`${over} 人超过目标`, `${over} beyond target`)
export const targetSaid = (target: number): Text => t(`目标 ${target} 分钟`, `target ${target} min`)
export const sinceSaid = (time: string): Text => t(`${time} 起`, `since ${time}`)
export const moreSaid = (count: number): Text => t(`另有 ${count} 人`, `and ${count} more`)
