// Whose turn it is among the notices of a wall: one at a time, page by page, each for as long as it takes to read. Pure.
import type { NoticeFace } from '#contract/views.ts'

type Shown = Pick<NoticeFace, 'id' | 'kind' | 'media'>

export interface Turn {
  id: string
  page: number
  /** When this page came up, epoch milliseconds. */
  since: number
}

/** How long a page stands, milliseconds. A film stands for its length, and a moment for its first picture. */
const STANDS = { text: 14_000, picture: 14_000, page: 20_000 } as const
const MOMENT = 3000

export function stands({ kind, media }: Shown): number {
  return kind === 'film' ? (media?.seconds ?? 10) * 1000 + MOMENT : STANDS[kind]
}

/** What hangs on a wall: rules are read at the kiosk. */
export function forWall<N extends Pick<NoticeFace, 'section' | 'places'>>(notices: readonly N[]): N[] {
  return notices.filter(({ section, places }) => section === 'notice' && places.includes('wall'))
}

/** The turn at `now`: the same while the page stands; the next one where it is over, or where its notice was taken down. */
export function turnAt(
  turn: Turn | null,
  notices: readonly Shown[],
  { pages, now }: { pages: number; now: number },
): Turn | null {
  const index = notices.findIndex(({ id }) => id === turn?.id)
  const notice = notices[index]
  if (!turn || !notice) {
    const first = notices[0]
    return first ? { id: first.id, page: 0, since: now } : null
  }
  return now - turn.since < stands(notice) ? turn : after(turn, notices, { pages, now })
}

/** The next page, or the next notice: also where this one was not looked at to its end. */
export function after(turn: Turn, notices: readonly Shown[], { pages, now }: { pages: number; now: number }): Turn {
  if (turn.page + 1 < pages) return { ...turn, page: turn.page + 1, since: now }
  const index = notices.findIndex(({ id }) => id === turn.id)
  const next = notices[(index + 1) % notices.length]
  return { id: next?.id ?? turn.id, page: 0, since: now }
}
