// The states of everything that belongs to people and contact cards, on every screen.
import type { GalleryState } from './state.ts'

export const peopleStates: GalleryState[] = []
