// What the kiosk says, in both languages. Residents' words; every sentence says what to do now.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { say as first } from './first-text.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  ...first,
  home: t('回首页', 'Home'),
  more: t('往下看', 'Read on'),
  up: t('回到上面', 'Back to the top'),
  earlier: t('上一页', 'Previous'),
  later: t('下一页', 'Next'),
  noMatters: t('这里暂时没有事项，请到窗口询问', 'No matters here yet. Please ask at a window'),
  steps: t('怎么办', 'How it goes'),
  bring: t('带什么', 'What to bring'),
  bringNothing: t('不用带材料', 'Nothing to bring'),
  unknownAhead: t('现在看不到排队人数', 'The queue cannot be seen now'),
  take: t('直接取号', 'Take my number'),
  isOneTrue: t('有下面的情况吗？不说也可以', 'Is one of these true for you? You need not say'),
  yourNumber: t('您的号', 'Your number'),
  youAreNext: t('下一个就是您', 'You are next'),
  follow: t('手机扫码看排队', 'Scan to follow on your phone'),
  followLink: t('手机打开这个网址看排队', 'Open this address on your phone'),
  qrAlt: t('二维码：在手机上看排队', 'QR code: follow this number on a phone'),
  next: t('接下来', 'What happens next'),
  waitHere: t('请在大屏前等候，听到叫号再去窗口', 'Wait by the wall screen. Go to the window when you are called'),
  done: t('完成', 'Done'),
  paperPrinting: t('正在打印小票…', 'Printing your ticket…'),
  paperPrinted: t('请取走小票', 'Please take your ticket'),
  paperFailed: t('没有打印出来，请用手机拍下这个号', 'Not printed: please take a photo'),
  paperNone: t('请用手机拍下这个号', 'Please take a photo of this number'),
  troubleTitle: t('现在办不了', 'That did not work'),
  offlineTitle: t('没有连上', 'No connection'),
  offline: t(
    '还不知道号有没有取到。请直接到窗口，工作人员会帮您；也可以再试一次，不会多取。',
    'It is not known yet whether a number was taken. Please go straight to a window, or try again: you will not get two.',
  ),
  tryAgain: t('再试一次', 'Try again'),
  toHome: t('回首页', 'Back to the start'),
  closedTitle: t('现在不取号', 'No numbers now'),
  still: t('您还在吗？', 'Are you still there?'),
  stillWhy: t('没有人的话，屏幕会回到首页', 'If nobody is here, the screen goes back to the start'),
  stillYes: t('我还在，继续看', 'Yes, I am still here'),
  stillNo: t('不看了，回首页', 'No, back to the start'),
}

/** Who receives at the windows that serve a lane, in one line. */
export const receivedBy = (list: readonly { window: number; name: string }[]): Text =>
  t(
    `今日我接待：${list.map(({ window, name }) => `${window} 号窗口 ${name}`).join('，')}`,
    `Receiving you today: ${list.map(({ window, name }) => `${name}, window ${window}`).join('; ')}`,
  )
export const ahead = (people: number): Text =>
  people === 0
    ? t('前面没有人', 'Nobody ahead')
    : t(`前面还有 ${people} 人`, people === 1 ? '1 person ahead' : `${people} people ahead`)

/** How many wait for this committee altogether. */
export const waitingHere = (people: number): Text =>
  people === 0 ? t('现在没有人在等', 'Nobody is waiting') : t(`现在有 ${people} 人在等`, `${people} waiting now`)

export const minutes = (count: number): Text => t(`约 ${count} 分钟`, `about ${count} min`)

export const headStart = (count: number): Text => t(`可提前 ${count} 分钟`, `${count} min head start`)

export const pageSaid = (page: number, pages: number): Text =>
  t(`第 ${page + 1} 页，共 ${pages} 页`, `Page ${page + 1} of ${pages}`)

export const stillLooking = (left: number): Text =>
  t(`还要看？点这里（${left} 秒后回首页）`, `Still looking? Touch here (${left} s left)`)
