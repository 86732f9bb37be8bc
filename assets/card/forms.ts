// The forms of a card on paper, side by side: 亮身份 in front, 明服务 behind. Sizes in millimetres, exact; longer content is set smaller, and
// nothing is cut off. The large edition has the digits first and leaves out what is not needed to ring. Pure.
import type { CardForm } from '#contract/cards.ts'
import { initial, type CardData, type CardPerson } from './card.ts'
import { Column, largest } from './flow.ts'
import type { Mark, Measure, Side } from './marks.ts'
import { say } from './words.ts'

/** What the printer is given; a4 is eight of the small one. The roll's height follows its content. */
export const sizeOf: Record<CardForm, { width: number; height: number }> = {
  receipt: { width: 72, height: 0 },
  small: { width: 85.6, height: 54 },
  a6: { width: 105, height: 148 },
  a4: { width: 210, height: 297 },
}

interface Look {
  large: boolean
  measure: Measure
}

/** The sides of one card. For a4: of the small card that stands on it. */
export function sidesOf(card: CardData, form: CardForm, look: Look): Side[] {
  if (form === 'receipt') return [receipt(card, look)]
  if (form === 'a6') return [front(card, 'a6', look), back(card, 'a6', look)]
  return [front(card, 'small', look), back(card, 'small', look)]
}

/** Sizes of the parts on each sheet. */
const on = {
  small: { edge: 4, band: 7.4, face: 12, code: 25, words: 4, name: 6, title: 2.9, phone: 6.4, note: 2.6, small: 2.3 },
  a6: { edge: 6, band: 12, face: 20, code: 36, words: 6.4, name: 9.4, title: 4, phone: 9.4, note: 3.7, small: 3.1 },
} as const
type Sheet = keyof typeof on

function front(card: CardData, sheet: Sheet, { large, measure }: Look): Side {
  const of = on[sheet]
  const { width, height } = sizeOf[sheet]
  const colour = card.people[0]?.colour ?? 'blue'
  const marks: Mark[] = [{ is: 'box', x: 0, y: 0, width, height: of.band, tone: colour }]
  const inside = width - 2 * of.edge
  const head = new Column({ x: of.edge, y: (of.band - of.words * 1.28) / 2, width: inside * 0.62 }, measure)
  head.text(card.words.zh, { size: of.words, weight: 700, tone: 'paper', least: of.words * 0.55 })
  const place = new Column(
    { x: of.edge + inside * 0.62, y: (of.band - of.small * 1.28) / 2, width: inside * 0.38 },
    measure,
  )
  place.text(shortName(card), { size: of.small, tone: 'paper', align: 'end', least: of.small * 0.6 })
  marks.push(...head.marks, ...place.marks)

  const room = { x: of.edge, top: of.band + of.edge * 0.6, width: inside, foot: height - of.edge * 0.5 }
  const few = card.people.length <= 2
  const column = largest(room.foot, { from: few ? 1.12 : 1.3 }, (scale) => {
    const all = new Column({ x: room.x, y: room.top, width: room.width }, measure)
    if (large) card.people.slice(0, LARGE[sheet]).forEach((one, at) => digits(all, one, { of, scale, at, few }))
    else if (few || sheet === 'a6') {
      const wholes = card.people.slice(0, sheet === 'a6' ? 2 : 1)
      for (const [at, one] of wholes.entries()) whole(all, one, { of, scale, measure, room, at, card })
      if (card.people.length > wholes.length) {
        all.line(0.9 * scale)
        for (const one of card.people.slice(wholes.length)) row(all, one, of.note * scale * 1.2)
      }
    } else for (const one of card.people.slice(0, MANY[sheet])) row(all, one, of.note * scale * 1.3)
    return all
  })
  return { width, height, marks: [...marks, ...column.marks] }
}

/** Rows that can be read on one side. */
const MANY: Record<Sheet, number> = { small: 6, a6: 8 }
/** The same in large print; whoever else there is, is behind the code. */
const LARGE: Record<Sheet, number> = { small: 3, a6: 6 }

type Of = (typeof on)[Sheet]

