// What the desk says. Short: a clerk reads it a hundred times a day.
import type { StepName } from '#contract/intents.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { age } from '#assets/i18n/time.ts'
import { explain, type Failure } from '#assets/i18n/errors.ts'
import type { Action, WhyNot } from './actions.ts'

export const t = (zh: string, en: string): Text => ({ zh, en })

export const actionName: Record<Action, Text> = {
  onward: t('办好，下一件', 'Done, next matter'),
  next: t('叫下一位', 'Call next'),
  start: t('开始办理', 'Start serving'),
  finish: t('办结', 'Done'),
  again: t('重呼', 'Call again'),
  hold: t('暂停', 'Hold'),
  miss: t('过号', 'Missed'),
  requeue: t('退回队列', 'Back in queue'),
  transfer: t('转办', 'Transfer'),
  leave: t('已离开', 'Has left'),
  undo: t('撤销', 'Undo'),
}

/** What "undo" takes back, by the step that the hub names. */
export const stepName: Record<StepName, Text> = {
  call: t('叫号', 'call'),
  again: t('重呼', 'call again'),
  start: t('开始办理', 'start'),
  hold: t('暂停', 'hold'),
  miss: t('过号', 'missed'),
  requeue: t('退回队列', 'back in queue'),
  transfer: t('转办', 'transfer'),
  finish: t('办结', 'done'),
  onward: t('办好一件', 'one matter done'),
  add: t('加一件事', 'matter added'),
  drop: t('去掉一件事', 'matter dropped'),
  leave: t('已离开', 'has left'),
}
export function undoOf({ label, step }: { label: string; step: string }): Text {
  const name = stepName[step as StepName] ?? t(step, step)
  return t(`${label} ${name.zh}`, `${label}: ${name.en}`)
}

/** Said when a key is pressed whose action is not possible now. */
export function cannot(action: Action, why: WhyNot, label: string | undefined): Text {
  const name = actionName[action]
  const because: Record<WhyNot, Text> = {
    nobody_here: t('窗口现在没有人', 'nobody is at this window'),
    somebody_here: t(`请先办完 ${label ?? ''}`, `finish ${label ?? ''} first`),
    nobody_waiting: t('现在没有人等候', 'nobody is waiting'),
    already_serving: t(`${label ?? ''} 已经开始办理`, `${label ?? ''} is already being served`),
    nothing_to_undo: t('没有可以撤销的操作', 'there is nothing to undo'),
    no_more_matters: t('没有别的事了', 'there is no other matter'),
    paused: t('窗口正在暂停，请先按“回来了”', 'this window is paused: press “Back” first'),
  }
  return t(`不能「${name.zh}」：${because[why].zh}`, `Cannot do “${name.en}”: ${because[why].en}`)
}

/** A failure as a clerk needs it: where the shared words send residents to a window, the desk says what to press. */
export function sayAtDesk(failure: Failure): Text {
  if (failure.code === 'offline') {
    return t('没有送到系统，请再按一次。重按不会重复。', 'Not delivered. Press again: it is done only once.')
  }
  if (failure.code === 'internal')
    return t('系统出错，请再按一次；仍不行请找负责人。', 'Something broke. Press again, or ask the manager.')
  if (failure.code === 'storage_full')
    return t('存储已满，刚才的操作没有保存，请找负责人。', 'The disk is full: nothing was saved. Ask the manager.')
  if (failure.code === 'hall_closed') return t('现在不在服务时间。', 'The hall is closed now.')
  return explain(failure)
}

