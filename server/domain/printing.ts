// What becomes of a job on its way to paper. Pure. One job is printed once at most: what may already be on paper is not begun again.
import type { JobState, PrinterState } from '#contract/printing.ts'

/** A visitor waits this long for the paper at a kiosk; then the screen asks for a photo, and paper would come for nobody. Milliseconds. */
export const VISITOR_WAITS = 12_000
/** A card on a sheet takes its time in an office printer. Milliseconds. */
export const SHEET_WAITS = 30_000
/** Paper that staff asked for may come a little later. Milliseconds. */
export const STAFF_WAITS = 60_000

/** How one try ended. sent: every byte was taken and nothing was complained of. begun: it broke off in the middle. */
export type Try = { end: 'sent' } | { end: 'refused' | 'begun'; trouble: PrinterState }

export interface Fate {
  state: JobState
  trouble: PrinterState | null
  /** Milliseconds until the next try; null: none. */
  again: number | null
}

const FIRST_WAIT = 500
const LONGEST_WAIT = 8000

/** `tries`: with this one. `left`: milliseconds for which somebody still waits for it. */
export function fateOf(result: Try, { tries, left }: { tries: number; left: number }): Fate {
  if (result.end === 'sent') return { state: 'done', trouble: null, again: null }
  if (result.end === 'begun') return { state: 'broken_off', trouble: result.trouble, again: null }
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1))
  if (wait >= left) return { state: 'failed', trouble: result.trouble, again: null }
  return { state: 'queued', trouble: result.trouble, again: wait }
}

/** What a start of the hub makes of the jobs of before: what was being printed may be on paper, what waited too long is not printed any more. */
export function fateAfterRestart(job: { state: JobState; expiresAt: string }, now: number): JobState {
  if (job.state === 'printing') return 'broken_off'
  return job.state === 'queued' && Date.parse(job.expiresAt) <= now ? 'expired' : job.state
}

/** Whether the printer can be given paper's work. */
export const takesWork = (state: PrinterState): boolean => ['ready', 'silent', 'paper_low', 'unknown'].includes(state)

/** What a job's end says of the ticket's paper; null while it is not known. */
export function printedBy(state: JobState): 'printed' | 'failed' | null {
  if (state === 'done') return 'printed'
  return state === 'queued' || state === 'printing' ? null : 'failed'
}
