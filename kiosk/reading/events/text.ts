// What the kiosk says of events and places, in both languages.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock, day } from '#assets/i18n/time.ts'
import type { EventFace } from '#contract/views.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const events = {
  title: t('活动日历', 'What is on'),
  today: t('今天', 'Today'),
  tomorrow: t('明天', 'Tomorrow'),
  nothing: t('这一天没有安排活动', 'Nothing is planned on this day'),
  choose: t('点日期看那一天', 'Touch a day to see it'),
  loading: t('正在取日历…', 'Fetching the calendar…'),
  cancelled: t('取消', 'Cancelled'),
  on: t('进行中', 'On now'),
  over: t('已结束', 'Over'),
  justCome: t('不用报名，直接来', 'No sign-up: just come'),
  full: t('已报满，可以候补', 'Full: you can join the waiting list'),
  fullShort: t('已满', 'Full'),
  begun: t('已经开始，不能报名了', 'It has begun: sign-up is closed'),
  when: t('时间', 'When'),
  where: t('地点', 'Where'),
  about: t('内容', 'About'),
  one: t('1 人报名', 'Sign up, 1 person'),
  two: t('2 人报名', 'Sign up, 2 people'),
  oneWait: t('1 人候补', 'Wait, 1 person'),
  twoWait: t('2 人候补', 'Wait, 2 people'),
  noName: t('不用写姓名、电话', 'No name, no telephone number'),
  signing: t('正在报名…', 'Signing up…'),
  seated: t('报名成功', 'You have a place'),
  waiting: t('已排上候补', 'You are on the waiting list'),
  number: t('您的报名号', 'Your sign-up number'),
  photo: t('请记住或拍下这个号', 'Please remember it, or take a photo'),
  scan: t('手机扫码：看通知、取消报名', 'Scan: follow it, or cancel'),
  qrAlt: t('二维码：在手机上看这个报名', 'QR code: follow this sign-up on a phone'),
  bring: t('到时凭报名号进场', 'Come with this number'),
  waitNote: t('有人退出就轮到您，扫码可看进展', 'If somebody leaves you move up. Scan to follow'),
  done: t('好了', 'Done'),
  back: t('回日历', 'Back to the calendar'),
  rest: t('休', 'Off'),
  work: t('班', 'Work'),
}

/** 报名 07 / Sign-up 07 */
export const numberSaid = (number: number): string => String(number).padStart(2, '0')

export const placesLeft = (left: number): Text =>
  t(`还有 ${left} 个名额`, left === 1 ? '1 place left' : `${left} places left`)
export const waitingPeople = (count: number): Text => t(`${count} 人候补中`, `${count} waiting`)
export const aheadOfYou = (count: number): Text =>
  count === 0 ? t('下一个就轮到您', 'You are next') : t(`前面还有 ${count} 人`, `${count} ahead of you`)
export const forPeople = (people: number): Text => t(`${people} 人`, people === 1 ? '1 person' : `${people} people`)

/** Noon of a hall date, as an instant. */
export const noon = (date: string): string => `${date}T04:00:00.000Z`

/** 今天 11月23日 星期一 */
export function daySaid(date: string, today: string, zone: string): Text {
  const said = day(noon(date), zone)
  if (date === today) return t(`今天 ${said.zh}`, `Today, ${said.en}`)
  const next = new Date(Date.parse(noon(today)) + 86_400_000).toISOString().slice(0, 10)
  return date === next ? t(`明天 ${said.zh}`, `Tomorrow, ${said.en}`) : said
}

export const span = ({ startsAt, endsAt }: EventFace, zone: string): string =>
  `${clock(startsAt, zone)}–${clock(endsAt, zone, true)}`