/** Face, name, post and number on the left; the code for the address book on the right. */
function whole(
  all: Column,
  one: CardPerson,
  {
    of,
    scale,
    measure,
    room,
    at,
    card,
  }: {
    of: Of
    scale: number
    measure: Measure
    room: { x: number; width: number }
    at: number
    card: CardData
  },
): void {
  if (at > 0) all.line(of.note * 0.7 * scale)
  const top = all.y
  const face = of.face * scale
  const side = of.code * (at > 0 ? 0.8 : 1) * scale
  const left = room.width - (one.code ? side + 1.5 : 0)
  const named = new Column({ x: room.x + face + 2, y: top, width: left - face - 2 }, measure)
  named.text(one.name, { size: of.name * scale, weight: 700, least: of.name * 0.5 * scale })
  named.text(one.title.zh, { size: of.title * scale, gap: 0.2, least: of.title * 0.7 * scale })
  if (one.serves) named.text(one.serves.zh, { size: of.title * scale, weight: 700, least: of.title * 0.6 * scale })
  named.text(one.title.en, { size: of.small * scale, tone: 'soft', least: of.small * 0.75 * scale })
  const below = new Column({ x: room.x, y: Math.max(named.y, top + face) + 0.8 * scale, width: left }, measure)
  below.text(one.phone ?? card.hall.phone, { size: of.phone * scale, weight: 800, least: of.phone * 0.5 * scale })
  if (one.when) below.text(one.when.zh, { size: of.note * scale, gap: 0.3 })
  if (one.place) below.text(one.place.zh, { size: of.note * scale })
  const right = new Column({ x: room.x + room.width - side, y: top, width: side }, measure)
  if (one.code) right.code(one.code, side).text(say.save.zh, { size: of.small * scale, align: 'middle', gap: 0.2 })
  all.marks.push(
    { is: 'face', x: room.x, y: top + 0.4, side: face, text: initial(one.name), tone: one.colour, photo: one.photo },
    ...named.marks,
    ...below.marks,
    ...right.marks,
  )
  all.y = Math.max(below.y, right.y)
}

/** One line: who, and the number. */
function row(all: Column, one: CardPerson, size: number): void {
  all.pair(one.name, one.phone ?? '', { size, weight: 700, gap: size * 0.3 })
  all.text(postOf(one), { size: size * 0.8, least: size * 0.6 })
}

const postOf = ({ title, serves }: CardPerson): string => (serves ? `${title.zh} · ${serves.zh}` : title.zh)

/** The large edition: the number first. */
function digits(
  all: Column,
  one: CardPerson,
  { of, scale, at, few }: { of: Of; scale: number; at: number; few: boolean },
): void {
  if (at > 0) all.line(of.note * 0.45 * scale)
  all.text(one.phone ?? '', { size: of.phone * 1.75 * scale, weight: 850, least: of.phone * 0.6 * scale })
  all.text(`${one.name} ${postOf(one)}`, { size: of.name * 0.95 * scale, weight: 700, least: of.name * 0.55 * scale })
  if (one.when && few) all.text(one.when.zh, { size: of.title * 1.15 * scale, gap: 0.3, least: of.title * 0.8 * scale })
}

function back(card: CardData, sheet: Sheet, { large, measure }: Look): Side {
  const of = on[sheet]
  const { width, height } = sizeOf[sheet]
  const inside = width - 2 * of.edge
  const foot = height - of.edge * 0.6
  const marks: Mark[] = []
  const column = largest(foot, { from: sheet === 'a6' ? 1.24 : 1 }, (scale) => {
    const all = new Column({ x: of.edge, y: of.edge * 0.7, width: inside }, measure)
    const letter = sheet === 'a6' && !large ? card.letter : null
    if (letter) {
      all.text(letter.title.zh, { size: 4.8 * scale, weight: 700, align: 'middle' })
      for (const part of letter.body) all.text(part.zh, { size: 3.3 * scale, gap: 0.9 * scale })
      all.text(letter.signed.zh, { size: 3.1 * scale, align: 'end', gap: 0.8 }).line(1.4 * scale)
    }
    const top = all.y
    const side = of.code * (sheet === 'small' ? 0.8 : 0.78) * scale
    const left = new Column({ x: of.edge, y: top, width: inside - (card.link ? side + 3 : 0) }, measure)
    const size = of.note * (large ? 1.3 : 1.02) * scale
    left.text(say.hotlines.zh, { size: of.title * scale, weight: 700 })
    const lines = card.hotlines.slice(0, large ? 6 : 10)
    for (const { name, number } of lines) left.pair(name.zh, number, { size, gap: 0.12 })
    const right = new Column({ x: width - of.edge - side, y: top, width: side }, measure)
    if (card.link) {
      right.code(card.link, side)
      right.text(say.newest.zh, { size: of.small * scale, align: 'middle', gap: 0.2 })
    }
    right.y = Math.max(right.y, top)
    all.marks.push(...left.marks, ...right.marks)
    all.y = Math.max(left.y, right.y)
    all.line(0.7 * scale)
    all.text(`${say.hours.zh} ${card.hours.map(({ zh }) => zh).join('；')}`, { size: of.small * scale })
    all.text(`${card.hall.address.zh} ${card.hall.phone}`, { size: of.small * scale })
    if (card.hall.demo) all.text(say.demo.zh, { size: of.small * scale, tone: 'soft' })
    return all
  })
  return { width, height, marks: [...marks, ...column.marks] }
}

