// Contact cards: one person's at a time, the code that leads a telephone to a card's page, and what other programs take of them.
import { AskCard, CardLink, CardWays, PersonCard, type CardAbout } from '#contract/cards.ts'
import { About } from '#contract/people.ts'
import { JobReply } from '#contract/printing.ts'
import type { Book } from '#domain/book.ts'
import { cardOf, contactOf, linkOf, receptionsOf, whenFound } from '#domain/card.ts'
import { codeOf } from '#domain/card-code.ts'
import { writeIcs } from '#domain/calendar-ics.ts'
import type { Card } from '#domain/people.ts'
import { instantAt, iso, plusDays, serviceDate } from '#domain/service-day.ts'
import { smallVcard, vcard } from '#domain/vcard.ts'
import { readDayPlan } from '#db/queries/day-plan.ts'
import { readPhone } from '#db/queries/people.ts'
import { askCard, cardWays } from '../../commands/print-card.ts'
import { refused, type Actor, type Hub } from '../../commands/run.ts'
import { toRefusal } from '../../errors.ts'
import type { Spooler } from '../../printing/spooler.ts'
import { reply } from '../handle.ts'
import type { Harvest } from '../harvest.ts'
import type { PlainRoute } from '../plain.ts'
import { answer, command, route, type Asked, type Route } from '../route.ts'
import { bookOf } from './calendar-book.ts'

interface Found {
  book: Book
  card: Card
  date: string
}

async function find(hub: Hub, person: string): Promise<Found | null> {
  const book = await bookOf(hub)
  const date = serviceDate(hub.clock.now(), book.hall.zone)
  const card = cardOf(book, person, date)
  return card && { book, card, date }
}

const unknown = () => ({ ...refused({ code: 'person_unknown', facts: {} }), replayed: false })
const asker = (actor: Actor, ip: string) =>
  actor.device ? ({ kind: 'device', id: actor.device.id } as const) : ({ kind: 'address', id: ip } as const)

const kinds: Record<string, (id: string) => unknown> = {
  m: (matter) => ({ matter }),
  a: (answer) => ({ answer }),
  o: (post) => ({ post }),
  p: (person) => ({ person }),
}
function aboutOf(kind: string | undefined, id: string): CardAbout | null {
  if (kind === 'b') return { building: id }
  return About.safeParse(kinds[kind ?? '']?.(id)).data ?? null
}

async function link({ hub, params }: Asked<unknown>) {
  const book = await bookOf(hub)
  const about = aboutOf(params.kind, params.id ?? '')
  const date = serviceDate(hub.clock.now(), book.hall.zone)
  const way = about && linkOf(book, about, { building: params.building ?? null, date })
  if (way === null) return { ...refused({ code: 'card_unknown', facts: {} }), replayed: false }
  return answer({ link: `${hub.publicUrl}${way}`, code: codeOf(`${hub.publicUrl}${way}`) })
}

export const cardRoutes = (spooler: Spooler, harvest: Harvest): Route[] => [
  route({
    method: 'GET',
    path: '/api/people/{id}/card',
    summary: 'One person’s card, with their telephone; a few different people at a time, so that nobody takes them all',
    who: ['kiosk', 'display', 'staff', 'anyone'],
    limit: 'read',
    reply: PersonCard,
    run: async ({ hub, actor, params, ctx }) => {
      const found = await find(hub, params.id ?? '')
      if (!found) return unknown()
      const { book, card } = found
      if (!actor.staff) harvest.open(asker(actor, ctx.ip), card.person, hub.clock.now())
      const phone = await readPhone(hub.store.db, hub.hall, card.person)
      const contact = contactOf(book, card, { phone, link: '' })
      return answer({ person: card.person, phone, when: whenFound(card.found), code: codeOf(smallVcard(contact)) })
    },
  }),
  ...['/api/cards/links/{kind}/{id}', '/api/cards/links/{kind}/{id}/{building}'].map((path) =>
    route({
      method: 'GET',
      path,
      summary:
        'The address of a card’s page for telephones, and its code: m matter, a answer, o post, p person, b building',
      who: ['anyone'],
      limit: 'read',
      reply: CardLink,
      run: link,
    }),
  ),
  route({
    method: 'GET',
    path: '/api/cards/ways',
    summary: 'On what paper the hub can print a card for this device',
    who: ['kiosk', 'staff'],
    limit: 'read',
    reply: CardWays,
    run: async ({ hub, actor }) => answer({ ways: await cardWays(hub, actor) }),
  }),
  route({
    method: 'POST',
    path: '/api/cards/prints',
    summary: 'A card on paper, on the printer that the hub has for this device',
    who: ['kiosk', 'staff'],
    limit: 'write',
    keyed: true,
    body: AskCard,
    bodyLimit: 300_000,
    reply: JobReply,
    status: 202,
    run: async (asked) => {
      const { hub, actor, body, ctx } = asked
      if (!actor.staff) for (const one of body.people) harvest.open(asker(actor, ctx.ip), one, hub.clock.now())
      const result = await command<AskCard>((room, { body: card }) => askCard(room, card))(asked)
      spooler.wake()
      return result
    },
  }),
]

/** What other programs fetch as it is: the contact, and the days on which somebody receives residents. */
export const cardFiles = (hub: Hub, harvest: Harvest): PlainRoute[] => {
  const file = (path: string, summary: string, type: string, write: (found: Found) => Promise<string>): PlainRoute => ({
    path,
    summary,
    type,
    run: async (ctx) => {
      ctx.set('Cache-Control', 'no-store')
      try {
        const found = await find(hub, (ctx.params as { id: string }).id)
        if (!found) return reply(ctx, { code: 'person_unknown', facts: {} })
        harvest.open({ kind: 'address', id: ctx.ip }, found.card.person, hub.clock.now())
        ctx.body = await write(found)
        ctx.type = `${type}; charset=utf-8`
      } catch (error) {
        reply(ctx, toRefusal(error))
      }
    },
  })
  const page = (card: Card) => `${hub.publicUrl}/c/p/${card.person}`
  return [
    file('/people/{id}.vcf', 'A person’s contact for a telephone’s own address book', 'text/vcard', async (found) => {
      const phone = await readPhone(hub.store.db, hub.hall, found.card.person)
      return vcard(contactOf(found.book, found.card, { phone, link: page(found.card) }))
    }),
    file('/people/{id}.ics', 'The days on which a person receives residents', 'text/calendar', async (found) => {
      const { book, card, date } = found
      const [from, to] = [date, plusDays(date, 1)].map((day) => iso(instantAt(day, '00:00', book.hall.zone)))
      const { ahead } = await readDayPlan(hub.store.db, book, { date, from: from ?? '', to: to ?? '' })
      const name = book.people.get(card.person)?.name ?? ''
      return writeIcs(book, receptionsOf(book, card, { date, shifts: ahead }), {
        name: { zh: `${name} 接待时间`, en: name },
        url: () => page(card),
        now: hub.clock.now(),
      })
    }),
  ]
}
