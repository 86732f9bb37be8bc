// A ticket as a receipt: what stands on it, in receiptline's markdown. Pure.
import type { TicketFace } from '#contract/intents.ts'
import type { Text } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import { classRule } from '#domain/class-rule.ts'
import { hallTime } from '#domain/service-day.ts'
import { literal } from './escpos.ts'

/** `ahead`: people ahead as the ticket was taken; null on paper that is printed again later. */
export function ticketPaper(
  book: Book,
  ticket: Pick<TicketFace, 'label' | 'matter' | 'class' | 'joinedAt' | 'serviceDate' | 'link'>,
  ahead: number | null,
): string {
  const { hall } = book
  const matter = book.matterOf.get(ticket.matter)
  const klass = book.classes.find(({ id }) => id === ticket.class)
  const [hour, minute] = hallTime(Date.parse(ticket.joinedAt), hall.zone)
  const both = ({ zh, en }: Text) => [literal(zh), literal(en)]
  return [
    `^^${literal(hall.name.zh)}`,
    '',
    `^^^^^^${literal(ticket.label)}`,
    '',
    ...(ahead === null ? [] : [`^^前面还有 ${ahead} 人`, `${ahead} ahead of you`]),
    ...(matter ? [`^^${literal(matter.words.zh)}`, literal(matter.words.en)] : []),
    ...(klass && klass.headStart > 0 ? [literal(`${klass.name.zh}，提前 ${klass.headStart} 分钟`)] : []),
    `${ticket.serviceDate} ${hour}:${minute}`,
    ...classRule(book.classes).zh.split('；').map(literal),
    '-',
    ...both({ zh: '请在大厅等候，叫号时屏幕会显示并播报', en: 'Wait in the hall: your call is shown and spoken' }),
    ...(matter && matter.bring.length > 0
      ? ['', '请带 Bring', ...matter.bring.map(({ zh }) => `□ ${literal(zh)}`)]
      : []),
    '',
    `{code:${ticket.link};option:qrcode,6,m}`,
    ...both({ zh: '手机扫码，随时看进度', en: 'Scan to follow it on your phone' }),
    '-',
    ...hall.plaques.map(({ zh }) => literal(zh)),
    literal(`${hall.address.zh} ${hall.phone}`),
    ...(hall.demo ? ['示例大厅，人名、电话均为示例'] : []),
    '=',
  ].join('\n')
}
