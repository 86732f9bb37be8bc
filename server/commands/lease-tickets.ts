// A slip's ticket: written as any other, with the code and the paper that its holder has already.
import type { SlipBody } from '#contract/leases.ts'
import type { Return } from '#domain/lease-return.ts'
import type { Ticket } from '#domain/ticket.ts'
import { insertPaper } from '#db/queries/paper.ts'
import { setPaper } from '#db/queries/printing.ts'
import { findTicketByCode, insertTicket } from '#db/queries/tickets.ts'
import { newId, newSecret } from '../ids.ts'
import type { Room } from './run.ts'

type Taken = Exclude<Return, { outcome: 'refused' | 'known' }>

export async function writeSlipTicket(room: Room, slip: SlipBody, back: Taken): Promise<Ticket> {
  const { trx, hall, book, now, actor } = room
  const lane = book.lanes.find(({ id }) => id === back.slip.lane)!
  // A matter that was taken out of the book meanwhile: its holder waits in the same lane, and says at the window what it is about.
  const matter = book.matterOf.get(slip.matter) ?? book.matters.find((one) => one.lane === lane.id)!
  const more = [...new Set(slip.more)].filter((one) => one !== matter.id && book.matterOf.has(one))
  const ticket: Ticket = {
    id: newId(now),
    code: await freeCode(room, slip.code),
    version: 1,
    serviceDate: back.serviceDate,
    prefix: lane.prefix,
    number: back.number,
    lane: lane.id,
    matter: matter.id,
    class: slip.class,
    state: 'waiting',
    joinedAt: back.joinedAt,
    rankAt: back.rankAt,
    window: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    calls: 0,
    printed: slip.printed,
    ...(more.length > 0 && { matters: [matter.id, ...more].map((one) => ({ matter: one, done: false })) }),
  }
  await insertTicket(trx, hall, ticket, actor.device?.id ?? '')
  if (slip.printed !== 'unprinted') {
    await setPaper(trx, hall, { ticket: ticket.id, printed: slip.printed })
    await insertPaper(trx, hall, { id: newId(now), ticket: ticket.id, outcome: slip.printed, at: back.joinedAt })
  }
  return ticket
}

/** A code leads to one ticket: a second slip with the same one (a kiosk whose storage was copied) gets a code of the hub's. */
export async function freeCode({ trx, hall }: Room, code: string): Promise<string> {
  return (await findTicketByCode(trx, hall, code)) ? newSecret() : code
}
