// What the office's page of hours says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { dayOf } from '#assets/i18n/time.ts'
import { t } from '../../text.ts'
import type { SpanFault } from './groups.ts'

export const say = {
  title: t('开放时间', 'Hours'),
  loading: t('正在读取…', 'Loading…'),
  week: t('一周时间', 'The week'),
  special: t('特殊日期', 'Special days'),
  holidays: t('节假日', 'Public holidays'),
  ask: t('听居民意见', 'Ask residents'),

  change: t('修改一周时间', 'Change the week'),
  since_ever: t('现在执行', 'In force now'),
  take_back: t('撤回', 'Take back'),
  on_holidays: t('法定节假日', 'Public holidays'),
  closed: t('不开放', 'Closed'),
  source: t('依据', 'Decided by'),
  from: t('从', 'From'),
  to: t('到', 'to'),
  kind: t('服务类型', 'Kind'),
  add_span: t('加一段时间', 'Add a span'),
  remove_span: t('删除这一段', 'Remove this span'),
  own_hours: t('单独设时间', 'Hours of its own'),
  which_days: t('哪几天', 'Which days'),
  valid_from: t('从哪天起执行', 'In force from'),
  week_source: t('依据（谁决定的）', 'Decided by'),
  week_source_default: t('居民会议决定', "Residents' meeting"),
  publish: t('公布', 'Publish'),
  cancel: t('不改了', 'Cancel'),
  published: t('已公布，大屏、取号机和手机同时更新。', 'Published: wall, kiosk and phones show it now.'),
  taken_back: t('已撤回，按现行时间执行。', 'Taken back: the present hours go on.'),
  mend_first: t('红色的地方改好以后才能公布。', 'Mend what is marked in red, then publish.'),
  week_hint: t('改好以后，选从哪天起执行，再按「公布」。', 'Change it, choose the first day, then publish.'),

  special_none: t(
    '以后没有特殊日期，都按一周时间和节假日执行。',
    'No special days ahead: weeks and public holidays hold.',
  ),
  special_new: t('添加特殊日期', 'Add a special day'),
  special_hint: t('这一天按这里执行，比节假日优先', 'These hours win over everything else'),
  day: t('哪天', 'Day'),
  until_day: t('到哪天（只有一天就不用改）', 'Until (leave as it is for one day)'),
  what: t('怎么安排', 'What happens'),
  stays_closed: t('全天不开放', 'Closed all day'),
  other_hours: t('改时间', 'Other hours'),
  reason: t('原因（居民会看到）', 'Reason (residents see it)'),
  reason_zh: t('中文', 'Chinese'),
  reason_en: t('英文', 'English'),
  special_source: t('依据', 'Source'),
  special_source_default: t('居委会通知', 'Notice of the committee'),
  keep: t('保存', 'Save'),
  kept: t('已保存，各屏同时更新。', 'Saved: every screen shows it now.'),
  remove: t('取消', 'Remove'),
  removed: t('已取消，恢复正常时间。', 'Removed: the usual hours hold.'),
  dates_wrong: t('后一天要不早于前一天', 'The last day must not be before the first'),
  reason_missing: t('请写原因，中文和英文都要', 'Please give a reason in both languages'),

  holiday_hint: t('以国务院办公厅通知为准', 'As the State Council published them'),
  rest: t('放假', 'Days off'),
  work: t('调休上班', 'Make-up workdays'),
  like: t('当天按哪天的时间开放', 'Keeps the hours of'),
  like_kept: t('已保存', 'Saved'),
  enter: t('录入通知', 'Enter a notice'),
  enter_title: t('把国务院办公厅通知原文粘贴在这里', "Paste the State Council's notice here"),
  enter_hint: t(
    '也可以是表格（日期,名称,休 或 班）或 JSON；或者选文件',
    'A table (date,name,休|班) or JSON will do; or choose a file',
  ),
  choose_file: t('选文件', 'Choose a file'),
  year: t('哪一年', 'Year'),
  notice_number: t('通知文号', 'Number of the notice'),
  check: t('检查', 'Check'),
  changes: t('保存后会这样变', 'What will change'),
  no_changes: t('和现在的表一样，不用保存。', 'The same as now: nothing to save.'),
  save_year: t('保存这一年', 'Save this year'),
  year_kept: t('已保存，开放时间、日历和值班同时更新。', 'Saved: hours, calendar and duty follow.'),
  paste_first: t('请先粘贴通知，或选文件', 'Paste the notice or choose a file first'),
  becomes_rest: t('放假', 'Day off'),
  becomes_work: t('上班', 'Workday'),
  becomes_usual: t('平常日', 'Ordinary day'),

  ask_new: t('发起征求意见', 'Ask residents'),
  ask_intro: t(
    '居民取号后在取号机和手机上选一项，一个号一票，结果公开。最后由居民会议决定。',
    'After taking a number, residents choose at the kiosk or on the phone: one voice a number, counted in public. Their meeting decides.',
  ),
  ask_none: t('还没有征求过意见。', 'Nothing has been asked yet.'),
  question: t('问题', 'Question'),
  question_default: t('工作日晚上开放到几点好？', 'On workdays, until when should we be open?'),
  options: t('选项（工作日到几点）', 'Options (workdays until)'),
  add_option: t('加一个时间', 'Add a time'),
  as_it_is: t('保持现状', 'As it is now'),
  first_day: t('从哪天', 'First day'),
  last_day: t('到哪天', 'Last day'),
  start_asking: t('开始征求', 'Start asking'),
  asked: t('已发起，取号机和手机上可以选了。', 'Residents are being asked now.'),
  twice: t('选项不能相同', 'Options must differ'),
  voices: t('票', 'voices'),
  withdraw: t('撤回', 'Withdraw'),
  withdrawn: t('已撤回', 'Withdrawn'),
  decide: t('记录会议决定', 'Record the decision'),
  meeting_day: t('会议日期', 'Day of the meeting'),
  decided_for: t('决定', 'Decided'),
  none_of_them: t('都不采用', 'None of them'),
  decision_words: t('决定原文', 'Words of the decision'),
  decision_default: t('居民代表会议通过', "Passed by the residents' representatives"),
  publish_from: t('新时间从哪天起执行', 'New hours in force from'),
  record: t('保存并公布', 'Save and publish'),
  recorded: t('已记录，结果公开。', 'Recorded and public.'),
  decided: t('已决定', 'Decided'),
  ended: t('已结束，等会议决定', 'Ended; the meeting decides'),
  ahead: t('还没开始', 'Not begun'),
  asking: t('正在征求', 'Being asked'),
} satisfies Record<string, Text>

