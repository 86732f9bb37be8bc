// What the office's page of duty says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { dayOf } from '#assets/i18n/time.ts'
import { dutyKind } from '#assets/i18n/duty-kinds.ts'
import type { GapFace, LeaveFace, ShiftProblem, SwapFace } from '#contract/roster.ts'
import type { DutyKind } from '#contract/words.ts'
import { t, windowName } from '../../text.ts'
import { addDays, weekdayOf, type Quarter } from './plan.ts'

export const say = {
  title: t('值班', 'Duty'),
  loading: t('正在读取…', 'Loading…'),
  weeks: t('排班表', 'Roster'),
  requests: t('换班请假', 'Requests'),
  make: t('生成排班', 'Make'),
  rest: t('调休', 'Rest'),
  log: t('值班日志', 'Duty log'),
  rules: t('名单和规则', 'Rules'),
  mine: t('我的班', 'My duty'),

  this_week: t('本周', 'This week'),
  before: t('上一周', 'Week before'),
  after: t('下一周', 'Week after'),
  place: t('岗位', 'Place'),
  nobody: t('无人', 'Nobody'),
  day_off: t('休', 'Off'),
  add: t('加一个班', 'Add a shift'),
  no_gaps: t('两周内每个班都有人。', 'Somebody is there for every shift of the next two weeks.'),
  go_on: t('接着排', 'Go on'),
  gaps: t('无人值班', 'Nobody there'),
  others: t('其他人…', 'Others…'),
  nobody_could: t('没有合适的人', 'Nobody fits'),
  week_empty: t('这一周还没有排班。', 'Nothing is rostered for this week.'),
  by_hand: t('手工改过', 'changed by hand'),
  asked: t('已申请换班', 'swap asked for'),

  who: t('换成谁？点名字就换', 'Who instead? One touch changes it'),
  who_fills: t('谁来？点名字就排', 'Who? One touch puts them there'),
  could: t('可以', 'Can'),
  could_not: t('不合规则，仍可安排', 'Against a rule, but possible'),
  take_away: t('去掉这个班', 'Take it off'),
  times: t('改时间、岗位', 'Change time or place'),
  new_shift: t('加一个班', 'Add a shift'),
  new_hint: t('选人、岗位和时间', 'Choose who, where and when'),
  person: t('人员', 'Person'),
  kind: t('类型', 'Kind'),
  window: t('窗口', 'Window'),
  no_window: t('不在窗口', 'Not at a window'),
  day: t('日期', 'Day'),
  from: t('从', 'From'),
  until: t('到', 'Until'),
  next_day: t('到第二天', 'Ends on the next day'),
  keep: t('保存', 'Save'),
  cancel: t('取消', 'Cancel'),
  changed: t('已改，大屏和取号机同时更新。', 'Changed: wall and kiosk follow.'),
  changed_draft: t('草稿已改。', 'The draft is changed.'),
  gone: t('已去掉。', 'Taken off.'),

  range: t('排哪几天', 'Which days'),
  first_day: t('从哪天', 'First day'),
  last_day: t('到哪天', 'Last day'),
  own_days: t('自己选日期', 'Choose the days'),
  generate: t('生成草稿', 'Make a draft'),
  again: t('重新生成', 'Make again'),
  anew: t('手工改过的也重排', 'What was changed by hand too'),
  make_hint: t(
    '按名单和规则轮排，晚班、周末、节假日人人差不多。先看草稿，发布以后才生效。',
    'Rotates by the rules, with equal shares of evenings, weekends and holidays. A draft first: nothing counts until it is published.',
  ),
  dates_wrong: t('后一天要不早于前一天，最多 120 天', 'The last day must not be before the first; 120 days at most'),
  leave_dates_wrong: t('从今天以后，后一天不早于前一天', 'From today on, the last day not before the first'),
  dates_past: t('只能排今天以后的', 'Only from today on'),
  made: t('草稿已生成，请看一遍再发布。', 'The draft is there. Look at it, then publish.'),
  draft: t('草稿', 'Draft'),
  publish: t('发布', 'Publish'),
  publish_hint: t(
    '发布以后，这些天的排班按草稿执行，大屏和取号机同时更新。',
    'These days then follow the draft; wall and kiosk too.',
  ),
  published: t('已发布，大屏和取号机按它显示。', 'Published: wall and kiosk follow it.'),
  discard: t('放弃草稿', 'Throw away'),
  discard_sure: t('确定放弃', 'Yes, throw away'),
  discarded: t('草稿已放弃，原来的排班不变。', 'The draft is gone; the roster is as it was.'),
  look: t('逐周看', 'Week by week'),

  fairness: t('分担是否公平', 'Fair shares'),
  fair_evening: t('晚班', 'Evenings'),
  fair_weekend: t('周末', 'Weekends'),
  fair_holiday: t('节假日', 'Holidays'),
  fair_hours: t('共小时', 'Hours'),
  differ: t('最多与最少相差', 'Most less fewest'),
  long_away: t('长假，不比', 'Long away'),
  fair_one: t('相差不超过 1，公平。', 'They differ by 1 at most: fair.'),
  fair_not: t(
    '相差超过 1，请看规则或手工调整。',
    'They differ by more than 1: look at the rules or change it by hand.',
  ),

  to_decide: t('等您批准', 'For you to decide'),
  to_answer: t('请您答复', 'For you to answer'),
  nothing_to_decide: t('没有等您批准的申请。', 'Nothing waits for you.'),
  waits_colleague: t('等同事答复', 'Waiting for the colleague'),
  settled: t('近日已处理', 'Settled lately'),
  consent: t('同意', 'Consent'),
  consent_fill: t('同意，并由他们顶班', 'Consent, and they step in'),
  refuse: t('不同意', 'Refuse'),
  granted: t('已同意，排班和大屏同时更新。', 'Consented: roster and wall follow.'),
  refused: t('已告诉申请人：不同意。', 'Refused; they see it.'),
  opens_none: t('不会有班没人。', 'No shift would be without anybody.'),
  fill_by: t('顶班', 'Steps in'),
  leave_open: t('先空着', 'Leave it open'),
  swaps: t('换班', 'Swaps'),
  leaves: t('请假', 'Leave'),

  my_shifts: t('我接下来的班', 'My next shifts'),
  no_shifts: t('三十天内没有您的班。', 'You have no shift in the next thirty days.'),
  swap: t('换班', 'Swap'),
  swap_title: t('请谁替班？', 'Who should take it?'),
  swap_hint: t('同事同意、负责人批准以后生效', 'It counts once they agree and the manager consents'),
  no_account: t('没有登录账号，请当面说好再找负责人', 'Has no account: speak to them and the manager'),
  back: t('换回他们的哪个班', 'Their shift in return'),
  back_none: t('不换回', 'None'),
  ask: t('发出申请', 'Ask'),
  swap_asked: t('已申请，等同事答复。', 'Asked: your colleague will answer.'),
  yes: t('我来替', 'I take it'),
  no: t('替不了', 'I cannot'),
  answered_yes: t('已答应，等负责人批准。', 'Agreed: the manager decides.'),
  answered_no: t('已回复：替不了。', 'Answered: you cannot.'),
  my_requests: t('我的申请', 'My requests'),
  no_requests: t('没有申请。', 'No requests.'),
  take_back: t('撤回', 'Take back'),
  taken_back: t('已撤回。', 'Taken back.'),
  ask_leave: t('请假、调休', 'Ask for leave or rest'),
  reason: t('事由（只有负责人看到，可不写）', 'Reason (the manager alone sees it; may be empty)'),
  leave_asked: t('已申请，等负责人批准。', 'Asked: the manager decides.'),
  balance: t('可调休', 'Rest that is left'),
  not_on_roster: t('您不在值班名单里，要排班请负责人添加。', 'You are not on the roster. The manager can add you.'),

  ledger: t('调休明细', 'The ledger'),
  ledger_hint: t('最新在前，只增不改', 'Newest first; nothing is ever changed'),
  ledger_none: t('还没有记录。下班以后自动记入。', 'Nothing yet. Duty is entered by itself once it has ended.'),
  rest_hint: t(
    '晚班、周末、节假日的时间下班后自动记入；批准的调休开始当天自动扣除。',
    'Duty outside normal hours is entered when it ends; granted rest is taken when it begins.',
  ),
  earned: t('值班得', 'Earned'),
  taken: t('已休', 'Taken'),
  left: t('还剩', 'Left'),
  everybody: t('所有人', 'Everybody'),
  correct: t('更正', 'Put right'),
  correct_hint: t('增加或减少，要写原因，原记录不动', 'More or less, with a reason; what stands there stays'),
  more: t('增加', 'More'),
  less: t('减少', 'Less'),
  hours: t('小时', 'Hours'),
  why: t('原因', 'Reason'),
  why_missing: t('请写原因和小时数', 'Give a reason and the hours'),
  corrected: t('已更正。', 'Put right.'),
  row_duty: t('值班', 'Duty'),
  row_rest: t('调休', 'Rest'),
  row_correction: t('更正', 'Correction'),
} satisfies Record<string, Text>

