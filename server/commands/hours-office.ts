// What is read, not written: the office's page of hours, the proposals with their voices, and what a ticket may say.
import type { HoursOffice, ProposalTally, VoiceReply } from '#contract/hours.ts'
import type { Book } from '#domain/book.ts'
import { missingYear } from '#domain/holidays.ts'
import { proposalFace, tally } from '#domain/hours-proposal.ts'
import { plusDays, serviceDate } from '#domain/service-day.ts'
import { getHall } from '#db/queries/hall.ts'
import { hoursVersion, readHolidayYears } from '#db/queries/hours.ts'
import { countVoices, voiceOf } from '#db/queries/proposals.ts'
import { findTicketByCode } from '#db/queries/tickets.ts'
import type { Hub } from './run.ts'

export async function presentBook(hub: Hub): Promise<{ book: Book; today: string }> {
  const { db } = hub.store
  const book = await hub.shelf.book(db, hub.hall, (await getHall(db, hub.hall)).bookRev)
  return { book, today: serviceDate(hub.clock.now(), book.hall.zone) }
}

export async function readHoursOffice(hub: Hub): Promise<HoursOffice> {
  const { db } = hub.store
  // The version first: who reads what was written in between names an older one and is refused, never the other way round.
  const version = await hoursVersion(db, hub.hall)
  const { book, today } = await presentBook(hub)
  const { patterns, exceptions } = book.hours
  return {
    version,
    today,
    patterns: patterns.map(({ from, weekly, holiday, source }) => ({
      from,
      weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => [...(weekly.get(day) ?? [])]),
      holiday: [...holiday],
      source,
    })),
    exceptions: [...exceptions]
      .filter(([date]) => date >= today)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, { spans, reason, source }]) => ({ date, spans: [...spans], reason, source })),
    years: await readHolidayYears(db, hub.hall),
    missing: missingYear(book.hours, today),
    proposals: await readProposals(hub),
  }
}

/** How long a result stays public after its last day. Days. */
const RESULT_STAYS = 180

/** Newest first. */
export async function readProposals(hub: Hub): Promise<ProposalTally[]> {
  const { book, today } = await presentBook(hub)
  const voices = await countVoices(hub.store.db, hub.hall)
  return book.hours.proposals
    .filter(({ until }) => plusDays(until, RESULT_STAYS) >= today)
    .map((proposal) => tally(proposal, voices.get(proposal.id) ?? new Map<string, number>(), today))
    .reverse()
}

/** Null where there is no such ticket. */
export async function readVoice(hub: Hub, code: string): Promise<VoiceReply | null> {
  const { db } = hub.store
  const ticket = await findTicketByCode(db, hub.hall, code)
  if (!ticket) return null
  const { book, today } = await presentBook(hub)
  const asked = proposalFace(book.hours.proposals, today)
  const proposal = book.hours.proposals.find(({ id }) => id === asked?.id)
  if (!proposal || ticket.serviceDate < proposal.from) return { proposal: null, option: null }
  const voices = await countVoices(db, hub.hall)
  return {
    proposal: tally(proposal, voices.get(proposal.id) ?? new Map<string, number>(), today),
    option: await voiceOf(db, hub.hall, { proposal: proposal.id, ticket: ticket.id }),
  }
}
