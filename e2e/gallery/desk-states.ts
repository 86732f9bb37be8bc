// The desk in every state.
import type { GalleryState } from './state.ts'

export const deskStates: GalleryState[] = []
