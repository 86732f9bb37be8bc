// The reports of what a display has painted, at the pace of the real screens: soon after a view, once in a while, not in step.
import { reportDelay } from '#assets/hub/report-pace.ts'
import type { Painted } from '#contract/events.ts'
import type { BoardView } from '#contract/views.ts'

export class PaintedReports {
  readonly #send: (report: Painted) => void
  #newest: BoardView | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(send: (report: Painted) => void) {
    this.#send = send
  }

  painted(board: BoardView): void {
    this.#newest = board
    this.#timer ??= setTimeout(() => this.#report(), reportDelay())
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #report(): void {
    this.#timer = undefined
    if (!this.#newest) return
    const { epoch, rev } = this.#newest
    this.#send({ epoch, revs: { board: rev }, sound: 'on', size: '1920×1080@1', version: 'bench' })
  }
}
