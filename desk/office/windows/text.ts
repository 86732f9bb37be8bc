// What the office's page of windows says.
import type { Text } from '#assets/i18n/language.svelte.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('窗口', 'Windows'),
  lanes: t('队列', 'Lanes'),
  order: t('先后', 'Order'),
  add: t('添加窗口', 'Add a window'),
  change: t('修改', 'Change'),
  close: t('关闭', 'Close'),
  closeAsk: t('手上的号交给：', 'Its numbers go to:'),
  toLanes: t('各队列', 'their lanes'),
  remove: t('删除', 'Remove'),
  removeYes: t('确定删除', 'Yes, remove'),
  cancel: t('取消', 'Cancel'),
  save: t('保存', 'Save'),
  saved: t('已保存', 'Saved'),
  closed: t('窗口已关闭，号都移交了', 'Closed; its numbers were handed over'),
  removed: t('已删除', 'Removed'),
  number: t('窗口号', 'Number'),
  nameZh: t('名称（中文）', 'Name in Chinese'),
  nameEn: t('名称（英文）', 'Name in English'),
  allRound: t('全科窗口：所有队列都办，谁等得最久先叫谁', 'All-round: every lane; whoever ranks first is called'),
  which: t('办哪些队列，先办的排在前面', 'Which lanes, the preferred one first'),
  up: t('往前', 'Up'),
  down: t('往后', 'Down'),
  noLane: t('请至少选一个队列，或设为全科', 'Choose one lane at least, or make it all-round'),
  noName: t('请写中文和英文名称', 'Please write both names'),
  nobody: t('无人', 'Nobody'),
  holds: t('手上的号', 'Holds'),
  allLanes: t('全科 · 所有队列', 'All-round · every lane'),
  matters: t('事项', 'matters'),
  open: t('没办完的号', 'open numbers'),
  giveUp: t('停用', 'Give up'),
  giveUpTo: t('由哪个队列接手？', 'Which lane takes over?'),
  noOne: t('没有事项和号，直接停用', 'It has neither: give it up'),
  gaveUp: t('已停用，号和事项都转过去了', 'Given up; its numbers and matters moved'),
}
/** The rule in one sentence, as `queue-order` keeps it. */
export const rule = ({ each, most }: { each: number; most: number }): Text =>
  t(
    `窗口先办排在前面的队列：每靠前一位，算早到 ${each} 分钟（最多 ${most} 分钟）；和优先照顾取其大，不相加，所以谁都不会一直等。`,
    `A window calls first from the lane further to the front: each place counts as ${each} minutes earlier (${most} at most); of this and a head start the larger counts, never both, so nobody waits for ever.`,
  )
