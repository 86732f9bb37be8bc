// What the sheet of one shift is about: somebody's duty, a gap, or a shift that does not exist yet.
import type { ColleaguesReply, GapFace } from '#contract/roster.ts'
import type { DutyKind } from '#contract/words.ts'
import type { Duty } from './plan.ts'

export type Subject =
  | { what: 'duty'; duty: Duty }
  | { what: 'gap'; gap: GapFace }
  | { what: 'new'; kind: DutyKind; window: string | null; date: string; from: string; to: string }

/** When and where it is. */
export function placeOf(subject: Subject): { date: string; kind: DutyKind; window: string | null } {
  if (subject.what === 'duty') return subject.duty
  return subject.what === 'gap' ? subject.gap : subject
}

/** Asks the hub who could take over a shift; null where it did not answer. */
export type Candidates = (shift: string) => Promise<ColleaguesReply['colleagues'] | null>
