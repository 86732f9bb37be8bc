// Every state that the gallery shows; each app keeps its own list.
import type { GalleryState } from './state.ts'
import { hoursStates } from './hours-states.ts'
import { leaseStates } from './lease-states.ts'
import { rosterStates } from './roster-states.ts'
import { appointmentStates } from './appointment-states.ts'
import { calendarStates } from './calendar-states.ts'
import { cardStates } from './card-states.ts'
import { visitsStates } from './visits-states.ts'
import { wallsStates } from './walls-states.ts'
import { noticesStates } from './notices-states.ts'
import { alertsStates } from './alerts-states.ts'
import { screensStates } from './screens-states.ts'
import { deskStates } from './desk-states.ts'
import { displayStates } from './display-states.ts'
import { kioskStates } from './kiosk-states.ts'
import { peopleDeskStates } from './people-desk-states.ts'
import { peopleStates } from './people-states.ts'
import { phoneStates } from './phone-states.ts'
import { printingStates } from './printing-states.ts'
import { reportStates } from './report-states.ts'
import { closingStates } from './closing-states.ts'

export const states: GalleryState[] = [
  ...kioskStates,
  ...leaseStates,
  ...displayStates,
  ...deskStates,
  ...phoneStates,
  ...hoursStates,
  ...rosterStates,
  ...calendarStates,
  ...wallsStates,
  ...visitsStates,
  ...noticesStates,
  ...alertsStates,
  ...peopleStates,
  ...peopleDeskStates,
  ...printingStates,
  ...reportStates,
  ...closingStates,
  ...cardStates,
  ...appointmentStates,
  ...screensStates,
]
