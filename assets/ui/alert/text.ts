// What the overlay of an emergency says of its own; the message itself comes from the hub.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  drill: t('演练', 'DRILL'),
  thisIsADrill: t('这是演练', 'This is a drill'),
  emergency: t('紧急', 'EMERGENCY'),
  over: t('已结束', 'Over'),
  mistake: t('更正', 'Correction'),
  until: (time: string) => t(`有效至 ${time}`, `Until ${time}`),
  sent: (time: string) => t(`${time} 发布`, `Sent ${time}`),
  noNumbers: t('现在不取号，请先离开', 'No numbers now. Please leave first'),
  readDrill: t('知道是演练，继续办事', 'It is a drill: go on'),
  read: t('我看完了，继续办事', 'I have read it: go on'),
  again: t('再看一遍', 'Read it again'),
  called: t('请到窗口', 'Please come'),
  window: (number: number) => t(`${number} 号窗口`, `Window ${number}`),
} as const
