// The states of everything that belongs to notices, on every screen.
import type { GalleryState } from './state.ts'

export const noticesStates: GalleryState[] = []
