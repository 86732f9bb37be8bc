// What a hall has set up, as the commands and views use it: read once for each revision of the book. Types and look-ups only.
import type { CatalogView, HallFace, HotlineFace } from '#contract/views.ts'
import type { CommitteeColour } from '#contract/words.ts'
import type { Targets } from '#contract/closing.ts'
import type { Instant, Text } from '#contract/text.ts'
import type { AwayReason } from '#contract/visits.ts'
import type { Alerts } from './alerts.ts'
import type { SlotRule } from './appointment-slots.ts'
import type { Calendar } from './calendar.ts'
import type { Hours } from './hours.ts'
import type { Notices } from './notices.ts'
import type { PrinterMark } from '#contract/printing.ts'
import type { People } from './people.ts'
import type { Walls } from './walls.ts'

export interface Lane {
  id: string
  prefix: string
  name: Text
  committee: string
  colour: CommitteeColour
}

export interface Window {
  id: string
  number: number
  name: Text
  allRound: boolean
  /** In order of preference. */
  lanes: string[]
  /** A pause of whoever sits there; null while the window serves. Ends with the seat. */
  away: { reason: AwayReason; since: Instant; until: Instant } | null
}

export interface TicketClass {
  id: string
  name: Text
  headStart: number
  choice: boolean
}

export interface Person {
  id: string
  name: string
  title: Text
  committee: string | null
}

export interface Book {
  id: string
  /** `hall.book_rev` at which it was read. */
  rev: number
  hall: HallFace
  /** Calls of a number that must have been shown and spoken before it is marked as missed without a reason. */
  provenCalls: number
  committees: CatalogView['committees']
  lanes: Lane[]
  classes: TicketClass[]
  matters: CatalogView['matters']
  /** The same by id. */
  matterOf: ReadonlyMap<string, CatalogView['matters'][number]>
  windows: Window[]
  hotlines: HotlineFace[]
  people: Map<string, Person>
  rooms: Map<string, Text>
  /** What each room is for. */
  roomsAbout: Map<string, Text>
  hours: Hours
  calendar: Calendar
  notices: Notices
  alerts: Alerts
  walls: Walls
  directory: People
  printers: readonly PrinterMark[]
  /** By lane; one without takes no appointments. */
  appointments: ReadonlyMap<string, SlotRule>
  targets: Targets
}

/** Minutes within which nine of ten of a lane are called. */
export function waitTarget({ targets }: Pick<Book, 'targets'>, lane: string): number {
  return targets.lanes[lane] ?? targets.wait
}

/** The class of a return after a missed call; without one, a return has no head start. */
export function returnHeadStart(book: Book): number {
  return book.classes.find(({ id }) => id === 'return')?.headStart ?? 0
}
