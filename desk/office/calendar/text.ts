// What the office's calendar says.
import type { RestBody } from '#contract/calendar.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { age, clock, date, dayOf } from '#assets/i18n/time.ts'
import { t } from '../../text.ts'
import type { How } from './repeat.ts'

export const say = {
  title: t('日历', 'Calendar'),
  loading: t('正在读取…', 'Loading…'),
  month: t('月历', 'Month'),
  series: t('全部安排', 'All events'),
  feeds: t('订阅与导入', 'Feeds'),

  today: t('今天', 'Today'),
  earlier: t('上个月', 'Month before'),
  later: t('下个月', 'Next month'),
  rest: t('休', 'off'),
  work: t('班', 'work'),
  new_event: t('新建活动', 'New event'),
  book_room: t('借房间', 'Book a room'),
  nothing: t('这一天没有安排', 'Nothing on this day'),
  rooms_day: t('各房间', 'Rooms'),
  free: t('全天空着', 'Free all day'),
  cancelled: t('取消', 'Cancelled'),
  just_come: t('不用报名', 'No sign-up'),
  back_to_day: t('回这一天', 'Back to the day'),

  edit_series: t('修改全部', 'Change the series'),
  edit_once: t('修改', 'Change'),
  move: t('这一次改期', 'Move this one'),
  cancel_one: t('这一次取消', 'Cancel this one'),
  restore: t('恢复原定', 'As it was'),
  from_outside: t('外部日历的活动，在「订阅与导入」里管理。', 'From a calendar outside: see “Feeds”.'),
  moved_from: t('原定', 'Was to be on'),
  to_day: t('改到哪天', 'To which day'),
  reason: t('原因（居民会看到）', 'Reason (residents see it)'),
  reason_zh: t('中文', 'Chinese'),
  reason_en: t('英文（不写就用中文）', 'English (or the Chinese is shown)'),
  reason_missing: t('请写原因', 'Please give a reason'),
  move_yes: t('确定改期', 'Move it'),
  cancel_yes: t('确定取消这一次', 'Cancel this one'),
  moved: t('已改期，各屏和报名的人都会看到。', 'Moved: every screen and whoever signed up sees it.'),
  cancel_done: t('已取消，各屏和报名的人都会看到。', 'Cancelled: every screen and whoever signed up sees it.'),
  restored: t('已恢复原定。', 'As it was again.'),
  not_now: t('不改了', 'Leave it'),

  signups: t('报名', 'Sign-ups'),
  none_signed: t('还没有人报名', 'Nobody has signed up yet'),
  has_place: t('有位子', 'Has a place'),
  waits: t('候补', 'Waits'),
  strike: t('划掉', 'Strike off'),
  strike_yes: t('确定划掉', 'Yes, strike off'),
  struck: t('已划掉，候补自动补上。', 'Struck off: whoever waits moves up.'),
  for_somebody: t('替人报名', 'Sign somebody up'),
  one_person: t('1 人', '1 person'),
  two_people: t('2 人', '2 people'),
  scan_it: t('请居民扫码，或记下号码', 'Let them scan this, or note the number'),
  qr_alt: t('二维码：在手机上看这个报名', 'QR code: this sign-up on a phone'),
  places_now: t('名额', 'Places'),
  places_keep: t('改名额', 'Set places'),
  places_hint: t(
    '加名额，候补就补上；改成已报的人数，就不再收人。',
    'More places: those who wait move up. As many as are taken: no more are given.',
  ),
  places_all: t('这个系列以后每次都按这个名额', 'Holds for every day of this series'),
  places_set: t('名额已改。', 'Places are set.'),
  names_none: t('只有号码，不收姓名电话', 'Numbers only: no names are kept'),

  series_new: t('新建', 'New'),
  next: t('下一次', 'Next'),
  no_next: t('没有下一次', 'None to come'),
  change: t('修改', 'Change'),
  end: t('停办', 'End'),
  end_yes: t('确定停办', 'Yes, end it'),
  ended: t('从今天起不再有了，以前的还在。', 'No more from today on; what was stays.'),
  find: t('找活动', 'Find'),
  none_found: t('没有找到', 'Nothing found'),

  title_zh: t('名称', 'Title'),
  title_en: t('英文名称（不写就用中文）', 'Title in English (or the Chinese is shown)'),
  kind: t('类型', 'Kind'),
  rooms: t('房间（最多两间）', 'Rooms (two at most)'),
  no_room: t('不占房间', 'No room'),
  day: t('哪天', 'Day'),
  first_day: t('从哪天起', 'From'),
  time: t('几点到几点', 'Time'),
  from: t('从', 'From'),
  to: t('到', 'to'),
  next_day: t('第二天', 'on the next day'),
  how: t('多久一次', 'How often'),
  weekdays: t('周几', 'Weekdays'),
  every: t('每几周', 'Every'),
  month_day: t('每月几日', 'Day of the month'),
  last_day: t('最后一天', 'the last'),
  which_week: t('第几个', 'Which'),
  weekday: t('周几', 'Weekday'),
  month_number: t('月', 'Month'),
  day_number: t('日', 'Day'),
  lunar_month: t('农历月', 'Lunar month'),
  lunar_day: t('农历日', 'Lunar day'),
  term: t('节气', 'Solar term'),
  rule_text: t('规则（RRULE）', 'Rule (RRULE)'),
  until: t('到哪天（可不填）', 'Until (or no end)'),
  rest_rule: t('遇到休息日', 'If it falls on a rest day'),
  sign_up: t('要报名吗', 'Sign-up'),
  need_places: t('要报名，名额', 'Yes, places'),
  about: t('内容说明', 'About'),
  about_en: t('英文说明', 'About, in English'),
  save: t('保存', 'Save'),
  saved: t('已保存，大屏、取号机和手机同时更新。', 'Saved: wall, kiosk and phones show it now.'),
  cancel: t('不改了', 'Cancel'),
  change_event: t('修改活动', 'Change an event'),
  preview: t('接下来的日子', 'The next days'),
  previewing: t('正在算…', 'Working it out…'),
  not_yet: t('填好以后，这里会显示接下来的日子。', 'Once all is filled in, the next days stand here.'),
  no_day: t('按这个规则没有一天，请改规则。', 'This rule gives no day at all.'),
  clash: t('房间有冲突，现在不能保存', 'The room is taken: this cannot be saved'),
  clear: t('房间都空着', 'The rooms are free'),
  only_this: t('单独改某一次：在月历里点那一天。', 'To change one day only, touch that day in the month.'),

  links: t('给别的日历订阅', 'For other calendars'),
  links_hint: t(
    '手机扫码，或把网址贴到日历软件的「订阅」里，活动自动更新。',
    'Scan with a phone, or paste the address into a calendar: it stays up to date.',
  ),
  all: t('全部', 'All'),
  mine_hint: t('居民自己的报名，在报名页上按「加到日历」。', "A resident's own place: “Add to calendar” on its page."),
  link_qr: t('二维码：订阅这个日历', 'QR code: subscribe to this calendar'),
  copy: t('复制网址', 'Copy the address'),
  copied: t('已复制', 'Copied'),
  outside: t('导入的外部日历', 'Calendars from outside'),
  outside_none: t('还没有导入外部日历。', 'None yet.'),
  manager_only: t('导入和移除由负责人操作。', 'A manager takes calendars in and lets them go.'),
  refresh: t('现在更新', 'Look now'),
  refreshed: t('已更新。', 'Looked at anew.'),
  remove: t('移除', 'Remove'),
  remove_yes: t('确定移除', 'Yes, remove'),
  removed: t('已移除，它的活动也不再显示。', 'Removed, and its events with it.'),
  file: t('文件', 'File'),
  add_address: t('按网址导入', 'By address'),
  add_file: t('按文件导入', 'By file'),
  name: t('名称', 'Name'),
  address: t('网址（.ics）', 'Address (.ics)'),
  as_kind: t('算作哪一类', 'As which kind'),
  choose_file: t('选 .ics 文件', 'Choose an .ics file'),
  take_in: t('导入', 'Take in'),
  name_missing: t('请写名称', 'Please give a name'),
  address_wrong: t('网址要以 http:// 或 https:// 开头', 'The address begins with http:// or https://'),
} satisfies Record<string, Text>

