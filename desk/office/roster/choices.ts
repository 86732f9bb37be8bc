// The closed vocabularies as lists to choose from, in the order in which they are shown.
import type { DutyEntryKind, DutyKind, LeaveKind, ReportHow, ReportTo, SpanKind } from '#contract/words.ts'
import { dutyKind } from '#assets/i18n/duty-kinds.ts'
import { spanKind } from '#assets/i18n/duty-words.ts'
import { dutyEntryKind, leaveKind, reportHow, reportTo } from '#assets/i18n/words.ts'

const keys = <T extends string>(words: Record<T, unknown>) => Object.keys(words) as T[]

export const dutyKinds: DutyKind[] = keys(dutyKind)
export const spanKinds: SpanKind[] = keys(spanKind)
export const entryKinds: DutyEntryKind[] = keys(dutyEntryKind)
export const reportTos: ReportTo[] = keys(reportTo)
export const reportHows: ReportHow[] = keys(reportHow)
/** Rest first: it is what is asked for most. */
export const leaveKinds: LeaveKind[] = ['rest', ...keys(leaveKind).filter((kind) => kind !== 'rest')]
