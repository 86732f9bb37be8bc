// What the duty log says on its page.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { reportHow, reportTo } from '#assets/i18n/words.ts'
import type { AdditionFace } from '#contract/duty-log.ts'
import { t } from '../../text.ts'

export const logSay = {
  write: t('记一笔', 'Write an entry'),
  what: t('发生了什么', 'What happened'),
  what_hint: t('一句话就够：哪里、什么事', 'One sentence will do: where, what'),
  kind: t('类型', 'Kind'),
  time: t('时间', 'Time'),
  now: t('现在', 'Now'),
  done: t('怎么处理（可不写）', 'What was done (may be empty)'),
  report: t('已上报给谁（没有上报不选）', 'Reported to (none where it was not)'),
  how: t('怎么报的', 'How'),
  follow_up: t('没办完，交给下一班', 'Not finished: hand it on'),
  save: t('记下', 'Write down'),
  saved: t('已记入日志。', 'It is in the log.'),
  time_wrong: t('时间写成 14:36 或 1436', 'Write the time as 14:36 or 1436'),
  text_missing: t('请写发生了什么', 'Say what happened'),

  open: t('还没办完', 'Not finished'),
  open_hint: t('接班先看这里', 'Look here first'),
  entries: t('当天记录', 'Entries of the day'),
  none: t('这一天还没有记录。', 'Nothing was written down on this day.'),
  on_duty: t('当天值班', 'On duty that day'),
  on_duty_none: t('这一天没有排班。', 'Nobody is rostered for this day.'),
  before: t('前一天', 'Day before'),
  after: t('后一天', 'Day after'),
  today: t('今天', 'Today'),
  finished: t('已办结', 'Finished'),

  add_done: t('补充', 'Add'),
  add_report: t('上报', 'Report'),
  take: t('我接手', 'I take it'),
  close: t('办结', 'Finish'),
  words: t('说明', 'Words'),
  keep: t('保存', 'Save'),
  cancel: t('取消', 'Cancel'),
  added: t('已补充，原文不变。', 'Added; what was written stays.'),
} satisfies Record<string, Text>

const what: Record<AdditionFace['what'], Text> = {
  done: t('处理', 'Done'),
  report: t('上报', 'Reported'),
  taken: t('接手', 'Taken over'),
  closed: t('办结', 'Finished'),
}

/** 上报 物业（电话） / Reported: property company, telephone */
export function additionName({ what: kind, report }: AdditionFace): Text {
  if (!report) return what[kind]
  const [to, how] = [reportTo[report.to], reportHow[report.how]]
  return t(`${what.report.zh} ${to.zh}（${how.zh}）`, `${what.report.en}: ${to.en}, ${how.en.toLowerCase()}`)
}
export const takenBy = (name: string): Text => t(`${name} 接手`, `${name} has it`)
