// What stands on a card, as marks with places in millimetres: drawn as SVG for the browser's own print, and as dots for a printer of the hub's.
import type { CodeFace } from '#contract/cards.ts'
import type { CommitteeColour } from '#contract/words.ts'

export type Tone = 'ink' | 'soft' | 'paper' | CommitteeColour

/** x, y: the left upper corner; of a text, where its line stands. */
export type Mark =
  | {
      is: 'text'
      x: number
      y: number
      text: string
      size: number
      weight: number
      align: 'start' | 'middle' | 'end'
      tone: Tone
    }
  | { is: 'code'; x: number; y: number; side: number; code: CodeFace }
  | { is: 'box'; x: number; y: number; width: number; height: number; tone: Tone }
  | { is: 'line'; x: number; y: number; width: number }
  /** A photo, or the surname on the committee's colour. */
  | { is: 'face'; x: number; y: number; side: number; text: string; tone: Tone; photo: string | null }

/** One side of a card. */
export interface Side {
  width: number
  height: number
  marks: Mark[]
}

/** Millimetres that a text takes at 1 mm. */
export type Measure = (text: string, weight: number) => number

/** A code with white around it, as many modules as it needs. */
export const QUIET = 4
