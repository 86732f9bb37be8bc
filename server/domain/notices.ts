// A notice's way: draft → submitted → admitted by the subdistrict's office → shown from/until → taken down. Each change is a new
// version, and a version never changes what it says, so what was admitted is exactly what is shown. Pure.
import type { HallDate } from '#contract/text.ts'
import type { NoticeFace } from '#contract/views.ts'
import type { NoticeStanding, NoticeState, NoticeStep } from '#contract/words.ts'

/** Admitted and not taken down; `from` and `until` say on which days each is shown. */
export type AdmittedNotice = NoticeFace & { version: number }
export type Notices = readonly AdmittedNotice[]

export interface VersionState {
  version: number
  state: NoticeState
}

/** The whole way: from which states a step leads where, and whether a manager alone may take it. `save` makes a version instead. */
export const lawful: Record<
  Exclude<NoticeStep, 'save'>,
  { from: readonly NoticeState[]; to: NoticeState; manager: boolean }
> = {
  submit: { from: ['draft'], to: 'submitted', manager: false },
  withdraw: { from: ['submitted'], to: 'draft', manager: false },
  discard: { from: ['draft', 'refused'], to: 'discarded', manager: false },
  admit: { from: ['submitted'], to: 'admitted', manager: true },
  refuse: { from: ['submitted'], to: 'refused', manager: true },
  take_down: { from: ['admitted'], to: 'taken_down', manager: true },
}

export type Command = { step: 'save'; after: number } | { step: keyof typeof lawful; version: number }

/** The versions after the step, in order; or the newest as it stands, where the step is not lawful any more. */
export type Taken = { ok: true; versions: VersionState[]; version: number } | { ok: false; now: VersionState | null }

/** `versions` in order of their numbers. */
export function take(versions: readonly VersionState[], command: Command): Taken {
  const newest = versions.at(-1) ?? null
  if (command.step === 'save') return save(versions, newest, command.after)
  const { from, to } = lawful[command.step]
  const meant = versions.find(({ version }) => version === command.version)
  if (!meant || !from.includes(meant.state)) return { ok: false, now: meant ?? newest }
  // What is taken down is taken down whole: an older version must not come back in the place of a newer one.
  const all = command.step === 'take_down'
  const stepped = versions.map((one) =>
    one === meant || (all && one.state === 'admitted') ? { ...one, state: to } : one,
  )
  return { ok: true, versions: stepped, version: meant.version }
}

/** A changed notice is a new version. A draft gives way to it; what was admitted goes on being shown. */
function save(versions: readonly VersionState[], newest: VersionState | null, after: number): Taken {
  if (after !== (newest?.version ?? 0) || newest?.state === 'submitted') return { ok: false, now: newest }
  const before = versions.map((one) => (one.state === 'draft' ? { ...one, state: 'discarded' as const } : one))
  const version = after + 1
  return { ok: true, versions: [...before, { version, state: 'draft' }], version }
}

interface Dated extends VersionState {
  from: HallDate
  until: HallDate | null
}

/** The admitted version that counts on a date: the newest that has begun, so that a later one does not leave a gap. */
function current(versions: readonly Dated[], date: HallDate): Dated | undefined {
  return versions
    .filter(({ state, from }) => state === 'admitted' && from <= date)
    .reduce<Dated | undefined>((best, one) => (best && best.version > one.version ? best : one), undefined)
}

/** Where a version stands on a hall date, among all versions of its notice. */
export function standing(one: Dated, versions: readonly Dated[], date: HallDate): NoticeStanding {
  if (one.state !== 'admitted') return one.state
  if (one.from > date) {
    // Two that are still to come: the newer one counts.
    const newer = versions.some((other) => later(other, one) && other.from <= one.from)
    return newer ? 'replaced' : 'scheduled'
  }
  if (current(versions, date)?.version !== one.version) return 'replaced'
  return one.until !== null && one.until < date ? 'ended' : 'shown'
}

const later = (other: Dated, one: Dated) => other.state === 'admitted' && other.version > one.version

/** What is shown on a hall date: at most one version of each notice, in the order given. */
export function shownOn<N extends { id: string; version: number; from: HallDate; until: HallDate | null }>(
  admitted: readonly N[],
  date: HallDate,
): N[] {
  const best = new Map<string, number>()
  for (const { id, version, from } of admitted) if (from <= date && version > (best.get(id) ?? 0)) best.set(id, version)
  return admitted.filter(({ id, version, until }) => best.get(id) === version && (until === null || date <= until))
}

/** Files of versions in these states are kept: they are shown, may be shown, or are being worked on. */
export const KEEPS_FILES: readonly NoticeState[] = ['draft', 'submitted', 'refused', 'admitted']

/** How long a file is kept after the last version that used it was put away, or after it came and was not used, milliseconds. */
export const FILE_KEPT = 30 * 86_400_000