export const missing = {
  title: t('请写名称', 'Please give a title'),
  startsOn: t('请选日期', 'Please choose a day'),
  until: t('不能早于第一天', 'Not before the first day'),
  to: t('结束要和开始不同', 'The end must differ from the start'),
  days: t('至少选一天', 'Choose one day at least'),
  places: t('名额填 1 到 999', 'Between 1 and 999'),
  rooms: t('借用要选房间', 'A booking needs a room'),
} satisfies Record<string, Text>

export const howName: Record<How, Text> = {
  once: t('一次', 'Once'),
  weekly: t('每周', 'Weekly'),
  monthly: t('每月几日', 'Monthly, by day'),
  nth: t('每月第几个周几', 'Monthly, by weekday'),
  yearly: t('每年', 'Yearly'),
  lunar: t('农历', 'Lunar date'),
  term: t('节气', 'Solar term'),
  other: t('其他规则', 'Another rule'),
}

export const restName: Record<RestBody, Text> = {
  keep: t('照常', 'Keep the day'),
  next: t('顺延到下一个工作日', 'The next workday'),
  previous: t('提前到上一个工作日', 'The workday before'),
  skip: t('这一次不办', 'Leave it out'),
}
/** After the rule, where it is not the plain one. */
export const restSaid: Record<RestBody, Text> = {
  keep: t('', ''),
  next: t('，遇休息日顺延', '; on a rest day, the next workday'),
  previous: t('，遇休息日提前', '; on a rest day, the workday before'),
  skip: t('，遇休息日不办', '; not on rest days'),
}

