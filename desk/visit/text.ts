// What the desk says about several matters, the one-time checklist, pauses and closing a window.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { AwayReason } from '#contract/visits.ts'
import { t } from '../text.ts'

export const say = {
  matters: t('这个号要办的事', 'Matters of this number'),
  add: t('加一件事', 'Add a matter'),
  addTitle: t('还要办什么事？', 'Which other matter?'),
  addHint: t('打几个字，或点选；同一个号接着办', 'Type a few characters, or click: the same number goes on'),
  search: t('找事项', 'Find a matter'),
  nothingFound: t('没有这样的事项', 'No such matter'),
  drop: t('去掉', 'Drop'),
  done: t('办好', 'done'),
  now: t('正在办', 'now'),
  missing: t('要带 · 点了记“缺”', 'To bring · click if missing'),
  lacks: t('缺', 'missing'),
  note: t('补充一句（不写姓名、号码）', 'One more line (no names, no numbers)'),
  noteWrong: t('不要写证件号、电话', 'No ID or telephone numbers here'),
  print: t('打印告知单', 'Print the checklist'),
  printShort: t('告知单', 'Sheet'),
  printed: t('告知单已送到打印机', 'The checklist is on its way to the printer'),
  sheet: t('一次性告知单', 'What to bring, in one go'),
  stillMissing: t('还缺', 'Still missing'),
  steps: t('怎么办', 'Steps'),
  bring: t('要带什么', 'To bring'),
  bringNothing: t('不用带材料', 'Nothing to bring'),
  hours: t('窗口时间', 'Window hours'),
  phone: t('电话', 'Telephone'),
  pause: t('暂停服务', 'Pause'),
  pauseTitle: t('暂停服务：为什么，多久？', 'Pause: why, and for how long?'),
  pauseHint: t('大屏和取号机会显示几点回来', 'The wall and the kiosk show when you are back'),
  paused: t('暂停服务', 'Paused'),
  pausedHint: t('暂停时不叫号；等本窗口的号还在', 'Nobody is called while you pause. Those sent here keep waiting'),
  late: t('已过预计时间，大屏还写着原来的时间', 'Later than announced: the wall still shows the old time'),
  longer: t('再 10 分钟', '10 minutes more'),
  back: t('回来了', 'Back'),
  close: t('关闭窗口', 'Close the window'),
  closeTitle: t('窗口手上还有号，交给谁？', 'This window still holds numbers. Who takes them?'),
  closeHint: t('都保留原来的位置，不会丢', 'Each keeps its place: nobody is lost'),
  toLanes: t('交回各队列', 'Back to their lanes'),
  toLanesMore: t('按原来的位置排；暂停的号谁都能接', "At their old places; those on hold are anybody's"),
  outTitle: t('退出登录前：窗口手上还有号', 'Before you sign out: this window still holds numbers'),
  outHint: t('先办完，按 Esc 回到窗口；或者交给谁', 'Finish first: Esc goes back to the window. Or hand them over'),
  outStay: t('号留在窗口，我退出', 'They stay here, and I sign out'),
  swap: t('只是换人，号留在窗口', 'Only the clerk changes: they stay'),
  swapMore: t('同事坐下就接着办', 'A colleague sits down and goes on'),
  atWindow: t('在窗口', 'here'),
  onHold: t('暂停', 'on hold'),
  sentHere: t('等本窗口', 'sent here'),
}

export const away: Record<AwayReason, Text> = {
  rest: t('休息', 'Rest'),
  meal: t('用餐', 'Meal'),
  meeting: t('开会', 'Meeting'),
  errand: t('外出办事', 'Errand'),
  system: t('系统故障', 'System failure'),
  other: t('其他', 'Other'),
}
export const minutesLong = (minutes: number): Text => t(`${minutes} 分钟`, `${minutes} min`)
export const backAt = (time: string): Text => t(`${time} 回来`, `back at ${time}`)
export const place = (at: number, all: number): Text => t(`第 ${at} 件，共 ${all} 件`, `${at} of ${all}`)
export const handTo = (window: number, staff: string | null): Text =>
  t(`交给 ${window} 号窗口${staff ? ` ${staff}` : ''}`, `To window ${window}${staff ? `, ${staff}` : ''}`)
export const unservedLine = (lane: Text, waiting: number): Text =>
  t(
    `${lane.zh}：没有窗口在办${waiting > 0 ? `，${waiting} 人在等` : ''}`,
    `${lane.en}: no window serves it${waiting > 0 ? `, ${waiting} waiting` : ''}`,
  )
export const backLine = (name: string, time: string, window: number): Text =>
  t(`${name} ${time} 到 ${window} 号窗口`, `${name}, ${time}, window ${window}`)
