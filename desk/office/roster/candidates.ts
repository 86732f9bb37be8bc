// Who can take over a duty of several shifts: whoever can take each of them. Pure.
import type { ColleaguesReply, WhyNot } from '#contract/roster.ts'

export interface Candidate {
  id: string
  name: string
  /** What stands against it; nothing where they can. */
  why: WhyNot[]
  /** They sign in at a desk and can agree there. */
  answers: boolean
}

/** One reply for each shift of the duty. Those who can come first. */
export function candidatesFor(replies: readonly ColleaguesReply['colleagues'][]): Candidate[] {
  const people = new Map<string, Candidate>()
  for (const { id, name, why, answers } of replies.flat()) {
    const before = people.get(id)?.why ?? []
    people.set(id, { id, name, answers, why: [...new Set([...before, ...why])] })
  }
  return [...people.values()].sort((a, b) => a.why.length - b.why.length)
}