export const words = {
  desk: t('工作台', 'Desk'),
  connecting: t('正在连接…', 'Connecting…'),
  demo: t('示例大厅', 'Demonstration'),
  skip: t('跳到当前号', 'Skip to the current number'),
  language: t('English', '中文'),
  language_label: t('换成英文在前', 'Put Chinese first'),

  who: t('我是', 'I am'),
  who_hint: t('选择姓名，输入密码', 'Choose your name, enter your PIN'),
  pin: t('密码', 'PIN'),
  pin_hint: t('6 位以上数字，可用键盘', '6 digits or more; the keyboard works too'),
  clear: t('清除', 'Clear'),
  erase: t('删一位', 'Delete one digit'),
  sign_in: t('登录', 'Sign in'),
  sign_out: t('退出登录', 'Sign out'),
  choose_name_first: t('请先选择姓名', 'Please choose your name first'),
  no_staff: t('还没有工作人员。请运行 npm run hall -- staff add', 'No staff yet. Run npm run hall -- staff add'),
  idle_out: t('久未操作，已自动退出。请重新登录。', 'Signed out after a while without use. Please sign in again.'),

  choose_window: t('今天坐哪个窗口？', 'Which window today?'),
  choose_hint: t('按窗口号，或点选', 'Press its number, or click'),
  free: t('空闲', 'Free'),
  in_use: t('使用中', 'in use'),
  take_over: t('接替', 'Take over'),
  choose_other: t('选别的窗口', 'Choose another'),
  stand: t('离开窗口', 'Leave window'),
  lost_seat: t('这个窗口已由别人接替，请重新选择。', 'Somebody took this window over. Please choose again.'),

  nobody: t('窗口空闲', 'Nobody here'),
  nobody_waiting: t('现在没有人等候', 'Nobody is waiting'),
  nobody_waiting_hint: t('有人取号，这里会自动显示', 'New numbers appear here by themselves'),
  waiting_for_me: t('人等候本窗口', 'waiting for this window'),
  steps: t('怎么办', 'Steps'),
  bring: t('要带什么', 'To bring'),
  bring_nothing: t('不用带材料', 'Nothing to bring'),
  priority: t('优先', 'Priority'),
  no_paper: t('没有纸号，请口头告诉号码', 'No paper: tell them the number'),
  on_its_way: t('正在送出', 'On its way'),

  next_three: t('接下来', 'Next for this window'),
  waiting: t('等候', 'Waiting'),
  mine: t('本窗口可办', 'for this window'),
  held: t('暂停', 'On hold'),
  missed: t('过号', 'Missed'),
  promised: t('答应今天先办', 'Promised first place'),
  promised_hint: t('人来了就叫，不用理由', 'Call when they come: no reason is asked'),
  tomorrow: t('次日先办', 'First next day'),
  tomorrow_hint: t('今天不叫；要今天办，先在“收尾”撤销', 'Not called today. To serve today, undo it in Closing'),
  leftover: t('往日未结', 'Earlier days'),
  leftover_hint: t('请叫号，或标记离开', 'Call each, or mark as left'),
  gone: t('自己退出', 'Left by phone'),
  gone_hint: t(
    '居民在手机上退出；人来了可以放回原位',
    'They left by phone; whoever comes after all gets the old place',
  ),
  restore: t('放回', 'Back'),
  reprint: t('补打', 'Print again'),
  reprinting: t('已送到打印机，请取纸', 'Sent to the printer: take the paper'),
  unprinted: t('没有纸号', 'No paper'),
  unprinted_hint: t('请口头告诉号码', 'Tell them the number'),
  call: t('叫号', 'Call'),
  requeue_short: t('退回', 'Queue'),
  leave_short: t('离开', 'Left'),
  hint_called: t(
    '人到了按空格开始；没来按 R 重呼，再不来按 M 过号',
    'Space when they are here; R calls again, M marks as missed',
  ),
  hint_onward: t(
    '办好这件按空格，接着办下一件；都不办了按 F',
    'Space when this one is done; F if nothing else is to be done',
  ),
  hint_serving: t('办好按空格；要补材料按 H 暂停', 'Space when done; H if they need to fetch something'),
  hint_next: t('按空格叫下一位', 'Space calls the next'),

  hall_now: t('大厅现状', 'The hall now'),
  other_windows: t('其他窗口', 'Other windows'),
  space: t('空格', 'Space'),
  lanes: t('各队列', 'Lanes'),
  duty: t('值守', 'On duty'),
  nobody_on_duty: t('现在无人值守', 'Nobody is on duty'),
  unstaffed: t('无人', 'Nobody'),
  hidden_while_lost: t(
    '断开太久，队列可能已变，先不显示。',
    'Disconnected too long: the queue may have changed and is not shown.',
  ),
  hidden_hint: t('请按纸号顺序叫人，恢复后自动更新。', 'Call by the numbers on paper. This comes back by itself.'),

  reason_title: t('为什么提前叫？', 'Why out of order?'),
  reason_hint: t('原因会记录，次数公开显示', 'The reason is kept; the count is public'),
  transfer_title: t('转到哪里？', 'Transfer where to?'),
  transfer_hint: t('按字母选队列，按数字选窗口', 'A letter for a lane, a digit for a window'),
  to_lane: t('队列', 'Lane'),
  to_window: t('窗口', 'Window'),
  cancel: t('取消', 'Cancel'),
  pressed_twice: t('按得太快，连按两下只算一次。', 'Two quick presses count as one.'),
}

export const atDesk: Record<'called' | 'serving', Text> = {
  called: t('已叫号', 'Called'),
  serving: t('办理中', 'Serving'),
}
export const moreWaiting = (number: number): Text => t(`另有 ${number} 人等候`, `and ${number} more`)
/** Where the wall sends people to the window, the window itself needs other words. `silence`: milliseconds, Infinity when never heard. */
export function lostFor(silence: number): Text {
  if (!Number.isFinite(silence)) return t('还没有连接上，请检查网线', 'Not connected. Please check the network')
  const old = age(silence)
  return t(
    `已断开 ${old.zh}，请检查网线；以下可能已变`,
    `Disconnected for ${old.en}. Check the network; this may have changed`,
  )
}
export const called = (times: number): Text =>
  t(`已叫 ${times} 次`, times === 1 ? 'called once' : `called ${times} times`)
export const waited = (since: string, age: Text): Text =>
  t(`${since} 取号，等了 ${age.zh}`, `since ${since}, ${age.en}`)
export const windowName = (number: number): Text => t(`${number} 号窗口`, `Window ${number}`)
export const closesAt = (time: string): Text => t(`开放至 ${time}`, `Open until ${time}`)
export const opensAt = (when: Text): Text => t(`已关门 · ${when.zh}开门`, `Closed · opens ${when.en}`)
export const takenBy = (staff: string): Text =>
  t(`${staff} 正在这个窗口。要接替吗？`, `${staff} is at this window. Take over?`)
