// The states of everything that belongs to alerts, on every screen.
import type { GalleryState } from './state.ts'

export const alertsStates: GalleryState[] = []
