// What is said where a card is found and printed at the desk, and what became of the paper.
import { jobState, printerState } from '#assets/i18n/words.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { CardForm } from '#contract/cards.ts'
import type { JobFace } from '#contract/printing.ts'
import { t } from '../../text.ts'

export const say = {
  title: t('打印联系卡', 'Print the card'),
  whole_house: t('打印本楼联系卡', "Print this building's card"),
  large: t('大字版', 'Large print'),
  preparing: t('正在准备…', 'Preparing…'),
  none: t('还没有网络打印机', 'No network printer yet'),
  printers: t('去添加打印机', 'Add a printer'),
  ask_manager: t('还没有网络打印机，请找负责人添加', 'No network printer yet: ask the manager to add one'),
  not_shown: t('没有公开，不能打印', 'Not shown to residents: it cannot be printed'),
  unsaved: t('先保存修改，再打印', 'Save the changes first'),
  unreadable: t('二维码印不清楚，没有打印', 'A code could not be read back, so nothing was printed'),
  failed: t('没有打印出来，请再按一次', 'Not printed: press again'),
  still: t('还没有打印出来，请看“打印机”', 'Not printed yet: see the printers'),

  find: t('居民问什么？事情、名字、拼音、楼号', 'What is asked? A matter, a name, a building'),
  common: t('常问的', 'Often asked'),
  nothing: t('没有找到。换个说法试试', 'Nothing found. Try other words'),
  choose: t(
    '选左边一项，就看到找谁、打什么电话，可以打印',
    'Choose one on the left: whom to ring, and the card to print',
  ),
  home: t('住哪幢楼', 'Lives in'),
  any_home: t('没有说', 'Not said'),
  nobody: t('没有人负责：请到窗口', 'Nobody is down for it: see the windows'),
  no_phone: t('没有公布电话，打大厅', 'No number is published: ring the hall'),
}

export const formName: Record<CardForm, Text> = {
  receipt: t('小票', 'Slip'),
  small: t('卡片', 'Card'),
  a6: t('大卡 A6', 'Large card A6'),
  a4: t('八张 A4', 'Eight on A4'),
}

/** Where the paper is now, as the printer says it. */
export function saidOf({ state, printer, trouble }: JobFace): Text {
  const [now, why] = [jobState[state], trouble && printerState[trouble]]
  if (state === 'done') return t(`已打印，请到「${printer}」取卡`, `Printed: it is at ${printer}`)
  return why
    ? t(`${now.zh}：「${printer}」${why.zh}`, `${now.en}. ${printer}: ${why.en}`)
    : t(`${now.zh}：「${printer}」`, `${now.en}: ${printer}`)
}
