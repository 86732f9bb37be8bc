// The states of everything that belongs to screens that live for years, on every screen.
import type { GalleryState } from './state.ts'

export const screensStates: GalleryState[] = []
