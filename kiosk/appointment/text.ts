// What the kiosk says to whoever has an appointment, in both languages.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock } from '#assets/i18n/time.ts'
import type { ArrivalFace } from '#contract/appointments.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  title: t('我有预约', 'I have an appointment'),
  how: t('请按 8 位报到码，或扫手机上的二维码', 'Enter your 8 digits, or scan the code on your phone'),
  looking: t('正在查…', 'Looking…'),
  clear: t('清空', 'Clear'),
  erase: t('退一格', 'Erase'),
  typed: t('已输入的数字', 'Digits so far'),
  none: t('还没有预约？手机扫码约时间', 'No appointment yet? Scan to book a time'),
  noneDo: t('也可以回首页直接取号', 'Or go back and simply take a number'),
  qrAlt: t('二维码：在手机上预约', 'QR code: book on a phone'),
  yours: t('您的预约', 'Your appointment'),
  arrive: t('报到取号', 'Check in'),
  sending: t('正在取号…', 'Taking your number…'),
  already: t('已经报到过，您的号是', 'You have checked in. Your number is'),
  show: t('再看这个号', 'Show my number again'),
  other: t('换一个码', 'Another code'),
}

/** How the place in the queue comes about, before the number is taken. */
export function standing({ arrival, at, grace }: ArrivalFace, zone: string): Text {
  const time = clock(at, zone)
  switch (arrival) {
    case 'on_time':
      return t('您准时，按预约优先排队', 'You are on time: your appointment counts')
    case 'early':
      return t(
        `您早到了。现在报到，和直接取号的人一样排队，不必等到 ${time}`,
        `You are early. Check in now and queue like everybody else: you need not wait until ${time}`,
      )
    case 'late':
      return t(
        `已过预约时间 ${grace} 分钟以上，和直接取号的人一样排队`,
        `More than ${grace} minutes late: you queue like everybody else`,
      )
  }
}
