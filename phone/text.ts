// What the phone page says, in both languages.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { age } from '#assets/i18n/time.ts'
import type { Freshness } from '#assets/hub/freshness.ts'
import type { Condition } from './condition.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  hall: t('社区大厅', 'Community hall'),
  myNumber: t('我的号', 'My number'),
  bring: t('带什么', 'What to bring'),
  ahead: t('前面还有', 'Ahead of you'),
  people: t('人', 'people'),
  unknownAhead: t('现在看不到排队人数', 'The queue cannot be seen now'),
  keepOpen: t(
    '可以在附近走走，请不要走远。轮到您时，这一页会变。',
    'You may walk around nearby. This page changes when it is your turn.',
  ),
  almost: t('快到您了', 'Almost your turn'),
  youAreNext: t('下一个就是您', 'You are next'),
  oneAhead: t('前面只有 1 人', '1 person ahead'),
  comeNear: t('请到大屏前等候', 'Please wait by the wall screen'),
  goNow: t('请现在到', 'Please go now to'),
  goStaff: t('请现在到窗口', 'Please go to the window now'),
  serving: t('正在为您办理', 'You are being served'),
  atWindow: t('在窗口', 'At the window'),
  held: t('您的号先放一放', 'Your number is on hold'),
  heldDo: t(
    '材料或表格准备好了，直接到窗口，不用重新取号。',
    'When your papers are ready, go straight to the window. No new number is needed.',
  ),
  missed: t('刚才叫过您的号', 'Your number was called'),
  missedDo: t(
    '请到窗口，或问工作人员。不用重新取号，回来可以优先排队。',
    'Please go to the window or ask the staff. No new number is needed: you keep nearly your place.',
  ),
  done: t('办完了，谢谢您来', 'All done. Thank you for coming'),
  doneDo: t('还有事？再取一个号，或打下面的电话。', 'Anything else? Take a new number, or ring the hall.'),
  left: t('这个号已经结束', 'This number is closed'),
  leftDo: t('如果您还要办事，请到窗口，或重新取号。', 'If you still need us, go to a window or take a new number.'),
  otherDay: t('往日的号，还没有办', 'A number of an earlier day, not served yet'),
  otherDayDo: t(
    '还要办的话，请直接到窗口，出示这个号，不用重新取号。',
    'If you still need it, go straight to a window and show this number. No new one is needed.',
  ),
  forDay: t('这是那天的号：', 'It was for'),
  unknown: t('没有找到这个号', 'This number was not found'),
  unknownDo: t(
    '链接可能过期了，或者不完整。请再扫一次小票上的二维码，或到窗口询问。',
    'The link has expired or is not complete. Please scan the code on your ticket again, or ask at a window.',
  ),
  noCode: t('在手机上看排队', 'Follow your number here'),
  noCodeDo: t(
    '在取号机取号以后，扫屏幕上或小票上的二维码。',
    'Take a number at the kiosk, then scan the code on its screen or on your ticket.',
  ),
  connecting: t('正在连接大厅…', 'Connecting to the hall…'),
  connectingDo: t(
    '请稍等。连不上的话，请看大厅里的大屏。',
    'One moment. If it does not connect, please watch the screen in the hall.',
  ),
  ring: t('打电话给大厅', 'Ring the hall'),
  nothingKept: t('号码只记在这部手机上，大厅不记您是谁', 'Numbers are kept on this phone only; the hall keeps no name'),
}

export const window_ = (number: number): Text => t(`${number} 号窗口`, `Window ${number}`)

/** A condition in a few words. */
export function stateOf(condition: Condition, window: number | null, ahead: number | null): Text {
  const state: Record<Condition, Text> = {
    'in-queue': ahead === null ? t('等候中', 'waiting') : t(`前面 ${ahead} 人`, `${ahead} ahead`),
    'go-now': t('请往大厅走', 'come to the hall now'),
    'next-in-queue': say.almost,
    called: window === null ? say.goStaff : t(`请到 ${window} 号窗口`, `go to window ${window}`),
    serving: say.serving,
    held: say.held,
    missed: say.missed,
    done: say.done,
    left: say.left,
    'other-day': say.otherDay,
  }
  return state[condition]
}

/** The title of the page, so that a glance at the tabs is enough. */
export function title(label: string, condition: Condition, window: number | null, ahead: number | null): Text {
  const state = stateOf(condition, window, ahead)
  return t(`${label} ${state.zh}`, `${label}: ${state.en}`)
}

/** A phone is cut off more often than a wall; what still counts is the screen in the hall. */
export function stale(freshness: Freshness, silence: number): Text {
  const known = Number.isFinite(silence)
  const old = age(silence)
  if (freshness === 'late') {
    return known
      ? t(`正在重新连接，这是 ${old.zh}前的情况`, `Reconnecting: this is ${old.en} old`)
      : t('正在连接', 'Connecting')
  }
  return known
    ? t(`手机已断开 ${old.zh}，请看大厅的大屏`, `Cut off for ${old.en}: please watch the screen in the hall`)
    : t('没有连上，请看大厅的大屏', 'Not connected: please watch the screen in the hall')
}

export const receivedBy: Text = t('接待您的是', 'You are received by')
