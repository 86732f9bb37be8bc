// The states of everything that belongs to roster, on every screen.
import type { GalleryState } from './state.ts'

export const rosterStates: GalleryState[] = []
