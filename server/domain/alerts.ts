// Emergency messages: which one is over everything now, and until when. Pure.
import type { AlertFace } from '#contract/views.ts'

/** Those that were sent and may still be shown, newest first. */
export type Alerts = readonly AlertFace[]
