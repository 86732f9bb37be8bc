// What the phone says of a question put to residents, and of the hall's hours.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { dayOf } from '#assets/i18n/time.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const say = {
  heard: t('听听您的意见', 'We would like to hear you'),
  onePerNumber: t('一个号一票，不记姓名', 'One voice a number; no name is kept'),
  thanks: t('谢谢，已记下', 'Thank you, it is counted'),
  notSent: t('没有记下，请再点一次', 'It was not counted: please touch once more'),
  voices: t('票', 'voices'),
  soFar: t('目前结果', 'So far'),
  result: t('征求意见结果', 'What residents said'),
  meeting: t('由居民会议决定', "The residents' meeting decides"),
  decided: t('会议决定', 'Decided'),
  howToSpeak: t(
    '在大厅取号后，可以在取号机或手机上选',
    'Take a number in the hall to choose, at the kiosk or on the phone',
  ),
  open: t('开放中', 'Open now'),
  closed: t('现在休息', 'Closed now'),
  noOpening: t('开放时间请打电话询问', 'Please ring for the hours'),
  here: t('现在在岗', 'Here now'),
  nobody: t('请打值守电话', 'Please ring the duty telephone'),
  meanwhile: t('现在可以', 'What you can do now'),
  ring: t('打值守电话', 'Ring the duty telephone'),
  kioskStill: t(
    '门口取号机上还能看办事要带什么、活动和公告',
    'The kiosk at the door still shows what to bring, events and notices',
  ),
  hotlines: t('常用热线', 'Hotlines'),
  events: t('活动', 'Events'),
  notices: t('公告与制度', 'Notices and rules'),
  people: t('找人', 'People'),
  book: t('预约办事', 'Book a time'),
}

export const until = (time: string): Text => t(`到 ${time}`, `until ${time}`)
export const opens = (when: Text): Text => t(`${when.zh} 开放`, `Opens ${when.en}`)
export const numbersUntil = (time: string): Text => t(`今天取号到 ${time}`, `Numbers until ${time} today`)
export function mayChange(date: string): Text {
  const on = dayOf(date)
  return t(`到${on.zh}都可以改`, `You may change it until ${on.en}`)
}
export function askedUntil(date: string): Text {
  const on = dayOf(date)
  return t(`征求到${on.zh}`, `Open until ${on.en}`)
}
