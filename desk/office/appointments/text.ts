// What the page of appointments says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { OfficeAppointment } from '#contract/appointments.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('预约', 'Appointments'),
  loading: t('正在读取…', 'Loading…'),
  today: t('今天', 'Today'),
  none: t('还没有人预约', 'Nobody has booked'),
  affected: t('因开放时间变动取消的', 'Cancelled because the hours changed'),
  affectedHint: t('没有留电话，只能在预约页面上看到', 'They left no number: their page tells them'),
  seen: t('已看到', 'Seen'),
  unseen: t('还没看到', 'Not seen yet'),
  time: t('时间', 'Time'),
  code: t('报到码', 'Code'),
  matter: t('事项', 'Matter'),
  state: t('状态', 'State'),
  note: t('备注', 'Note'),
  byDesk: t('窗口约', 'Desk'),
  arrive: t('报到', 'Check in'),
  cancel: t('取消', 'Cancel'),
  keep: t('不取消', 'Keep it'),
  why: t('为什么取消？对方会看到', 'Why? Whoever booked reads it'),
  cancelled: t('已取消，对方的页面已写明', 'Cancelled; their page says so'),

  book: t('替人预约', 'Book for somebody'),
  choose: t('选事项', 'Choose a matter'),
  full: t('两周内没有空的时间', 'Nothing free within two weeks'),
  noteHint: t('备注，最多 20 字，不写姓名电话', 'Note, 20 characters; no names, no numbers'),
  bookIt: t('确定预约', 'Book it'),
  scan: t('请对方扫码，或抄下报到码和时间', 'Let them scan it, or write the code and the time down'),
  qrAlt: t('预约的二维码', 'QR code of the appointment'),
  next: t('再约一个', 'Another one'),

  rules: t('哪些队列可预约', 'Lanes that take appointments'),
  takes: t('可预约', 'Takes them'),
  every: t('每隔（分钟）', 'Every (min)'),
  share: t('占窗口时间（%）', 'Share of time (%)'),
  save: t('保存', 'Save'),
  saved: t('已保存，已约好的不变', 'Saved. What was booked stays'),
}

export const stateName: Record<OfficeAppointment['state'], Text> = {
  booked: t('未到', 'To come'),
  arrived: t('已报到', 'Checked in'),
  absent: t('没来', 'Did not come'),
  cancelled: t('已取消', 'Cancelled'),
}

export const whyName: Record<NonNullable<OfficeAppointment['why']>, Text> = {
  resident: t('本人取消', 'By themselves'),
  staff: t('窗口取消', 'By the desk'),
  hours: t('时间变动', 'Hours changed'),
}

/** What a clerk may say to whoever booked. */
export const reasons: Text[] = [
  t('经办人有事不在，请改约', 'The clerk is away: please choose another time'),
  t('窗口临时关闭，请改约', 'The window is closed for now: please choose another time'),
  t('您已来电取消', 'You rang to cancel'),
  t('约错了', 'Booked by mistake'),
]

export const arrivedAs = (label: string): Text => t(`已报到，号码 ${label}`, `Checked in: ${label}`)
export const countsSaid = (of: Record<OfficeAppointment['state'], number>): Text =>
  t(
    `未到 ${of.booked} · 已报到 ${of.arrived} · 没来 ${of.absent} · 取消 ${of.cancelled}`,
    `${of.booked} to come · ${of.arrived} here · ${of.absent} absent · ${of.cancelled} cancelled`,
  )
export const placesSaid = (places: number): Text => t(`每天 ${places} 个`, `${places} a day`)
/** 4821 7350 */
export const shortSaid = (short: string): string => `${short.slice(0, 4)} ${short.slice(4)}`
