// A wish that reached the hub though the kiosk never heard so, and gave its visitor a slip instead: it stays one ticket, which goes on under
// the number that its holder has.
import { createHash } from 'node:crypto'
import type { TicketReply } from '#contract/intents.ts'
import type { SlipBody } from '#contract/leases.ts'
import type { z } from 'zod'
import { iso } from '#domain/service-day.ts'
import type { Ticket } from '#domain/ticket.ts'
import { relabelTicket } from '#db/queries/leases.ts'
import { findAnswer, keepAnswer } from '#db/queries/log.ts'
import { countAhead, findTicket } from '#db/queries/tickets.ts'
import { ticketFace } from './issue-ticket.ts'
import { freeCode } from './lease-tickets.ts'
import type { Room } from './run.ts'

const NAME = 'POST /api/tickets'

/** The ticket that the slip's wish became; null where the wish never arrived, or was refused. */
export async function wishOf({ trx, hall, actor }: Room, { asked }: SlipBody): Promise<Ticket | null> {
  if (asked === null) return null
  const given = await findAnswer(trx, hall, { device: actor.device?.id ?? '', key: asked })
  if (!given || given.status >= 300) return null
  const { ticket } = JSON.parse(given.reply) as Partial<z.infer<typeof TicketReply>>
  return ticket ? findTicket(trx, hall, ticket.id) : null
}

/**
 * The same ticket with the slip's number (null: that is not free) and code. Who was called by a number that they never saw has not missed
 * anything: they wait again, in their own place. One that was served stays served.
 */
export async function settleAsked(
  room: Room,
  { slip, ticket, number }: { slip: SlipBody; ticket: Ticket; number: number | null },
): Promise<Ticket> {
  const unheard = ticket.state === 'missed' || ticket.state === 'left'
  const after: Ticket = {
    ...ticket,
    version: ticket.version + 1,
    code: await freeCode(room, slip.code),
    number: number ?? ticket.number,
    printed: slip.printed,
    ...(unheard && { state: 'waiting', window: null, calledAt: null, endedAt: null }),
  }
  await relabelTicket(room.trx, after)
  return after
}

/** A wish that is still on its way when its slip is handed in finds its answer here, and makes no second ticket. */
export async function answerWish(room: Room, { asked, ...slip }: SlipBody, ticket: Ticket): Promise<void> {
  const { trx, hall, actor, now } = room
  const device = actor.device?.id ?? ''
  if (asked === null || (await findAnswer(trx, hall, { device, key: asked }))) return
  const body = JSON.stringify({ matter: slip.matter, ...(slip.more && { more: slip.more }), class: slip.class })
  const reply = { ticket: ticketFace(room, ticket, await countAhead(trx, hall, ticket)) }
  await keepAnswer(trx, hall, {
    device,
    key: asked,
    bodyHash: createHash('sha256').update(`${NAME}\n${body}`).digest('base64url'),
    status: 201,
    reply: JSON.stringify(reply),
    at: iso(now),
  })
}
