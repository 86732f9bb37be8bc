// New weekly hours that are put to residents before their meeting decides: when they may speak, what they are asked, how the voices
// are counted, and the hours that an option stands for. Pure.
import type { ProposalTally } from '#contract/hours.ts'
import type { ClockTime, HallDate, Text } from '#contract/text.ts'
import type { ProposalFace, SpanFace } from '#contract/views.ts'
import type { Pattern } from './hours.ts'

export interface ProposalOption {
  id: string
  text: Text
  /** When the hall would close on workdays; null: as it is. */
  closes: ClockTime | null
}

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

/** Whether residents may speak on a date. */
export function isAsked({ from, until, decision }: Proposal, date: HallDate): boolean {
  return decision === null && from <= date && date <= until
}

/** What is put to residents on a date: the one that ends first; null when nothing is. */
export function proposalFace(proposals: readonly Proposal[], date: HallDate): ProposalFace | null {
  const asked = proposals.filter((one) => isAsked(one, date)).sort((a, b) => (a.until < b.until ? -1 : 1))[0]
  if (!asked) return null
  const { id, question, options, until } = asked
  return { id, question, options: options.map(({ id: option, text }) => ({ id: option, text })), until }
}

/** The options in residents' words. Closing times are told in the order in which they were put. */
export function proposalOptions(asked: readonly { closes: ClockTime | null }[]): ProposalOption[] {
  return asked.map(({ closes }) =>
    closes === null
      ? { id: 'as-it-is', text: { zh: '保持现状', en: 'Keep the present hours' }, closes }
      : {
          id: `until-${closes.replace(':', '')}`,
          text: { zh: `工作日到 ${closes}`, en: `Workdays until ${closes}` },
          closes,
        },
  )
}

/** A proposal on a date, with the voices that each option has. */
export function tally(proposal: Proposal, voices: ReadonlyMap<string, number>, date: HallDate): ProposalTally {
  const { id, question, options, from, until, decision } = proposal
  const state = decision ? 'decided' : date < from ? 'ahead' : date > until ? 'ended' : 'asked'
  return {
    id,
    question,
    options: options.map((option) => ({ ...option, voices: voices.get(option.id) ?? 0 })),
    from,
    until,
    state,
    decision,
  }
}

const WORKDAYS = [1, 2, 3, 4, 5]

/** A pattern whose workdays close at another time: what lies after it is cut, what is missing becomes extended hours. */
export function closingAt({ weekly }: Pick<Pattern, 'weekly'>, closes: ClockTime): Map<number, readonly SpanFace[]> {
  const changed = WORKDAYS.map((day) => [day, closeDay(weekly.get(day) ?? [], closes)] as const)
  return new Map([...weekly, ...changed])
}

function closeDay(spans: readonly SpanFace[], closes: ClockTime): SpanFace[] {
  const kept = spans
    .filter(({ from }) => from < closes)
    .map((span) => (span.to > closes ? { ...span, to: closes } : span))
  const last = kept.at(-1)
  if (!last || last.to >= closes) return kept
  if (last.kind === 'extended') return [...kept.slice(0, -1), { ...last, to: closes }]
  return [...kept, { from: last.to, to: closes, kind: 'extended' }]
}
