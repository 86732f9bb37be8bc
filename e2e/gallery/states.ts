// Every state that the gallery shows; each app keeps its own list.
import type { GalleryState } from './state.ts'
import { deskStates } from './desk-states.ts'
import { displayStates } from './display-states.ts'
import { kioskStates } from './kiosk-states.ts'
import { phoneStates } from './phone-states.ts'

export const states: GalleryState[] = [...kioskStates, ...displayStates, ...deskStates, ...phoneStates]
