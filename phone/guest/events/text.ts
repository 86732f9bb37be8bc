// What the phone says of events, places and calendars, in both languages.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock, day } from '#assets/i18n/time.ts'
import type { DayFace, EventFace } from '#contract/views.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  title: t('活动', 'What is on'),
  loading: t('正在取日历…', 'Fetching the calendar…'),
  nothing: t('这一天没有安排活动', 'Nothing is planned on this day'),
  month: t('选一天看', 'Choose a day'),
  ahead: t('近期可以参加', 'Coming up'),
  cancelled: t('取消', 'Cancelled'),
  on: t('进行中', 'On now'),
  over: t('已结束', 'Over'),
  full: t('已满，可候补', 'Full: waiting list'),
  rest: t('休', 'off'),
  work: t('班', 'work'),

  when: t('时间', 'When'),
  where: t('地点', 'Where'),
  justCome: t('不用报名，直接来', 'No sign-up: just come'),
  fullLong: t('名额已满，可以排候补', 'Full: you can join the waiting list'),
  begun: t('已经开始，不能报名了', 'It has begun: sign-up is closed'),
  one: t('报名 1 人', 'Sign up, 1 person'),
  two: t('报名 2 人', 'Sign up, 2 people'),
  oneWait: t('候补 1 人', 'Wait, 1 person'),
  twoWait: t('候补 2 人', 'Wait, 2 people'),
  signing: t('正在报名…', 'Signing up…'),
  noName: t('不用写姓名、电话', 'No name, no telephone number'),
  toPhone: t('加到日历', 'Add to calendar'),
  toList: t('看全部活动', 'All events'),
  gone: t('没有找到这个活动', 'This event was not found'),
  goneDo: t(
    '可能已经改了安排。请看全部活动，或打电话给大厅。',
    'It may have been changed. Please look at all events, or ring the hall.',
  ),

  seated: t('报名成功，有位子', 'You have a place'),
  waiting: t('在候补名单上', 'You are on the waiting list'),
  left: t('已退出', 'You have left'),
  leftDo: t('位子已让出来。还想参加，可以再报名。', 'Your place is free again. You may sign up once more.'),
  eventOff: t('这场取消了', 'This event is cancelled'),
  number: t('您的报名号', 'Your sign-up number'),
  keepPage: t('请收藏这一页，或截屏留着', 'Please bookmark this page, or take a screenshot'),
  bring: t('到时凭报名号进场。', 'Come with this number.'),
  waitNote: t('有人退出就轮到您，这一页会变。', 'You move up when somebody leaves; this page changes.'),
  leave: t('不去了，退出', 'I cannot come: leave'),
  leaveAsk: t('确定退出吗？位子会让给候补的人。', 'Leave? Your place goes to whoever waits.'),
  leaveYes: t('确定退出', 'Yes, leave'),
  leaveNo: t('不退，留着', 'No, keep it'),
  leaving: t('正在退出…', 'Leaving…'),
  unknown: t('没有找到这个报名', 'This sign-up was not found'),
  unknownDo: t(
    '请重新扫码，或带着报名号到窗口询问。',
    'Please scan the code again, or ask at a window with your number.',
  ),
  looking: t('正在查报名…', 'Looking for your place…'),
  again: t('再试一次', 'Try again'),

  subscribe: t('订阅到手机日历', 'Subscribe in your calendar'),
  subscribeHow: t('以后有新活动，手机日历里自动更新。', 'New events then appear in your calendar by themselves.'),
  which: t('订阅哪一类', 'Which events'),
  all: t('全部活动', 'All events'),
  open: t('在手机日历里打开', 'Open in my calendar'),
  address: t(
    '打不开的话，把这个网址贴到日历的「订阅」里',
    'If that does not work, paste this address into your calendar',
  ),
  copy: t('复制网址', 'Copy the address'),
  copied: t('已复制', 'Copied'),
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
const noon = (date: string): string => `${date}T04:00:00.000Z`

/** 今天 11月23日 星期一 */
export function daySaid(date: string, today: string, zone: string): Text {
  const said = day(noon(date), zone)
  if (date === today) return t(`今天 ${said.zh}`, `Today, ${said.en}`)
  const next = new Date(Date.parse(noon(today)) + 86_400_000).toISOString().slice(0, 10)
  return date === next ? t(`明天 ${said.zh}`, `Tomorrow, ${said.en}`) : said
}

/** 一 / M: the head of a column of days. */
export const weekdayOf = (date: string, locale: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: zone }).format(new Date(noon(date)))

export const span = ({ startsAt, endsAt }: EventFace, zone: string): string =>
  `${clock(startsAt, zone)}–${clock(endsAt, zone, true)}`

/** What a row adds to a title: why it is not as usual, whether it is on, whether there is a place. */
export function stateOf(event: EventFace, now: number): Text | null {
  if (event.cancelled) return words.cancelled
  if (Date.parse(event.endsAt) <= now) return words.over
  if (Date.parse(event.startsAt) <= now) return words.on
  if (!event.places) return null
  return event.places.left > 0 ? placesLeft(event.places.left) : words.full
}

/** Two characters below a date: a festival's short name, the lunar month on its first day, else the lunar day. */
export function below({ festival, lunar }: DayFace): string {
  const name = festival?.zh.replace(/^(.{2})节$/, '$1')
  if (name && name.length <= 2) return name
  return lunar.zh.endsWith('初一') ? lunar.zh.slice(0, -2).slice(-2) : lunar.zh.slice(-2)
}

/** What is for residents and not there every week: named ahead of its day. */
export const isInviting = ({ kind, places, note }: EventFace): boolean =>
  kind !== 'meeting' &&
  kind !== 'booking' &&
  (places !== null || note !== null || ['reception', 'festival', 'drill'].includes(kind))
