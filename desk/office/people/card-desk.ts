// What every part of the page is given to print a card with.
import type { DeskView, HotlineFace, PeopleView } from '#contract/views.ts'
import type { OfficeApi } from '../props.ts'

export interface CardDesk {
  /** The hub's clock, epoch milliseconds. */
  readonly now: number
  readonly desk: DeskView
  readonly people: PeopleView | undefined
  readonly hotlines: readonly HotlineFace[]
  readonly api: OfficeApi
  /** To the page of printers; null: it is not for whoever looks. */
  readonly onprinters: (() => void) | null
}
