// The office's notices in the order in which they want attention: what waits, what is shown, what is being written, what is over. Pure.
import type { NoticeRecord, NoticeVersionFace } from '#contract/notices.ts'

export type Group = 'waiting' | 'drafts' | 'shown' | 'rules' | 'archive'
export const groups = ['waiting', 'drafts', 'shown', 'rules', 'archive'] as const

/** The version that wants a step: one that waits or is being written, else the one that is shown or was last. */
export function leading({ versions }: NoticeRecord): NoticeVersionFace {
  const open = versions.find(({ state }) => state === 'submitted' || state === 'draft' || state === 'refused')
  const standing = versions.find(({ standing: is }) => is === 'shown' || is === 'scheduled')
  const newest = versions[0]!
  // A refusal that was followed by an admission is history.
  if (open && (!standing || open.version > standing.version)) return open
  return standing ?? newest
}

/** The version that the screens show now, or will on its day. */
export const standingOf = ({ versions }: NoticeRecord): NoticeVersionFace | undefined =>
  versions.find(({ standing }) => standing === 'shown') ?? versions.find(({ standing }) => standing === 'scheduled')

export function groupOf(record: NoticeRecord): Group {
  const { standing, section } = leading(record)
  if (standing === 'submitted') return 'waiting'
  if (standing === 'draft' || standing === 'refused') return 'drafts'
  if (standing === 'shown' || standing === 'scheduled') return section === 'rule' ? 'rules' : 'shown'
  return 'archive'
}

/** What the clerk looks at first: for a manager what waits, for a clerk what was begun. */
export function firstOf(records: readonly NoticeRecord[]): NoticeRecord | undefined {
  for (const group of groups) {
    const found = records.find((one) => groupOf(one) === group)
    if (found) return found
  }
  return undefined
}
