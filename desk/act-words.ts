// The log's words: each act and its detail as people say them. What has no words here is shown as it was recorded.
import type { ClosingDecision } from '#contract/closing.ts'
import type { StepName } from '#contract/intents.ts'
import type { Hazard, DeviceKind, DutyEntryKind, MissReason, OutOfOrderReason } from '#contract/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import { outOfOrderReason } from '#assets/i18n/duty-words.ts'
import { closingDecision, hazard, deviceKind, dutyEntryKind, missReason } from '#assets/i18n/words.ts'
import type { AwayReason } from '#contract/visits.ts'
import { away } from './visit/text.ts'
import { officeWords } from './office-text.ts'
import { howName } from './office/people/text.ts'
import { actionName, stepName, t, windowName, words } from './text.ts'

const others: Record<string, Text> = {
  undo: actionName.undo,
  'sign-in': words.sign_in,
  'sign-out': words.sign_out,
  'pin-wrong': t('密码输错', 'Wrong PIN'),
  sit: t('坐到窗口', 'Sat down'),
  stand: words.stand,
  pair: t('配对设备', 'Paired a device'),
  'pairing-wrong': t('配对码输错', 'Wrong pairing code'),
  revoke: officeWords.revoke,
  'notice-save': t('起草公告', 'Drafted a notice'),
  'notice-submit': t('公告送审', 'Submitted a notice'),
  'notice-withdraw': t('撤回公告', 'Took a notice back'),
  'notice-admit': t('登记公告准入', 'Recorded an admission'),
  'notice-refuse': t('登记公告未准入', 'Recorded a refusal'),
  'notice-take-down': t('撤下公告', 'Took a notice down'),
  'notice-discard': t('作废公告', 'Discarded a notice'),
  checklist: t('记下缺什么', 'Noted what is missing'),
  'checklist-print': t('打印一次性告知单', 'Printed a checklist'),
  'window-pause': t('窗口暂停', 'Paused a window'),
  'window-back': t('窗口恢复', 'Came back to a window'),
  'window-close': t('关闭窗口', 'Closed a window'),
  'window-add': t('新增窗口', 'Added a window'),
  'window-edit': t('修改窗口', 'Changed a window'),
  'window-remove': t('删除窗口', 'Removed a window'),
  'lane-remove': t('停用队列', 'Gave up a lane'),
  reprint: t('补打号码', 'Printed a number again'),
  'class-add': t('新增优先类别', 'Added a class'),
  'class-edit': t('修改优先类别', 'Changed a class'),
  'door-ticket': t('门口代取号', 'Took a number for somebody'),
  slips: t('离线号交回', 'Offline numbers came back'),
  'slip-renumbered': t('离线号改号', 'An offline number was changed'),
  'slip-refused': t('离线号未收下', 'An offline number was not taken'),
  'slip-seen': t('离线号已找到本人', 'Found the holder of an offline number'),
  closing: t('收尾决定', 'Decided at closing'),
  'closing-undo': t('撤销收尾决定', 'Took back a decision'),
  targets: t('修改等候目标', 'Changed the targets'),
  'proven-calls': t('修改过号前要播出几次', 'Changed the calls before a miss'),
  printer: t('设置打印机', 'Set up a printer'),
  'printer-removed': t('移除打印机', 'Removed a printer'),
  'alert-send': t('发布警报', 'Sent an emergency message'),
  'alert-update': t('更新警报', 'Changed an emergency message'),
  'alert-renew': t('续期警报', 'Renewed an emergency message'),
  'alert-clear': t('解除警报', 'Gave the all-clear'),
  'alert-cancel': t('撤回误发警报', 'Took back an emergency message'),
  'alert-ack': t('知悉警报', 'Acknowledged an emergency message'),
  'alert-plan': t('改常备文本', 'Changed prepared words'),
  'alert-receive': t('收到外来警报', 'Received a message from outside'),
  'alert-discard': t('不采用外来警报', 'Put a message from outside aside'),
  'roster-draft': t('生成排班草稿', 'Made a draft roster'),
  'roster-publish': t('发布排班', 'Published the roster'),
  'roster-drop': t('放弃排班草稿', 'Threw the draft roster away'),
  'roster-rules': t('改排班规则', "Changed the roster's rules"),
  'draft-shift': t('改草稿班次', 'Changed a shift of the draft'),
  'draft-shift-remove': t('去掉草稿班次', 'Took a shift off the draft'),
  'shift-set': t('安排值班', 'Set a shift'),
  'shift-remove': t('去掉班次', 'Took a shift off'),
  'swap-ask': t('申请换班', 'Asked for a swap'),
  'swap-agree': t('同意替班', 'Agreed to a swap'),
  'swap-decline': t('不能替班', 'Declined a swap'),
  'swap-grant': t('批准换班', 'Consented to a swap'),
  'swap-refuse': t('不批准换班', 'Refused a swap'),
  'swap-withdraw': t('撤回换班', 'Took back a swap'),
  'leave-ask': t('申请请假', 'Asked for leave'),
  'leave-grant': t('批准请假', 'Consented to leave'),
  'leave-refuse': t('不批准请假', 'Refused leave'),
  'leave-withdraw': t('撤回请假', 'Took back leave'),
  'rest-correct': t('更正调休', 'Corrected compensatory rest'),
  'duty-entry': t('写值班日志', 'Wrote the duty log'),
  'duty-add': t('补充值班日志', 'Added to the duty log'),
  'event-add': t('新增活动', 'Added an event'),
  'event-edit': t('修改活动', 'Changed an event'),
  'event-end': t('结束活动', 'Ended an event'),
  'event-cancel': t('取消一场活动', 'Cancelled one day of an event'),
  'event-move': t('活动改期', 'Moved one day of an event'),
  'event-restore': t('恢复原定', 'Took a change of an event back'),
  'signup-cancel': t('取消报名', 'Cancelled a sign-up'),
  'feed-add': t('导入日历', 'Took in a calendar'),
  'feed-remove': t('移除外部日历', 'Removed a calendar'),
  hours: t('公布开放时间', 'Published hours'),
  'hours-drop': t('撤回未生效的开放时间', 'Took back hours to come'),
  exception: t('特殊日期', 'Special day'),
  'exception-drop': t('取消特殊日期', 'Removed a special day'),
  holidays: t('录入节假日', 'Entered holidays'),
  makeup: t('调休上班日按哪天开放', 'Hours of a make-up workday'),
  propose: t('征求居民意见', 'Asked residents'),
  'proposal-drop': t('撤回征求意见', 'Took a question back'),
  decide: t('记录会议决定', 'Recorded a decision'),
  'person-edit': t('修改人员', 'Changed a person'),
  'person-leave': t('离岗撤下', 'Took down somebody who left'),
  'matter-edit': t('修改事项归谁', 'Changed who is responsible'),
  'hotline-edit': t('修改热线', 'Changed a hotline'),
  'hotline-remove': t('删除热线', 'Removed a hotline'),
  'building-edit': t('修改楼栋', 'Changed a building'),
  'building-remove': t('删除楼栋', 'Removed a building'),
  'answer-edit': t('修改准入清单', 'Changed an answer'),
  'answer-remove': t('删除准入清单', 'Removed an answer'),
  'tiles-edit': t('修改常用按钮', 'Changed the big buttons'),
  'letter-edit': t('修改致居民一封信', 'Changed the letter'),
  'letter-remove': t('删除致居民一封信', 'Removed the letter'),
  'reading-edit': t('修改读音', 'Changed a reading'),
  'reading-remove': t('删除读音', 'Removed a reading'),
  'people-import': t('导入联系卡表格', 'Took in a table of contacts'),
  'card-print': t('打印联系卡', 'Printed a contact card'),
  'people-undo': t('撤销联系卡修改', 'Took back a change of contacts'),
  'appointment-book': t('替人预约', 'Booked an appointment'),
  'appointment-move': t('改约', 'Moved an appointment'),
  'appointment-cancel': t('取消预约', 'Cancelled an appointment'),
  'appointment-arrive': t('预约报到', 'Checked an appointment in'),
  'appointment-rule': t('修改预约规则', 'Changed which lanes take appointments'),
  'wall-add': t('新建大屏版式', 'Laid out a new wall'),
  'wall-edit': t('修改大屏版式', 'Changed a wall'),
  'wall-remove': t('删除大屏版式', 'Removed a wall'),
  'wall-assign': t('指定显示哪面大屏', 'Gave a display its wall'),
}

