// What the hall's calendars are called in other programs. The hub speaks in codes; a subscribed calendar needs a name.
import type { Text } from '#contract/text.ts'

const names: Record<string, Text> = {
  all: { zh: '全部活动', en: 'All events' },
  mine: { zh: '我的报名', en: 'My sign-up' },
  meeting: { zh: '会议', en: 'Meetings' },
  reception: { zh: '接待日', en: 'Reception days' },
  activity: { zh: '活动', en: 'Activities' },
  festival: { zh: '节庆', en: 'Festivals' },
  drill: { zh: '演练', en: 'Drills' },
  study: { zh: '学习', en: 'Study' },
  booking: { zh: '房间借用', en: 'Room bookings' },
}

export const calendarName = (kind: string): Text => names[kind] ?? { zh: kind, en: kind }
