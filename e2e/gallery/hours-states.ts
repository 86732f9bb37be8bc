// The states of everything that belongs to hours, on every screen.
import type { GalleryState } from './state.ts'

export const hoursStates: GalleryState[] = []
