// Which call is spoken next. Pure: the calls of the newest view and the hub's clock in, the state of the voice out.
// Each id once, oldest first, never a stale one, and none that was taken back while it waited.
import type { CallFace } from '#contract/views.ts'

/** A call that is older than this when it is first seen is history: nobody is startled by it. */
export const STALE_AFTER = 30_000
/** How long a call may wait behind others for its turn to be spoken. */
const PATIENCE = 120_000
/** Ids to remember: a view holds eight calls, so this is many views back. */
const REMEMBERED = 64

export interface Voice {
  /** Ids that wait to be spoken, in order. */
  readonly waiting: readonly string[]
  /** Ids that are settled: spoken, begun, or not to be spoken any more. */
  readonly settled: readonly string[]
}

type Spoken = Pick<CallFace, 'id' | 'at' | 'state'>

/** The voice after a look at the newest calls. `now`: the hub's clock, epoch milliseconds. */
export function listen(voice: Voice, calls: readonly Spoken[], now: number): Voice {
  const byId = new Map(calls.map((call) => [call.id, call]))
  const stays = (id: string) => {
    const call = byId.get(id)
    return call?.state === 'called' && now - Date.parse(call.at) < PATIENCE
  }
  const known = new Set([...voice.settled, ...voice.waiting])
  const fresh = calls.filter(({ id }) => !known.has(id))
  const speaks = fresh
    .filter((call) => call.state === 'called' && now - Date.parse(call.at) <= STALE_AFTER)
    // Newest first in the view; calls of one instant keep the order in which they were made.
    .reverse()
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const admitted = new Set(speaks.map(({ id }) => id))
  return remember(voice, {
    waiting: [...voice.waiting.filter(stays), ...admitted],
    settled: [
      ...voice.settled,
      ...voice.waiting.filter((id) => !stays(id)),
      ...fresh.filter(({ id }) => !admitted.has(id)).map(({ id }) => id),
    ],
  })
}

/** The voice once `id` has begun to be spoken. It counts as spoken then: better cut off by a reload than heard twice. */
export function begin(voice: Voice, id: string): Voice {
  return remember(voice, { waiting: voice.waiting.filter((one) => one !== id), settled: [...voice.settled, id] })
}

function remember(before: Voice, after: Voice): Voice {
  const same = after.waiting.join() === before.waiting.join() && after.settled.length === before.settled.length
  return same ? before : { waiting: after.waiting, settled: after.settled.slice(-REMEMBERED) }
}

/** sessionStorage, or anything like it. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>
const KEY = 'display.settled-calls'

/** A voice that knows what this screen had spoken before it was reloaded. */
export function recall(memory: Memory): Voice {
  try {
    const kept: unknown = JSON.parse(memory.getItem(KEY) ?? '[]')
    return { waiting: [], settled: Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [] }
  } catch {
    return { waiting: [], settled: [] }
  }
}

export function keep(memory: Memory, voice: Voice): void {
  try {
    memory.setItem(KEY, JSON.stringify(voice.settled))
  } catch {
    // A browser without storage speaks all the same.
  }
}
