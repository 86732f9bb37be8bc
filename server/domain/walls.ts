// How the hall's walls are laid out. Pure.
import type { WallFace } from '#contract/walls.ts'

export interface Walls {
  walls: readonly WallFace[]
  /** Device id → wall id. */
  assigned: Readonly<Record<string, string>>
}
