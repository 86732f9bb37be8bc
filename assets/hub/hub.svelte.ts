// What a screen's App holds: the newest views, the hub's clock, and how far both may be trusted. Made once per page.
import type { Handshake, Painted } from '#contract/events.ts'
import type { SoundState } from '#contract/words.ts'
import type { ViewName, ViewOf } from '#contract/views.ts'
import { freshness, type Freshness } from './freshness.ts'
import { reportDelay } from './report-pace.ts'
import { openSocket, type HubSocket } from './socket.ts'

declare const __VERSION__: string

export class Hub {
  /** The newest of each view; replaced whole, never patched. */
  views = $state.raw<Partial<ViewOf>>({})
  connected = $state(false)
  /** Set when the hub refuses this page: back to pairing or sign-in. */
  dismissed = $state<'device_revoked' | 'session_ended' | 'refused' | null>(null)
  /** The hub's clock, epoch milliseconds, moved once a second. */
  now = $state(Date.now())
  /** Milliseconds since the hub was last heard; Infinity before the first time. */
  silence = $state(Number.POSITIVE_INFINITY)

  #socket: HubSocket
  #offset = 0
  #heard = Number.NEGATIVE_INFINITY
  #opened = performance.now()
  #report: Partial<Painted> = {}
  #reportTimer: ReturnType<typeof setTimeout> | undefined
  #ticker: ReturnType<typeof setInterval>
  #lastActive = 0

  constructor(handshake: Handshake) {
    this.#socket = openSocket(handshake, {
      view: (name, view) => {
        this.views = { ...this.views, [name]: view }
        this.#afterPaint(name)
      },
      heard: (hubTime) => this.#hear(hubTime),
      connected: (up) => {
        this.connected = up
        if (up) this.dismissed = null
      },
      dismissed: (why) => (this.dismissed = why),
    })
    this.#ticker = setInterval(() => this.#tick(), 1000)
  }

  get freshness(): Freshness {
    // Before the first word the page counts from when it was opened, so that a wall without a hub says so too.
    return freshness(Number.isFinite(this.silence) ? this.silence : performance.now() - this.#opened)
  }

  /** Say whether this screen can be heard, and what it spoke last. */
  sound(state: SoundState, spoken?: { call: string; clips: string[] }): void {
    this.#report = { ...this.#report, sound: state, ...(spoken && { spoken }) }
    this.#reportSoon(0)
  }

  /** A person touched this desk: the session stays awake. Sent once a minute at most. */
  active(): void {
    if (performance.now() - this.#lastActive < 60_000) return
    this.#lastActive = performance.now()
    this.#socket.active()
  }

  close(): void {
    clearInterval(this.#ticker)
    clearTimeout(this.#reportTimer)
    this.#socket.close()
  }

  #hear(hubTime: number): void {
    this.#heard = performance.now()
    this.#offset = hubTime - Date.now()
    this.#tick()
  }

  #tick(): void {
    this.now = Date.now() + this.#offset
    this.silence = performance.now() - this.#heard
  }

  #afterPaint(view: ViewName): void {
    // Two frames: the first draws what the view changed, the second comes after it was on the glass.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const shown = this.views[view]
        if (!shown) return
        this.#report = { ...this.#report, epoch: shown.epoch, revs: { ...this.#report.revs, [view]: shown.rev } }
        this.#reportSoon(reportDelay())
      }),
    )
  }

  #reportSoon(wait: number): void {
    this.#reportTimer ??= setTimeout(() => {
      this.#reportTimer = undefined
      const { epoch, revs } = this.#report
      if (!epoch || !revs) return
      this.#socket.painted({
        ...this.#report,
        epoch,
        revs,
        size: `${innerWidth}×${innerHeight}@${devicePixelRatio}`,
        version: __VERSION__,
      })
      delete this.#report.spoken
    }, wait)
  }
}
