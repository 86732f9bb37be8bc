// What every page of the office is given: the hub's views, who looks, and the way to the hub.
import type {
  AlertView,
  CalendarView,
  DeskView,
  NoticesView,
  OfficeView,
  PeopleView,
  ScreensView,
  WallsView,
} from '#contract/views.ts'
import type { Session } from '#contract/intents.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { Page } from '../pages.ts'
import type { SaidLine } from '../said.ts'

/** The way to the hub. What went wrong it says itself, in `said`. */
export interface OfficeApi {
  /** The answer of a GET; null where there was none. */
  get<T>(path: string): Promise<T | null>
  /** One intent, sent until it is answered; null where it was refused. `done` is said after success. */
  send<T>(path: string, body: unknown, done?: Text): Promise<T | null>
  /** Send a file as it is; null where it was refused. */
  upload<T>(path: string, file: Blob): Promise<T | null>
  say(said: SaidLine | null): void
  readonly said: SaidLine | null
  /** Something is on its way. */
  readonly busy: boolean
}

export type OfficeProps = {
  me: Session
  /** The hub's clock, epoch milliseconds. */
  now: number
  desk: DeskView
  /** Each is undefined until the hub sent it. `office.bookRev` changes when something that these pages edit was changed: read anew. */
  office: OfficeView | undefined
  screens: ScreensView | undefined
  walls: WallsView | undefined
  calendar: CalendarView | undefined
  notices: NoticesView | undefined
  alert: AlertView | undefined
  people: PeopleView | undefined
  api: OfficeApi
  /** Turns to another page of the desk: where the cause of something is. */
  onopen?: (page: Page) => void
}