/** What was added to an entry of the duty log. */
const additions: Record<string, Text> = {
  done: t('处理情况', 'What was done'),
  report: t('上报', 'Reported'),
  taken: t('接手', 'Taken over'),
  closed: t('办结', 'Closed'),
}

export function actName(act: string): Text {
  return stepName[act as StepName] ?? others[act] ?? t(act, act)
}

/** What the act was about: a label, a name, the number of a window. */
export function actAbout(act: string, about: string): Text {
  return (act === 'sit' || act.startsWith('window-')) && /^\d+$/.test(about)
    ? windowName(Number(about))
    : t(about, about)
}

/** `detail` is a window's number, a reason, a step that was undone, a kind of device, or plain text. */
export function actDetail(act: string, detail: string): Text {
  if (detail === 'phone') return t('居民手机', 'By phone')
  if (act in stepName && /^\d+$/.test(detail)) return windowName(Number(detail))
  if (act === 'sit' || act === 'stand') return t('', '')
  if (act === 'undo') return stepName[detail as StepName] ?? t(detail, detail)
  if (act.startsWith('closing')) return closingDecision[detail as ClosingDecision] ?? t(detail, detail)
  if (act === 'call') return outOfOrderReason[detail as OutOfOrderReason] ?? t(detail, detail)
  if (act === 'miss') return missReason[detail as MissReason] ?? t(detail, detail)
  if (act === 'window-pause') return away[detail as AwayReason] ?? t(detail, detail)
  if (act === 'pair' && detail === 'link') return t('一次性链接', 'One-time link')
  if (act.startsWith('alert-')) return alertDetail(detail)
  if (detail === 'new') return t('新增', 'New')
  if (act === 'people-undo') return howName[detail as keyof typeof howName] ?? t(detail, detail)
  if (act === 'pair') return deviceKind[detail as DeviceKind] ?? t(detail, detail)
  if (act === 'duty-entry') return dutyEntryKind[detail as DutyEntryKind] ?? t(detail, detail)
  if (act === 'duty-add') return additions[detail] ?? t(detail, detail)
  return t(detail, detail)
}

/** real fire, drill flood, or a hazard alone; a sender's name stays as it is. */
function alertDetail(detail: string): Text {
  const [first = '', second = first] = detail.split(' ')
  const name = hazard[second as Hazard]
  if (name === undefined) return t(detail, detail)
  if (first === 'drill') return t(`演练：${name.zh}`, `Drill: ${name.en}`)
  return first === 'real' ? t(`真实：${name.zh}`, `Real: ${name.en}`) : name
}
