// A contact card on paper: the hub says who stands on it and how they are reached; a screen's picture is taken where the printer needs one.
import type { AskCard, CardForm, CardWays } from '#contract/cards.ts'
import { refuse } from '#contract/errors.ts'
import type { JobFace } from '#contract/printing.ts'
import { cardOf, contactOf, linkOf, whenFound, wordsOf } from '#domain/card.ts'
import { SHEET_WAITS, STAFF_WAITS, VISITOR_WAITS } from '#domain/printing.ts'
import { serviceDate } from '#domain/service-day.ts'
import { smallVcard } from '#domain/vcard.ts'
import { readPhone } from '#db/queries/people.ts'
import { listPrinters, printerOf, type Printer } from '#db/queries/printing.ts'
import { cardPaper, type PaperPerson } from '../printing/card-paper.ts'
import { garbled } from '../printing/escpos.ts'
import type { Paper } from '../printing/paper.ts'
import { queue } from './print-paper.ts'
import type { Actor, Hub, Outcome, Room } from './run.ts'

/** A kiosk's own printers; staff may use the first of each kind. */
async function printersOf(
  { db, hall }: { db: Hub['store']['db'] | Room['trx']; hall: string },
  actor: Actor,
): Promise<Printer[]> {
  if (actor.device?.kind !== 'kiosk') return listPrinters(db, hall)
  const own = [
    await printerOf(db, hall, actor.device.id, 'receipt'),
    await printerOf(db, hall, actor.device.id, 'card'),
  ]
  return own.filter((one) => one !== null)
}

const formOf = ({ form }: Printer): CardForm => form ?? 'receipt'

/** On what paper the hub can print a card for whoever asks. */
export async function cardWays(hub: Hub, actor: Actor): Promise<CardWays['ways']> {
  const printers = await printersOf({ db: hub.store.db, hall: hub.hall }, actor)
  const ways = printers.map((one) => ({ form: formOf(one), picture: one.mode === 'picture' || one.kind === 'card' }))
  return [...new Map(ways.map((one) => [one.form, one])).values()]
}

export async function askCard(room: Room, asked: AskCard): Promise<Outcome<{ job: JobFace }>> {
  const { trx, hall, book, now, actor } = room
  const date = serviceDate(now, book.hall.zone)
  const cards = asked.people.map((person) => cardOf(book, person, date))
  const way = linkOf(book, asked.about, { building: asked.building, date })
  if (way === null || cards.includes(null)) return refuse('person_unknown')
  const printer = (await printersOf({ db: trx, hall }, actor)).find((one) => formOf(one) === asked.form)
  if (!printer) return refuse('printer_none')

  const people: PaperPerson[] = []
  for (const card of cards) {
    const person = card && book.people.get(card.person)
    if (!card || !person) continue
    const phone = await readPhone(trx, hall, card.person)
    const contact = smallVcard(contactOf(book, card, { phone, link: '' }))
    people.push({ ...person, phone, when: whenFound(card.found), place: card.place, contact })
  }
  const words = wordsOf(book, asked.about) ?? people[0]?.title ?? book.hall.name
  const names = people.map(({ name }) => name).join('、')
  const needs = printer.kind === 'card' || printer.mode === 'picture' || garbled(names + words.zh)
  if (needs && !asked.sides) return refuse('picture_needed')
  const link = `${room.hub.publicUrl}${way}`
  const paper: Paper = needs
    ? { form: asked.form, sides: asked.sides ?? [] }
    : cardPaper(book, { words, people, link, large: asked.large })
  const waits = actor.staff ? STAFF_WAITS : printer.kind === 'card' ? SHEET_WAITS : VISITOR_WAITS
  const about = people[0]?.name ?? ''
  const outcome = await queue(room, { printer, about, ticket: null, paper, waits })
  return actor.staff ? { ...outcome, act: { act: 'card-print', about: words.zh, detail: printer.name } } : outcome
}