/** People that a roll shows with all that is known of them; the others by name and number. */
const WHOLE = 2

function receipt(card: CardData, { large, measure }: Look): Side {
  const width = sizeOf.receipt.width
  const all = new Column({ x: 1, y: 1, width: width - 2 }, measure)
  const middle = { align: 'middle' } as const
  all.text(shortName(card), { size: 4.4, weight: 700, ...middle }).line(1.6)
  all.text(card.words.zh, { size: large ? 8 : 7, weight: 700, ...middle, least: 5 })
  if (!large) all.text(card.words.en, { size: 3.2, ...middle })
  for (const one of card.people.slice(0, WHOLE)) {
    const phone = one.phone ?? card.hall.phone
    all.line(1.8)
    if (large) all.text(phone, { size: 10.5, weight: 850, ...middle, least: 7 })
    all.text(one.name, { size: large ? 8.5 : 8, weight: 700, ...middle, least: 5 })
    all.text(postOf(one), { size: large ? 5.6 : 4.4, ...middle, least: 3.8 })
    if (!large) {
      all.text(one.title.en, { size: 3, ...middle })
      all.text(phone, { size: 9, weight: 850, ...middle, gap: 0.6, least: 6 })
    }
    if (one.when) all.text(one.when.zh, { size: large ? 5 : 4, ...middle, gap: 0.4 })
    if (one.place) all.text(one.place.zh, { size: large ? 5 : 4, ...middle })
    if (!large && one.code) all.code(one.code, 40, 1).text(say.save.zh, { size: 3.8, ...middle })
  }
  if (card.people.length > WHOLE) all.line(1.8)
  for (const one of card.people.slice(WHOLE)) row(all, one, large ? 6 : 5)
  all.line(1.8)
  for (const { name, number } of card.hotlines) all.pair(name.zh, number, { size: large ? 5.4 : 4.2, gap: 0.3 })
  if (card.link)
    all
      .line(1.6)
      .code(card.link, 34, 0.5)
      .text(say.newest.zh, { size: 3.8, ...middle })
  all.text(`${card.hall.address.zh} ${card.hall.phone}`, { size: 3.4, gap: 1.2, ...middle })
  if (card.hall.demo) all.text(say.demo.zh, { size: 3.4, ...middle })
  return { width, height: Math.ceil(all.y + 3), marks: all.marks }
}

const shortName = ({ hall }: CardData): string => hall.name.zh

/** Where scissors go. */
function outline(x: number, y: number, { width, height }: Side): Mark[] {
  const edge = { is: 'box', tone: 'soft' } as const
  return [
    { ...edge, x, y, width, height: HAIR },
    { ...edge, x, y: y + height - HAIR, width, height: HAIR },
    { ...edge, x, y, width: HAIR, height },
    { ...edge, x: x + width - HAIR, y, width: HAIR, height },
  ]
}
const HAIR = 0.1

/** Eight on a sheet, two in a row; the same places as in the hub's own sheets. */
export function eight(side: Side): Side {
  const { width, height } = sizeOf.a4
  const gap = 6
  const left = (width - 2 * side.width - gap) / 2
  const head = (height - 4 * side.height - 3 * gap) / 2
  const marks = Array.from({ length: 8 }, (_, at): Mark[] => {
    const [dx, dy] = [left + (at % 2) * (side.width + gap), head + Math.floor(at / 2) * (side.height + gap)]
    return [...side.marks.map((mark) => ({ ...mark, x: mark.x + dx, y: mark.y + dy })), ...outline(dx, dy, side)]
  })
  return { width, height, marks: marks.flat() }
}
