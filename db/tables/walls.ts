// The tables of the walls' layouts, and which display shows which, as rows.
import type { WallDuty } from '#contract/words.ts'

export interface WallsTables {
  wall: {
    hall_id: string
    id: string
    name_zh: string
    name_en: string
    duty: WallDuty
    room_id: string | null
    /** Metres. */
    distance: number | null
    /** Inches. */
    diagonal: number | null
    movement: 0 | 1 | null
    /** JSON: null (as usual), or {from, until}, or the word null (never dark). */
    night: string | null
    /** JSON: panels by part of the day; a part that is missing is as usual. */
    panels: string
    sort: number
  }
  wall_display: { hall_id: string; device_id: string; wall_id: string }
}
