// The kiosk in every state.
import type { GalleryState } from './state.ts'

export const kioskStates: GalleryState[] = []
