// The display in every state.
import type { GalleryState } from './state.ts'

export const displayStates: GalleryState[] = []
