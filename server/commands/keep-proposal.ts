// New hours put to residents: asking, taking back, and what their meeting decided.
import { refuse } from '#contract/errors.ts'
import type { DecideProposal, HoursEdited, Propose } from '#contract/hours.ts'
import { patternOn } from '#domain/hours.ts'
import { closingAt, proposalOptions } from '#domain/hours-proposal.ts'
import { iso } from '#domain/service-day.ts'
import { insertProposal, setDecision, setWithdrawn } from '#db/queries/proposals.ts'
import { writePattern } from '#db/queries/hours.ts'
import { newId } from '../ids.ts'
import { edited, overtaken, today } from './keep-hours.ts'
import type { Outcome, Room } from './run.ts'

type Edited = Outcome<HoursEdited>

export async function propose(room: Room, { seen, question, options, from, until }: Propose): Promise<Edited> {
  const late = await overtaken(room, seen)
  if (late) return late
  if (until < today(room)) return refuse('date_past')
  await insertProposal(room.trx, room.hall, {
    id: newId(room.now),
    question,
    options: proposalOptions(options),
    from,
    until,
  })
  return edited(room, { act: 'propose', about: `${from}–${until}`, detail: question.zh })
}

export async function withdrawProposal(room: Room, { id, seen }: { id: string; seen: number }): Promise<Edited> {
  const late = await overtaken(room, seen)
  if (late) return late
  const proposal = room.book.hours.proposals.find((one) => one.id === id)
  if (!proposal) return refuse('proposal_unknown')
  if (proposal.decision) return refuse('proposal_closed')
  await setWithdrawn(room.trx, room.hall, { id, at: iso(room.now) })
  return edited(room, {
    act: 'proposal-drop',
    about: `${proposal.from}–${proposal.until}`,
    detail: proposal.question.zh,
  })
}

/** After the last day only: whoever may still speak is heard before it is decided. */
export async function decideProposal(room: Room, body: DecideProposal & { id: string }): Promise<Edited> {
  const late = await overtaken(room, body.seen)
  if (late) return late
  const { id, on, option, words, publishFrom } = body
  const { proposals } = room.book.hours
  const proposal = proposals.find((one) => one.id === id)
  if (!proposal) return refuse('proposal_unknown')
  if (proposal.decision) return refuse('proposal_closed')
  if (today(room) <= proposal.until) return refuse('proposal_running')
  const chosen = proposal.options.find((one) => one.id === option)
  if (option !== null && !chosen) return refuse('option_unknown')
  if (publishFrom !== null && publishFrom < today(room)) return refuse('date_past')
  await setDecision(room.trx, room.hall, { id, on, option, words })
  if (publishFrom !== null && chosen?.closes) {
    const pattern = patternOn(room.book.hours, publishFrom)
    const weekly = closingAt(pattern ?? { weekly: new Map() }, chosen.closes)
    await writePattern(room.trx, room.hall, {
      from: publishFrom,
      weekly,
      holiday: pattern?.holiday ?? [],
      source: words,
    })
  }
  return edited(room, { act: 'decide', about: publishFrom ?? on, detail: `${chosen?.text.zh ?? '—'}：${words}` })
}
