// A contact card as a receipt, in receiptline's markdown: who to ring in large digits, the code for a telephone's address book, and
// the hotlines. Pure.
import type { Text } from '#contract/text.ts'
import type { Book } from '#domain/book.ts'
import { codeOf, dotsOf } from '#domain/card-code.ts'
import { literal } from './escpos.ts'
import { png } from './png.ts'

/** Dots of one module: 0.75 mm at 203 dots to the inch, or less where the code is a large one. */
const MODULE = 6
const WIDTH = 576
/** People that are shown with all that is known of them; the others by name and number: a roll is no scroll. */
const WHOLE = 2

export interface PaperPerson {
  name: string
  title: Text
  phone: string | null
  when: Text | null
  place: Text | null
  /** As a vCard. */
  contact: string
}

/** `words`: what the card is for. `link`: its page for telephones. `large`: the digits first, and little else. */
export function cardPaper(
  book: Book,
  { words, people, link, large }: { words: Text; people: readonly PaperPerson[]; link: string; large: boolean },
): { text: string; codes: string[] } {
  const { hall } = book
  const codes: string[] = []
  const code = (text: string): string[] => {
    const found = codeOf(text)
    if (!found) return ['二维码印不清楚，没有印出']
    codes.push(text)
    const scale = Math.min(MODULE, Math.floor(WIDTH / (found.size + 8)))
    return [`{image:${png(dotsOf(found, scale)).toString('base64')}}`]
  }
  const person = (one: PaperPerson): string[] => {
    const phone = `${large ? '^^^^' : '^^^'}${literal(one.phone ?? hall.phone)}`
    const name = `^^^${literal(one.name)}`
    const found = [one.when?.zh, one.place?.zh].flatMap((part) => (part ? [literal(part)] : []))
    return [
      ...(large ? [phone, '', name] : [name, literal(one.title.zh)]),
      ...(large ? [`^^${literal(one.title.zh)}`] : [literal(one.title.en), '', phone]),
      ...(large ? found.map((part) => `^^${part}`) : found),
      ...(!large ? ['', ...code(one.contact), '扫一扫，存进手机', 'Scan to save the contact'] : []),
      '-',
    ]
  }
  const briefly = ({ name, title, phone }: PaperPerson): string[] => [
    `^^${literal(name)} | ^^${literal(phone ?? hall.phone)}`,
    `${literal(title.zh)} |`,
    '',
  ]
  const lines = [
    `^^${literal(hall.name.zh)}`,
    '-',
    `^^^${literal(words.zh)}`,
    ...(large ? [] : [literal(words.en)]),
    '',
    ...people.slice(0, WHOLE).flatMap(person),
    ...people.slice(WHOLE).flatMap(briefly),
    ...code(link),
    '手机扫码，看最新联系人',
    'Scan for the newest on your phone',
    '-',
    ...book.hotlines.map(({ name, number }) => `${literal(name.zh)} | ${large ? '^^' : ''}${literal(number)}`),
    '-',
    literal(`${hall.address.zh} ${hall.phone}`),
    ...(hall.demo ? ['示例大厅，人名、电话均为示例'] : []),
    '=',
  ]
  return { text: lines.join('\n'), codes }
}
