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
  #view: LedgerView | undefined
  #of = ''
  #counted = Number.NEGATIVE_INFINITY

  /** `emit`: to the walls of this process. */
  constructor(hub: Hub, emit: (view: LedgerView) => void) {
    this.#hub = hub
    this.#emit = emit
  }

  /** As it is now. */
  async view(): Promise<LedgerView> {
    const now = this.#hub.clock.now()
    const { hall, store } = this.#hub
    const view = await store.read(async (db): Promise<LedgerView> => {
      const { epoch, rev, zone } = await getHall(db, hall)
      const date = serviceDate(now, zone)
      const reasons = await outOfOrderBy(db, hall, date)
      return { epoch, rev, at: iso(now), date, reasons, ...dayLedger(await ledgerFacts(db, hall, date), now) }
    })
    return (this.#view = view)
  }

  /** Called once a second. While somebody waits the longest wait grows: a minute is enough to say so. */
  async look(): Promise<void> {
    const since = performance.now() - this.#counted
    if (since < APART) return
    const { rev, epoch } = await getHall(this.#hub.store.db, this.#hub.hall)
    const of = `${epoch} ${rev} ${Math.floor(this.#hub.clock.now() / 60_000)}`
    if (of === this.#of) return
    this.#of = of
    this.#counted = performance.now()
    const before = this.#view
    const view = await this.view()
    if (!before || said(before) !== said(view)) this.#emit(view)
  }
}

/** All that it says, without its stamp. */
const said = ({ date, served, reasons, longest, overtaken }: LedgerView) =>
  JSON.stringify([date, served, reasons, longest, overtaken])