export const weekdays = [
  t('周一', 'Mon'),
  t('周二', 'Tue'),
  t('周三', 'Wed'),
  t('周四', 'Thu'),
  t('周五', 'Fri'),
  t('周六', 'Sat'),
  t('周日', 'Sun'),
]

/** 周一至周五 / Mon–Fri, 周三、周六 / Wed, Sat */
export function daysName(days: readonly number[]): Text {
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last?.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number) => weekdays[day - 1] ?? t('', '')
  const parts = runs.flatMap((run) => {
    const [first = 1, last = 1] = [run[0], run.at(-1)]
    if (run.length < 3) return run.map(name)
    return [t(`${name(first).zh}至${name(last).zh}`, `${name(first).en}–${name(last).en}`)]
  })
  return t(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '))
}

export const fault: Record<SpanFault, Text> = {
  empty: t('请填时间', 'Give both times'),
  order: t('结束要晚于开始', 'The end must be after the start'),
  overlap: t('和前面一段重叠', 'Overlaps the one before'),
}

export const inForceFrom = (date: string): Text => {
  const on = dayOf(date, true)
  return t(`${on.zh}起执行`, `From ${on.en}`)
}

/** The manager's warning from November on. */
export const missingYear = (year: number): Text =>
  t(
    `${year}年节假日安排还没有录入。国务院一般在11月公布，录入以前按平常日显示，居民会看到「尚未公布」。`,
    `The public holidays of ${year} are not entered. They are usually published in November; until then weekdays count as usual and residents are told so.`,
  )
export const enterYear = (year: number): Text => t(`录入${year}年`, `Enter ${year}`)

export const countDays = (days: number): Text => t(`共 ${days} 天`, days === 1 ? '1 day' : `${days} days`)

/** Reasons that happen in a hall, in both languages, so that nobody has to translate. */
export const reasons: Text[] = [
  t('停电检修', 'Power maintenance'),
  t('台风、防汛应急', 'Typhoon or flood duty'),
  t('高温应急值守', 'Heat emergency duty'),
  t('集中培训', 'Staff training'),
  t('居委会换届选举', 'Committee election'),
  t('节日当天不开放', 'Closed for the festival'),
  t('大厅修缮', 'Repairs in the hall'),
]
export const otherReason = t('其他原因（自己写）', 'Another reason (write it)')

const problems: Record<string, (text: string) => Text> = {
  unreadable: (text) => t(`看不懂：${text}`, `Cannot be read: ${text}`),
  date: (text) => t(`没有这个日期：${text}`, `No such date: ${text}`),
  year: (text) => t(`不是这一年的日期：${text}`, `Not of that year: ${text}`),
  twice: (text) => t(`这一天写了两次：${text}`, `Stands there twice: ${text}`),
  kind: (text) => t(`类型要写「休」或「班」：${text}`, `The kind must be 休 or 班: ${text}`),
  workday: (text) => t(`调休上班日应是周六或周日：${text}`, `A make-up workday must be a weekend day: ${text}`),
  nothing: () => t('里面没有日期', 'There is no day in it'),
  source: () => t('请填通知文号，例如 国办发明电〔2026〕9号', 'Give the number of the notice'),
  long: () => t('内容太长', 'Too long'),
}
export function problemSaid({ line, what, text }: { line: number; what: string; text: string }): Text {
  const said = problems[what]?.(text) ?? t(text, text)
  return line === 0 ? said : t(`第 ${line} 行：${said.zh}`, `Line ${line}: ${said.en}`)
}
