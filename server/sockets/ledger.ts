// The day's fairness for the walls: counted now and then, off the way from a call to the board, and sent where it is another.
import type { LedgerView } from '#contract/views.ts'
import { dayLedger } from '#domain/ledger.ts'
import { iso, serviceDate } from '#domain/service-day.ts'
import { getHall } from '#db/queries/hall.ts'
import { ledgerFacts, outOfOrderBy } from '#db/queries/ledger.ts'
import type { Hub } from '../commands/run.ts'

/** It is counted anew after so long at the earliest. Milliseconds. */
const APART = 10_000

export class Ledger {
  readonly #hub: Hub
  readonly #emit: (view: LedgerView) => void
  /** As it was counted last, and of what: any change of the hall, or another minute, may change it. */
  #view: LedgerView | undefined
  #of = ''
  #looked = Number.NEGATIVE_INFINITY
  /** What all walls were told last. */
  #told = ''

  /** `emit`: to the walls of this process. */
  constructor(hub: Hub, emit: (view: LedgerView) => void) {
    this.#hub = hub
    this.#emit = emit
  }

  /** As it is now. */
  async view(): Promise<LedgerView> {
    const now = this.#hub.clock.now()
    const { hall, store } = this.#hub
    return store.read(async (db): Promise<LedgerView> => {
      const { epoch, rev, zone } = await getHall(db, hall)
      const at = iso(now)
      const of = `${epoch} ${rev} ${Math.floor(now / 60_000)}`
      // Hundreds of walls that come back at once are told the same.
      if (this.#view && of === this.#of) return { ...this.#view, at }
      const date = serviceDate(now, zone)
      const reasons = await outOfOrderBy(db, hall, date)
      this.#of = of
      return (this.#view = { epoch, rev, at, date, reasons, ...dayLedger(await ledgerFacts(db, hall, date), now) })
    })
  }

  /** Called once a second. While somebody waits the longest wait grows: a minute is enough to say so. */
  async look(): Promise<void> {
    if (performance.now() - this.#looked < APART) return
    const before = this.#view
    const view = await this.view()
    if (this.#view === before && this.#told !== '') return
    this.#looked = performance.now()
    const told = said(view)
    if (told === this.#told) return
    this.#told = told
    this.#emit(view)
  }
}

/** All that it says, without its stamp. */
const said = ({ date, served, reasons, longest, overtaken }: LedgerView) =>
  JSON.stringify([date, served, reasons, longest, overtaken])
