// A ticket as a receipt: what stands on it, in receiptline's markdown. Pure.
import type { EstimateFace } from '#contract/estimates.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { Text } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import { classRule } from '#domain/class-rule.ts'
import { hallTime } from '#domain/service-day.ts'
import type { Receiver } from '../views/faces.ts'
import { literal } from './escpos.ts'

/**
 * `ahead`: people ahead as the ticket was taken; null once it does not wait. `estimate`: what is known of the wait as it is printed.
 * `receivers`: who receives at the windows of its lane.
 */
export function ticketPaper(
  book: Book,
  ticket: Pick<TicketFace, 'label' | 'matter' | 'more' | 'class' | 'joinedAt' | 'serviceDate' | 'link'>,
  { ahead, estimate, receivers }: { ahead: number | null; estimate: EstimateFace; receivers: readonly Receiver[] },
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
    ...(ahead === null ? [] : waitLines(estimate)),
    ...(matter ? [`^^${literal(matter.words.zh)}`, literal(matter.words.en)] : []),
    ...(klass && klass.headStart > 0 ? [literal(`${klass.name.zh}，提前 ${klass.headStart} 分钟`)] : []),
    `${ticket.serviceDate} ${hour}:${minute}`,
    ...classRule(book.classes).zh.split('；').map(literal),
    '-',
    ...both({ zh: '请在大厅等候，叫号时屏幕会显示并播报', en: 'Wait in the hall: your call is shown and spoken' }),
    ...(receivers.length > 0
      ? [
          '',
          '今日我接待 Receiving you today',
          ...receivers.map(({ window, name }) => `${window} 号窗口 ${literal(name)}`),
        ]
      : []),
    ...(matter ? ['', '怎么办 Steps', ...matter.steps.map(({ zh }, index) => `${index + 1}. ${literal(zh)}`)] : []),
    ...(matter && matter.bring.length > 0
      ? ['', '请带 Bring', ...matter.bring.map(({ zh }) => `□ ${literal(zh)}`)]
      : []),
    ...(ticket.more ?? []).flatMap((id, index) => otherMatter(book, id, index + 2)),
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

/** A band, never one figure; or that it cannot be said. */
function waitLines({ band, why }: EstimateFace): string[] {
  if (why === 'now') return ['很快就到您', 'Very soon']
  if (!band) return ['要等多久：暂时说不准', 'Wait: cannot say yet']
  const { low, high } = band
  return low === 0
    ? [`要等多久：约 ${high} 分钟以内`, `Wait: within about ${high} min`]
    : [`要等多久：约 ${low}–${high} 分钟`, `Wait: about ${low} to ${high} min`]
}

/** Another matter of the same visit, and what to bring for it. */
function otherMatter(book: Book, id: string, place: number): string[] {
  const matter = book.matterOf.get(id)
  if (!matter) return []
  return [
    '',
    `^${place}. 同一个号还办：${literal(matter.words.zh)}`,
    ...matter.bring.map(({ zh }) => `□ ${literal(zh)}`),
  ]
}