const weekdays = [
  t('周一', 'Mon'),
  t('周二', 'Tue'),
  t('周三', 'Wed'),
  t('周四', 'Thu'),
  t('周五', 'Fri'),
  t('周六', 'Sat'),
  t('周日', 'Sun'),
]
export const weekday = (date: string): Text => weekdays[weekdayOf(date) - 1] ?? t('', '')
export const weekdayName = (day: number): Text => weekdays[day - 1] ?? t('', '')

/** 今天, 明天, else 周三. `today`: the hall's date. */
export function dayName(date: string, today: string): Text {
  if (date === today) return t('今天', 'today')
  return date === addDays(today, 1) ? t('明天', 'tomorrow') : weekday(date)
}

/** When in the day a kind of duty is, as it is said after the day: 周三 + 晚. */
const part: Record<DutyKind, Text> = {
  window: t('白天', ' by day'),
  midday: t('中午', ' at midday'),
  evening: t('晚', ' evening'),
  weekend: t('', ''),
  holiday: t('（节假日）', ' (holiday)'),
  patrol: t('巡查', ' patrol'),
  cadre: t('带班', ' leading cadre'),
  standby: t('电话值守', ' on the telephone'),
}

/** 周三晚 无人值班; 周一白天 2 号窗口缺人 where others are in the hall then. */
export function gapName({ date, kind, empty }: GapFace, window: number | null, today: string): Text {
  const day = dayName(date, today)
  const at = window === null || empty ? t('', '') : t(` ${window} 号窗口`, ` at window ${window}`)
  return empty
    ? t(`${day.zh}${part[kind].zh} 无人值班`, `Nobody is there: ${day.en}${part[kind].en}`)
    : t(`${day.zh}${part[kind].zh}${at.zh} 缺人`, `Somebody is missing: ${day.en}${part[kind].en}${at.en}`)
}

