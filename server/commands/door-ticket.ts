// A number on behalf of somebody at the door, who has no telephone or cannot use the screen: the same number as at the kiosk, and the log
// says who took it for them.
import type { TakeTicket, TicketFace } from '#contract/intents.ts'
import type { Outcome, Room } from './run.ts'
import { takeTicket } from './take-ticket.ts'

export async function doorTicket(room: Room, body: TakeTicket): Promise<Outcome<{ ticket: TicketFace }>> {
  const outcome = await takeTicket(room, body)
  if (!outcome.ok) return outcome
  return { ...outcome, act: { act: 'door-ticket', about: outcome.reply.ticket.label, detail: '' } }
}
