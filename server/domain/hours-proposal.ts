// New weekly hours that are put to residents before their meeting decides: when they may speak, and what they are asked. Pure.
import type { ClockTime, HallDate, Text } from '#contract/text.ts'
import type { ProposalFace } from '#contract/views.ts'

export interface Proposal {
  id: string
  question: Text
  options: readonly ProposalOption[]
  /** The first and the last day on which residents may speak. */
  from: HallDate
  until: HallDate
  /** What the residents' meeting decided: on which day, for which option (null: for none of them), and its words. */
  decision: { on: HallDate; option: string | null; words: string } | null
}

export interface ProposalOption {
  id: string
  text: Text
  /** When the hall would close on workdays; null: as it is. */
  closes: ClockTime | null
}

/** Whether residents may speak on a date. */
export function isAsked({ from, until }: Pick<Proposal, 'from' | 'until'>, date: HallDate): boolean {
  return from <= date && date <= until
}

/** What is put to residents on a date: the one that ends first; null when nothing is. */
export function proposalFace(proposals: readonly Proposal[], date: HallDate): ProposalFace | null {
  const asked = proposals.filter((one) => isAsked(one, date)).sort((a, b) => (a.until < b.until ? -1 : 1))[0]
  if (!asked) return null
  const { id, question, options, until } = asked
  return { id, question, options: options.map(({ id: option, text }) => ({ id: option, text })), until }
}