/** 1 号窗口, 1 号窗口 晚间延时, 巡查 */
export function placeName(kind: DutyKind, window: number | null): Text {
  if (window === null) return dutyKind[kind]
  const at = windowName(window)
  return kind === 'window' ? at : t(`${at.zh} ${dutyKind[kind].zh}`, `${at.en}, ${dutyKind[kind].en.toLowerCase()}`)
}

/** What is wrong with a shift, or would be. */
export const problem: Record<ShiftProblem, Text> = {
  double: t('同时另有班', 'Is elsewhere then'),
  rest: t('两班之间休息不够', 'Too little rest between two days'),
  early: t('前一晚值班，第二天太早', 'Early after an evening'),
  days: t('连续上班天数太多', 'Too many days in a row'),
  hours: t('一天时间太长', 'Too long a day'),
  skill: t('不在这个岗位的名单里', 'Not listed for this place'),
  leave: t('在休假', 'On leave'),
}
export const problemsSaid = (problems: readonly ShiftProblem[]): Text => {
  const all = problems.map((one) => problem[one])
  return t(all.map(({ zh }) => zh).join('，'), all.map(({ en }) => en).join('; '))
}

export const nobodyCould = (why: readonly ShiftProblem[]): Text => {
  const said = problemsSaid(why)
  return t(`没有合适的人：${said.zh}`, `Nobody fits: ${said.en}`)
}
export const quarterName = ({ year, quarter }: Quarter): Text =>
  t(`${year}年第${quarter}季度`, `Quarter ${quarter} of ${year}`)
