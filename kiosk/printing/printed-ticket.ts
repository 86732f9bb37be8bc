// From the hub's answer to what stands on paper. Pure.
import type { TicketFace } from '#contract/intents.ts'
import type { CatalogView, KioskView } from '#contract/views.ts'
import type { PrintedTicket } from './printer.ts'

export function printedTicket(ticket: TicketFace, qr: string, kiosk: KioskView, catalog: CatalogView): PrintedTicket {
  const { hall } = kiosk
  const matter = catalog.matters.find(({ id }) => id === ticket.matter)
  const lane = kiosk.lanes.find(({ id }) => id === ticket.lane)
  const klass = [...catalog.classes, ...(catalog.appointment ? [catalog.appointment] : [])].find(
    ({ id }) => id === ticket.class,
  )
  return {
    id: ticket.id,
    label: ticket.label,
    colour: lane?.colour ?? 'blue',
    hall: hall.name,
    plaques: hall.plaques,
    address: hall.address,
    phone: hall.phone,
    matter: matter?.words ?? lane?.name ?? { zh: '办事', en: 'A matter' },
    lane: lane?.name ?? { zh: '', en: '' },
    class: klass && klass.headStart > 0 ? { name: klass.name, headStart: klass.headStart } : null,
    ahead: ticket.ahead,
    ...(ticket.estimate && { estimate: ticket.estimate }),
    rule: catalog.rule,
    at: ticket.joinedAt,
    zone: hall.zone,
    steps: matter?.steps ?? [],
    bring: matter?.bring ?? [],
    more: (ticket.more ?? []).flatMap((id) => {
      const other = catalog.matters.find((one) => one.id === id)
      return other ? [{ matter: other.words, bring: other.bring }] : []
    }),
    receives: receivesAt(ticket.lane, kiosk, catalog),
    link: ticket.link,
    qr,
    demo: hall.demo,
  }
}

/** By the roster, each window once and in order. */
function receivesAt(lane: string, { duty }: KioskView, { windows = [] }: CatalogView): PrintedTicket['receives'] {
  const serve = windows.filter(({ lanes }) => lanes.includes(lane)).map(({ number }) => number)
  return serve
    .sort((a, b) => a - b)
    .flatMap((number) => duty.find(({ window }) => window === number) ?? [])
    .map(({ window, name }) => ({ window: window ?? 0, name }))
}
