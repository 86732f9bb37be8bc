// What the phone says about waiting from afar: how long, come now, being alerted, leaving and coming back, several numbers.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock } from '#assets/i18n/time.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  wait: t('大约还要', 'About how long'),
  longer: t('比估计的久一点，请再等等', 'It takes a little longer than expected'),
  goNow: t('请往大厅走', 'Come to the hall now'),
  goNowWhy: t('快轮到您了，可能随时叫号', 'Your turn is near: the call may come any moment'),

  alertMe: t('提醒我', 'Alert me'),
  alertWhy: t('快到您、叫到您时，这部手机会响、会振动', 'This phone sounds and vibrates when your turn comes'),
  alertOn: t('会提醒您', 'You will be alerted'),
  alertOff: t('不用提醒', 'Turn off'),
  tryIt: t('试一下', 'Try it'),
  sound: t('声音', 'Sound'),
  vibration: t('振动', 'Vibration'),
  awake: t('屏幕不熄', 'Screen stays on'),
  keepThis: t(
    '请别锁屏，把音量开大，留在这一页。锁屏后手机可能不响，请也看大屏。',
    'Keep the phone unlocked, the volume up and this page open. A locked phone may stay silent: watch the wall too.',
  ),
  nothingWorks: t(
    '这部手机不让网页响铃、振动。请留意这一页，或在大屏前等候。',
    'This phone lets no page sound or vibrate. Please watch this page, or wait by the wall screen.',
  ),

  leave: t('不等了，退出排队', 'Leave the queue'),
  leaveSure: t('退出排队？', 'Leave the queue?'),
  leaveWhy: t(
    '您的号会空出来。10 分钟内可以反悔，还在原来的位置。',
    'Your number is given up. You can take it back within 10 minutes.',
  ),
  leaveYes: t('退出', 'Leave'),
  leaveNo: t('继续等', 'Keep waiting'),
  leftByYou: t('您已退出排队', 'You have left the queue'),
  takeBack: t('按错了，我还要等', 'A mistake: keep my place'),
  amBack: t('我回来了', 'I am back'),
  amBackWhy: t(
    '按下就重新排队，排在前面，不用重新取号。',
    'Press to join the queue again, near the front. No new number is needed.',
  ),
  sending: t('正在告诉大厅…', 'Telling the hall…'),

  numbers: t('这部手机上的号', 'Numbers on this phone'),
  addMore: t('帮家人一起看：用这部手机扫他的二维码', 'For somebody else too: scan their code with this phone'),
  remove: t('从手机上去掉', 'Take off this phone'),
  looking: t('正在看…', 'Looking…'),
}

/** Until when the old place is kept. */
export const backUntil = (at: string, zone: string): Text => {
  const time = clock(at, zone)
  return t(`${time} 前可以反悔，还在原来的位置`, `You may take it back until ${time}, with the same place`)
}

/** 声音：可以 */
export const meansOf = (name: Text, can: boolean): Text =>
  can
    ? t(`${name.zh}：可以`, `${name.en}: works`)
    : t(`${name.zh}：这部手机不允许`, `${name.en}: this phone does not permit it`)

/** At which time it was computed. */
export const asOf = (at: string, zone: string): Text => {
  const time = clock(at, zone)
  return t(`${time} 估计`, `as of ${time}`)
}