export function dates(from: string, to: string): Text {
  const [first, last] = [dayOf(from), dayOf(to)]
  return from === to ? first : t(`${first.zh} – ${last.zh}`, `${first.en} – ${last.en}`)
}
export const rosteredTo = (date: string | null): Text => {
  if (date === null) return t('还没有发布过排班。', 'No roster has been published yet.')
  const on = dayOf(date, true)
  return t(`已排到 ${on.zh}`, `Rostered until ${on.en}`)
}
export const moreGaps = (number: number): Text => t(`还有 ${number} 处`, `${number} more`)
export const fillWith = (name: string): Text => t(`排 ${name}`, `Put ${name}`)
export const filled = (name: string, gap: Text): Text =>
  t(`已排${name}：${gap.zh.split(' ')[0] ?? ''}`, `${name} is there now.`)
export const differSaid = ({ evening, weekend, holiday }: Record<'evening' | 'weekend' | 'holiday', number>): Text =>
  t(
    `最多与最少相差：晚班 ${evening}，周末 ${weekend}，节假日 ${holiday}`,
    `Most less fewest: evenings ${evening}, weekends ${weekend}, holidays ${holiday}`,
  )
export const draftSaid = (shifts: number, gaps: number, problems: number): Text =>
  t(
    `共 ${shifts} 个班，${gaps === 0 ? '没有空缺' : `${gaps} 处空缺`}，${problems === 0 ? '都合规则' : `${problems} 个不合规则`}`,
    `${shifts} shifts, ${gaps === 0 ? 'no gap' : `${gaps} gaps`}, ${problems === 0 ? 'every rule kept' : `${problems} against a rule`}`,
  )

/** 7.5 小时 / 7.5 h; a minus stays in front. */
export const hoursSaid = (minutes: number): Text => {
  const hours = Math.round(minutes / 6) / 10
  return t(`${hours} 小时`, `${hours} h`)
}
/** How many days of eight hours that is. */
export const daysSaid = (minutes: number): Text => {
  const days = Math.floor(minutes / 48) / 10
  return t(`约 ${days} 天（一天 8 小时）`, `about ${days} days of 8 hours`)
}

export const shiftsThen = (number: number): Text =>
  number === 0
    ? t('这几天没有您的班。', 'You have no shift on these days.')
    : t(`这几天有您 ${number} 个班，批准后由别人顶。`, `You have ${number} shifts then; others will step in.`)
export const takesRest = (minutes: number, left: number): Text =>
  t(
    `用调休 ${minutes / 60} 小时，还剩 ${(left - minutes) / 60} 小时`,
    `Takes ${minutes / 60} h of rest, ${(left - minutes) / 60} h stay`,
  )
export const opensSaid = (number: number): Text => t(`同意以后会缺 ${number} 处：`, `${number} places would be open:`)
export const shiftsOff = (number: number): Text => t(`这几天有 ${number} 个班`, `${number} shifts on these days`)
export const afterwards = (problems: Text): Text => t(`换了以后：${problems.zh}`, `Afterwards: ${problems.en}`)

export const swapState: Record<SwapFace['state'], Text> = {
  asked: t('等同事答复', 'The colleague is asked'),
  agreed: t('同事答应了，等批准', 'Agreed; the manager decides'),
  declined: t('同事替不了', 'Declined'),
  granted: t('已批准', 'Consented'),
  refused: t('没有批准', 'Refused'),
  withdrawn: t('已撤回', 'Taken back'),
  lapsed: t('已过期', 'Lapsed'),
}
export const leaveState: Record<LeaveFace['state'], Text> = {
  asked: t('等批准', 'The manager decides'),
  granted: t('已批准', 'Consented'),
  refused: t('没有批准', 'Refused'),
  withdrawn: t('已撤回', 'Taken back'),
}
/** A row's note is a kind of duty where the hub wrote it. */
export const noteSaid = (note: string): Text => dutyKind[note as DutyKind] ?? t(note, note)
