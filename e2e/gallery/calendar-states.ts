// The states of everything that belongs to calendar, on every screen.
import type { GalleryState } from './state.ts'

export const calendarStates: GalleryState[] = []
