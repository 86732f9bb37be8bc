// The states of everything that belongs to walls, on every screen.
import type { GalleryState } from './state.ts'

export const wallsStates: GalleryState[] = []
