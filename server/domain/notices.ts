// Which notices are shown: the way from draft to admission, and from when until when. Pure.
import type { NoticeFace } from '#contract/views.ts'

/** Admitted and not taken down; `from` and `until` say on which days each is shown. */
export type Notices = readonly NoticeFace[]
