// A resident's voice on new hours: one a ticket, and it may be changed until the end. No name goes with it.
import { refuse } from '#contract/errors.ts'
import type { GiveVoice, VoiceReply } from '#contract/hours.ts'
import { isAsked, tally } from '#domain/hours-proposal.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { countVoices, putVoice } from '#db/queries/proposals.ts'
import { findTicketByCode } from '#db/queries/tickets.ts'
import type { Outcome, Room } from './run.ts'

/** Nothing that a screen is sent changes: the count is fetched where it is shown. */
export async function giveVoice(
  room: Room,
  { id, code, option }: GiveVoice & { id: string },
): Promise<Outcome<VoiceReply>> {
  const { trx, hall, book, now } = room
  const date = serviceDate(now, book.hall.zone)
  const proposal = book.hours.proposals.find((one) => one.id === id)
  if (!proposal) return refuse('proposal_unknown')
  if (!isAsked(proposal, date)) return refuse('proposal_closed')
  if (!proposal.options.some((one) => one.id === option)) return refuse('option_unknown')
  const ticket = await findTicketByCode(trx, hall, code)
  // A number from before the question is no voice in it.
  if (!ticket || ticket.serviceDate < proposal.from) return refuse('ticket_unknown')
  await putVoice(trx, hall, { proposal: id, ticket: ticket.id, option, at: iso(now) })
  const voices = await countVoices(trx, hall)
  return {
    ok: true,
    quiet: true,
    reply: { proposal: tally(proposal, voices.get(id) ?? new Map<string, number>(), date), option },
  }
}