/** Reasons that happen, in both languages, so that nobody has to translate. */
export const reasons: Text[] = [
  t('主讲人临时有事', 'The speaker cannot come'),
  t('天气原因', 'Because of the weather'),
  t('房间另有急用', 'The room is needed urgently'),
  t('与街道会议冲突', 'A meeting of the subdistrict takes precedence'),
  t('停电检修', 'Power maintenance'),
  t('报名人数太少', 'Too few signed up'),
]
export const otherReason = t('其他原因（自己写）', 'Another reason (write it)')

export const taken = ({ all, left, waiting }: { all: number; left: number; waiting: number }): Text => {
  const wait = waiting > 0
  return t(
    `名额 ${all} · 还剩 ${left}${wait ? ` · 候补 ${waiting} 人` : ''}`,
    `${all} places · ${left} left${wait ? ` · ${waiting} waiting` : ''}`,
  )
}
export const people = (count: number): Text => t(`${count} 人`, count === 1 ? '1 person' : `${count} people`)
export const numberSaid = (number: number): string => String(number).padStart(2, '0')
export const signedUp = (number: number, seated: boolean): Text =>
  seated
    ? t(`报名号 ${numberSaid(number)}，有位子`, `Number ${numberSaid(number)}: has a place`)
    : t(`报名号 ${numberSaid(number)}，候补`, `Number ${numberSaid(number)}: waits`)

/** 12月7日 周一（原定 12月5日） */
export function previewSaid(day: { date: string; original: string }): Text {
  const [on, was] = [dayOf(day.date, true), dayOf(day.original)]
  return day.date === day.original ? on : t(`${on.zh}（原定 ${was.zh}）`, `${on.en} (instead of ${was.en})`)
}

export function clashSaid(clash: { room: Text; title: Text; startsAt: string; endsAt: string }, zone: string): Text {
  const on = dayOf(date(clash.startsAt, zone))
  const span = `${clock(clash.startsAt, zone)}–${clock(clash.endsAt, zone, true)}`
  return t(
    `${on.zh} ${span} ${clash.room.zh}已有「${clash.title.zh}」，请换时间或换房间。`,
    `${on.en}, ${span}: ${clash.title.en} is in the ${clash.room.en}. Choose another time or room.`,
  )
}

export const eventsIn = (count: number): Text => t(`${count} 场活动`, count === 1 ? '1 event' : `${count} events`)
export const lookedAt = (ago: number): Text => {
  const old = age(ago)
  return t(`${old.zh}前更新`, `looked at ${old.en} ago`)
}
/** Its last good copy goes on being shown. */
export function failing(since: string, zone: string): Text {
  const on = dayOf(date(since, zone))
  const time = clock(since, zone)
  return t(
    `${on.zh} ${time} 起取不到，现在显示的是之前的内容。`,
    `Cannot be fetched since ${on.en}, ${time}: what is shown is the last good copy.`,
  )
}
