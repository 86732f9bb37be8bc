// Which snapshot wins. Pure: every screen keeps what it shows unless the other one is newer.
import type { Stamp } from '#contract/views.ts'

/**
 * True when `next` replaces `shown`. Another epoch is another history (a restored database), and the hub is right about it.
 * `first` marks the first snapshot after a connection: the hub may stand on a file that was put back by hand,
 * with a smaller revision of the same epoch, and is right about that too.
 */
export function isNewer(next: Stamp, shown: Stamp | undefined, first: boolean): boolean {
  return first || shown === undefined || next.epoch !== shown.epoch || next.rev > shown.rev
}
