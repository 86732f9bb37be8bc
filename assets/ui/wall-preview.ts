// What the desk and the preview of a wall, a page in a frame of it, say to each other. Both are pages of the same hub.
import type { BoardView, CalendarView, NoticesView } from '#contract/views.ts'
import type { WallFace } from '#contract/walls.ts'
import type { DayPart } from '#contract/words.ts'

export interface PreviewOf {
  wall: WallFace
  /** The part of the day that is shown; null for what is true now. */
  part: DayPart | null
  board: BoardView | undefined
  calendar: CalendarView | undefined
  notices: NoticesView | undefined
  /** The hub's clock, epoch milliseconds. */
  now: number
}
/** From the frame: it is ready to be told, or how many pages take turns on it. */
export type PreviewSays = { preview: 'ready' } | { preview: 'pages'; pages: number }

export const previewAddress = '/display/?preview'
