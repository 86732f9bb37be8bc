// Which calls own the wall right now. Pure. The picture has its own clock: it never waits for the voice.
import type { CallFace } from '#contract/views.ts'

/** How long a new call fills the main area. */
export const SHOWN_FOR = 12_000
/** More than four numbers at once cannot be read from six metres. */
const AT_ONCE = 4

/**
 * The calls that fill the main area, newest first; empty when it is at rest. A call stays until it was spoken, and so do those
 * that wait behind it. `announcing`: the id that is being spoken.
 */
export function spotlight(calls: readonly CallFace[], now: number, announcing?: string): CallFace[] {
  const spoken = calls.find(({ id }) => id === announcing)
  const lit = calls.filter(
    (call) =>
      call.state === 'called' &&
      (now - Date.parse(call.at) < SHOWN_FOR || (spoken !== undefined && Date.parse(call.at) >= Date.parse(spoken.at))),
  )
  if (lit.length <= AT_ONCE) return lit
  // The one that is being spoken is on the glass, whatever came after it.
  const rest = lit.filter((call) => call !== spoken).slice(0, spoken && lit.includes(spoken) ? AT_ONCE - 1 : AT_ONCE)
  return lit.filter((call) => call === spoken || rest.includes(call))
}

/**
 * The calls in the order in which they are read while the wall is at rest: whoever is still expected at a window comes before those
 * who are being served or are gone, however late those were called. Newest first within each.
 */
export function standing(calls: readonly CallFace[]): CallFace[] {
  const expected = calls.filter(({ state }) => state === 'called')
  return [...expected, ...calls.filter(({ state }) => state !== 'called')]
}
