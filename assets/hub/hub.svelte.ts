// What a screen's App holds: the newest views, the hub's clock, and how far both may be trusted. Made once per page.
import type { CallDone, Handshake, Painted } from '#contract/events.ts'
import type { SoundState } from '#contract/words.ts'
import type { ViewName, ViewOf } from '#contract/views.ts'
import type { Alone } from './alone.ts'
import { freshness, type Freshness } from './freshness.ts'
import { reportDelay } from './report-pace.ts'
import { openSocket, type HubSocket } from './socket.ts'

declare const __VERSION__: string

/** After the first picture, what a screen needs that must live for years is loaded as well. Milliseconds. */
const SETTLES = 3000
const LOAD_AGAIN = 30_000

/** The version of this page: the script that it began with, whose name changes with any file of the page. Empty while developing. */
export const ownBuild = (): string => {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src*="/static/"]')
  return script?.src.replace(location.origin, '') ?? ''
}

export class Hub {
  /** The newest of each view as it came; replaced whole, never patched. */
  received = $state.raw<Partial<ViewOf>>({})
  /** What is still true of the views without the hub; null until it is loaded. */
  alone = $state.raw<((views: Partial<ViewOf>, now: number) => Alone) | null>(null)
  /** Takes the screen onto the version that the hub serves now; null while it runs that. A desk offers it. */
  renew = $state.raw<(() => void) | null>(null)
  connected = $state(false)
  /** Set when the hub refuses this page: back to pairing or sign-in. */
  dismissed = $state<'device_revoked' | 'session_ended' | 'refused' | null>(null)
  /** The hub's clock, epoch milliseconds, moved once a second. */
  now = $state(Date.now())
  /** Milliseconds since the hub was last heard; Infinity before the first time. */
  silence = $state(Number.POSITIVE_INFINITY)

  /** The version of this page that the hub serves; undefined until it was said. */
  build: string | undefined
  /** The hub's clock less the device's, milliseconds. */
  offset = 0

  #lost = $derived(this.freshness === 'lost')
  /** The minute in which it is lost: what is true without the hub changes on whole minutes. */
  #minute = $derived(this.#lost ? Math.floor(this.now / 60_000) : 0)
  #still = $derived(this.#lost && this.alone ? this.alone(this.received, this.#minute * 60_000) : null)

  #socket: HubSocket
  #heard = Number.NEGATIVE_INFINITY
  #heardDate = Number.NEGATIVE_INFINITY
  #opened = performance.now()
  #report: Partial<Painted> = {}
  #reportTimer: ReturnType<typeof setTimeout> | undefined
  #ticker: ReturnType<typeof setInterval>
  #lastActive = 0
  #settling: ReturnType<typeof setTimeout> | undefined
  #closed = false
  #end: (() => void) | undefined

  constructor(handshake: Handshake) {
    this.#socket = openSocket(handshake, {
      view: (name, view) => {
        this.received = { ...this.received, [name]: view }
        this.#afterPaint(name)
      },
      heard: (hubTime) => this.#hear(hubTime),
      connected: (up) => {
        this.connected = up
        if (up) this.dismissed = null
      },
      dismissed: (why) => (this.dismissed = why),
      build: (name) => (this.build = name),
    })
    this.#ticker = setInterval(() => this.#tick(), 1000)
    const { screen } = handshake
    if (screen === 'display' || screen === 'kiosk' || screen === 'desk') this.#settle(screen, SETTLES)
  }

  /** The newest of each view. While the hub is lost: of what came last, what is still true. */
  get views(): Partial<ViewOf> {
    return this.#still?.views ?? this.received
  }

  /** The hub was away for so long that the published hours have ended. */
  get outlived(): boolean {
    return this.#still?.outlived ?? false
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

  /** What was done with calls; resolves with whether the hub answered that it keeps it. */
  prove(done: CallDone[]): Promise<boolean> {
    return this.#socket.prove(done)
  }

  /** Say more of this page with the next report. */
  tell(more: Partial<Painted>): void {
    this.#report = { ...this.#report, ...more }
    this.#reportSoon(reportDelay())
  }

  /** Views that were kept before the page was opened, unless the hub was heard meanwhile. `heardAt`: the hub's clock then. */
  restore(views: Partial<ViewOf>, { heardAt, offset }: { heardAt: number; offset: number }): void {
    if (Number.isFinite(this.#heard)) return
    const age = Math.max(0, Date.now() + offset - heardAt)
    this.#heard = performance.now() - age
    this.#heardDate = Date.now() - age
    this.offset = offset
    this.received = { ...views, ...this.received }
    this.#tick()
  }

  /** A person touched this desk: the session stays awake. Sent once a minute at most. */
  active(): void {
    if (performance.now() - this.#lastActive < 60_000) return
    this.#lastActive = performance.now()
    this.#socket.active()
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#ticker)
    clearTimeout(this.#reportTimer)
    clearTimeout(this.#settling)
    this.#end?.()
    this.#socket.close()
  }

  #hear(hubTime: number): void {
    this.#heard = performance.now()
    this.#heardDate = Date.now()
    this.offset = hubTime - Date.now()
    this.#tick()
  }

  #tick(): void {
    this.now = Date.now() + this.offset
    // A device that slept did not count the time by one of its clocks.
    this.silence = Math.max(performance.now() - this.#heard, Date.now() - this.#heardDate)
  }

  #settle(screen: 'display' | 'kiosk' | 'desk', wait: number): void {
    this.#settling = setTimeout(() => {
      import('./lasting.ts').then(
        ({ last }) => {
          if (!this.#closed) this.#end = last(this, screen)
        },
        () => this.#settle(screen, LOAD_AGAIN),
      )
    }, wait)
  }

  #afterPaint(view: ViewName): void {
    // Two frames: the first draws what the view changed, the second comes after it was on the glass.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const shown = this.received[view]
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
