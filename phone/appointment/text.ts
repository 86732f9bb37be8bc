// What the phone says of appointments, in both languages.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { clock, date as dateOf, dayOf } from '#assets/i18n/time.ts'
import type { AppointmentFace, SlotsReply } from '#contract/appointments.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

export const words = {
  title: t('预约办事', 'Book a time'),
  which: t('约哪件事？', 'What for?'),
  walkIn: t('不预约也可以，直接来取号就行。', 'No appointment is needed: you may simply come and take a number.'),
  common: t('常办', 'Common matters'),
  nothing: t('现在都不用预约，直接来取号。', 'No appointments for now: just come and take a number.'),
  loading: t('正在取时间…', 'Fetching times…'),
  again: t('再试一次', 'Try again'),
  otherMatter: t('换一件事', 'Another matter'),
  pickDay: t('选哪一天', 'Which day'),
  closedDay: t('这一天不开放', 'Closed on this day'),
  fullDay: t('这一天约满了，请选别的日子', 'Fully booked: please choose another day'),
  fullAll: t('两周内都约满了。可以直接来取号。', 'Fully booked for two weeks. You may simply come and take a number.'),
  morning: t('上午', 'Morning'),
  afternoon: t('下午', 'Afternoon'),
  evening: t('晚上', 'Evening'),
  book: t('确定预约', 'Book it'),
  booking: t('正在预约…', 'Booking…'),
  noName: t('不用写姓名、电话', 'No name, no telephone number'),
  bring: t('带什么', 'What to bring'),
  bringNothing: t('不用带材料', 'Nothing to bring'),

  booked: t('已约好', 'Booked'),
  arrived: t('已报到', 'Checked in'),
  absent: t('预约已过时', 'This appointment was missed'),
  cancelled: t('预约已取消', 'This appointment is cancelled'),
  code: t('报到码', 'Your code'),
  codeHow: t(
    '到了大厅，在取号机点「有预约」，按这 8 位数字。',
    'At the hall, touch “My booking” on the kiosk and enter these 8 digits.',
  ),
  keep: t('请收藏这一页，或截屏留着。', 'Please bookmark this page, or take a screenshot.'),
  qrAlt: t('二维码：取号机能扫的话，扫这个', 'QR code, for a kiosk that can scan'),
  toCalendar: t('加到日历', 'Add to calendar'),
  move: t('改时间', 'Change the time'),
  moving: t('正在改…', 'Changing…'),
  moveTo: t('改到这个时间', 'Change to this time'),
  keepTime: t('不改了', 'Keep the time'),
  cancel: t('取消预约', 'Cancel'),
  cancelAsk: t('确定取消这个预约吗？', 'Cancel this appointment?'),
  cancelYes: t('确定取消', 'Yes, cancel'),
  cancelNo: t('不取消', 'No, keep it'),
  cancelling: t('正在取消…', 'Cancelling…'),
  absentDo: t(
    '今天还来得及：直接到取号机报到，和直接取号的人一样排队。',
    'You may still come today: check in and queue like everybody else.',
  ),
  absentOver: t(
    '要办的话，请再约一个时间，或直接来取号。',
    'Please book another time, or simply come and take a number.',
  ),
  byYou: t('是您自己取消的。', 'You cancelled it.'),
  byHall: t('大厅取消了，原因：', 'The hall cancelled it:'),
  nextFree: t('最近可以改到', 'The next free times'),
  otherTime: t('别的时间', 'Another time'),
  bookAgain: t('再约一个时间', 'Book another time'),
  follow: t('在手机上看排队', 'Follow your number'),
  yourNumber: t('您的号', 'Your number'),
  unknown: t('没有找到这个预约', 'This appointment was not found'),
  unknownDo: t(
    '请核对链接，或带着 8 位报到码到窗口询问。',
    'Please check the link, or ask at a window with your 8 digits.',
  ),
  looking: t('正在查预约…', 'Looking for your appointment…'),
}

/** 4821 7350 */
export const shortSaid = (short: string): string => `${short.slice(0, 4)} ${short.slice(4)}`

export const graceSaid = ({ grace }: AppointmentFace): Text =>
  t(
    `请准时来；晚到 ${grace} 分钟以上，就和直接取号的人一样排队。`,
    `Please be on time: more than ${grace} minutes late, you queue like everybody else.`,
  )

type Days = SlotsReply['days']
export type Slot = Days[number]['slots'][number]

/** 上午, 下午, 晚上, each with its slots. */
export function parts(slots: readonly Slot[], zone: string): { name: Text; slots: Slot[] }[] {
  const hour = ({ at }: Slot) => Number(clock(at, zone).slice(0, 2))
  return [
    { name: words.morning, slots: slots.filter((slot) => hour(slot) < 12) },
    { name: words.afternoon, slots: slots.filter((slot) => hour(slot) >= 12 && hour(slot) < 17) },
    { name: words.evening, slots: slots.filter((slot) => hour(slot) >= 17) },
  ].filter((part) => part.slots.length > 0)
}

/** 今天 14:30, 11月25日 周三 9:00 */
export function whenSaid(at: string, today: string, zone: string): Text {
  const date = dateOf(at, zone)
  const [said, time] = [dayOf(date), clock(at, zone)]
  return date === today ? t(`今天 ${time}`, `today at ${time}`) : t(`${said.zh} ${time}`, `${said.en}, ${time}`)
}

/** The day with the first free slot. */
export const firstFree = (days: Days): string | null => days.find(({ slots }) => slots.length > 0)?.date ?? null
