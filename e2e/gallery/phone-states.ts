// The phone in every state.
import type { GalleryState } from './state.ts'

export const phoneStates: GalleryState[] = []
