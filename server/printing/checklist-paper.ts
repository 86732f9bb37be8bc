// The one-time checklist as a receipt, in receiptline's markdown. Pure.
import type { Text } from '#contract/text.ts'
import type { ChecklistSheet } from '#contract/visits.ts'
import { literal } from './escpos.ts'

/** One sheet after another; the paper is cut between them. */
export function checklistPaper(sheets: readonly ChecklistSheet[]): string {
  return sheets.map(sheetText).join('\n')
}

function sheetText({ hall, phone, date, label, matter, name, steps, bring, note, hours }: ChecklistSheet): string {
  const missing = bring.some((one) => one.missing) || note !== ''
  const left = ({ zh, en }: Text, mark: string) => [`${mark} ${literal(zh)} |`, `   ${literal(en)} |`]
  return [
    `^^${literal(hall.zh)}`,
    '^^^一次性告知单',
    'What to bring, in one go',
    '',
    `^^${literal(matter.zh)}`,
    literal(matter.en),
    `${literal(name.zh)}  ${label}  ${date}`,
    '-',
    ...(missing
      ? [
          '^^还缺 Still missing |',
          ...bring.filter((one) => one.missing).flatMap(({ thing }) => left(thing, '□')),
          ...(note === '' ? [] : [`□ ${literal(note)} |`]),
          '-',
        ]
      : []),
    '^^怎么办 Steps |',
    ...steps.flatMap((step, index) => left(step, `${index + 1}.`)),
    '-',
    '^^要带什么 To bring |',
    ...(bring.length > 0
      ? bring.flatMap(({ thing, missing: lacks }) => left(thing, lacks ? '□' : '√'))
      : ['不用带材料 Nothing to bring |']),
    '-',
    '窗口时间 Window hours |',
    ...hours.map(({ zh }) => `${literal(zh)} |`),
    `电话 Telephone  ${literal(phone)} |`,
    '=',
  ].join('\n')
}
